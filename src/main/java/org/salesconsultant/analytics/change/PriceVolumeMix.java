package org.salesconsultant.analytics.change;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * The change of sales between two periods split as controllers do: products sold in both periods changed by price (what their
 * later pieces cost more or less than before), by volume (as if all had grown alike) and by mix (towards dearer or cheaper
 * products: what is left); the others came in or went out. The parts add up to the change exactly. A discount lowers the price
 * that was paid, so it is part of price.
 *
 * @param continuingBefore sales of the earlier period with products sold in both
 * @param continuingAfter sales of the later period with the same
 */
public record PriceVolumeMix(long price, long volume, long mix, long added, long dropped, long continuingBefore, long continuingAfter) {
    /**
     * One product's sales; amounts and quantities in any unit, the same for all.
     *
     * @param quantityBefore 0 where the product was not sold
     */
    public record Sales(long quantityBefore, long amountBefore, long quantityAfter, long amountAfter) {
        boolean continues() {
            return quantityBefore > 0 && quantityAfter > 0;
        }
    }

    /** @throws ArithmeticException when a sum is too large for 64 bits */
    public static PriceVolumeMix of(List<Sales> products) {
        long before = 0;
        long after = 0;
        long quantityBefore = 0;
        long quantityAfter = 0;
        long added = 0;
        long dropped = 0;
        var price = BigDecimal.ZERO;
        for (var product : products) {
            if (!product.continues()) {
                added = Math.addExact(added, product.amountAfter());
                dropped = Math.addExact(dropped, product.amountBefore());
                continue;
            }
            before = Math.addExact(before, product.amountBefore());
            after = Math.addExact(after, product.amountAfter());
            quantityBefore = Math.addExact(quantityBefore, product.quantityBefore());
            quantityAfter = Math.addExact(quantityAfter, product.quantityAfter());
            price = price.add(BigDecimal.valueOf(product.amountAfter()).subtract(ofOldPrice(product)));
        }
        long ofPrice = price.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        long ofVolume = quantityBefore == 0 ? 0 : BigDecimal.valueOf(before).multiply(BigDecimal.valueOf(quantityAfter - quantityBefore))
                .divide(BigDecimal.valueOf(quantityBefore), 0, RoundingMode.HALF_EVEN).longValueExact();
        return new PriceVolumeMix(ofPrice, ofVolume, after - before - ofPrice - ofVolume, added, -dropped, before, after);
    }

    /** What the later pieces would have come to at the earlier average price. */
    private static BigDecimal ofOldPrice(Sales product) {
        return BigDecimal.valueOf(product.amountBefore()).multiply(BigDecimal.valueOf(product.quantityAfter()))
                .divide(BigDecimal.valueOf(product.quantityBefore()), MathContext.DECIMAL128);
    }

    public long total() {
        return price + volume + mix + added + dropped;
    }
}
