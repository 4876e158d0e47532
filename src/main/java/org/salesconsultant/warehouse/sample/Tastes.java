package org.salesconsultant.warehouse.sample;

import java.util.Objects;
import org.salesconsultant.warehouse.sample.Catalogue.Product;
import org.salesconsultant.warehouse.sample.CustomerBase.Customer;

/**
 * Which products a customer chooses and how many: its trade's taste, its own taste by category, and a dozen favourites it comes
 * back for.
 */
final class Tastes {
    private static final int FAVOURITES = 12;
    private static final double FAVOURITE_FACTOR = 7;
    private static final double OWN_TASTE = 0.5;
    private static final double SPREAD_OF_UNITS = 0.45;

    private Tastes() {}

    /** Running sums of the customer's weights over the catalogue's products. */
    static double[] of(Customer customer, Catalogue catalogue, Draw draw) {
        var ownTaste = Catalogue.CATEGORIES.stream().mapToDouble(category -> draw.logNormal(OWN_TASTE)).toArray();
        var weights = catalogue.products().stream().mapToDouble(product -> product.popularity()
                * customer.type().taste(product.category()) * ownTaste[Catalogue.CATEGORIES.indexOf(product.category())]).toArray();
        var plain = Draw.cumulative(weights);
        for (int i = 0; i < FAVOURITES; i++) {
            weights[draw.index(plain)] *= FAVOURITE_FACTOR;
        }
        return Draw.cumulative(weights);
    }

    /**
     * Units on a line; 0 means that the customer does without. Its expected value follows the price with the category's
     * elasticity.
     *
     * @param price ten-thousandths
     */
    static long units(Customer customer, Product product, long price, boolean promoted, Draw draw) {
        double elasticity = Objects.requireNonNull(PlantedEffects.ELASTICITY.get(product.category())).size();
        double expected = product.units() * customer.type().unitsALine()
                * StrictMath.pow((double) price / product.usualPrice(), elasticity)
                * (promoted ? PlantedEffects.PROMOTION_LIFT.size() : 1);
        return draw.rounded(expected * draw.logNormal(SPREAD_OF_UNITS));
    }
}
