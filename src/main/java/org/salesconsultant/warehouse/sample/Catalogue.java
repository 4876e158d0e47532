package org.salesconsultant.warehouse.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** What the sample company sells, and at which price on which day. A price holds for whole quarters; half of them change it. */
final class Catalogue {
    static final List<String> CATEGORIES = List.of("Coffee", "Tea & Chocolate", "Syrups & Sauces", "Cups & Packaging", "Barista Tools",
            "Machines & Grinders", "Tableware", "Cleaning & Care");
    private static final List<Double> PRICE_STEPS = List.of(0.82, 0.88, 0.94, 1.0, 1.06, 1.12, 1.18);

    private final List<Product> products = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<NavigableMap<LocalDate, Long>> prices = new ArrayList<>();

    /**
     * @param usualPrice and {@code unitCost} in ten-thousandths
     * @param units usual on a café's line
     * @param popularity how often it is chosen, relative to others
     */
    record Product(String code, String name, String category, long usualPrice, long unitCost, double units, double popularity) {}

    Catalogue(Draw draw) {
        for (var row : Table.read("products.psv")) {
            indexes.put(row.text("code"), products.size());
            var product = new Product(row.text("code"), row.text("name"), row.text("category"), row.amount("price"), row.amount("cost"),
                    row.number("units"), row.number("popularity"));
            products.add(product);
            prices.add(prices(product, draw));
        }
    }

    private static NavigableMap<LocalDate, Long> prices(Product product, Draw draw) {
        var prices = new TreeMap<LocalDate, Long>(Map.of(PlantedEffects.FIRST_DAY, product.usualPrice()));
        for (var quarter = LocalDate.of(2023, 4, 1); quarter.isBefore(PlantedEffects.NEWEST_DAY); quarter = quarter.plusMonths(3)) {
            if (draw.chance(0.5)) {
                prices.put(quarter, Pence.share(product.usualPrice(), draw.pick(PRICE_STEPS)));
            }
        }
        return prices;
    }

    List<Product> products() {
        return products;
    }

    int index(String code) {
        return Objects.requireNonNull(indexes.get(code), code);
    }

    /** Ten-thousandths. */
    long price(int product, LocalDate day) {
        return prices.get(product).floorEntry(day).getValue();
    }
}
