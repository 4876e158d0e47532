package org.salesconsultant.warehouse.imports.kinds;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Exact;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/**
 * What a row says of one order line: item, quantity and money. A file without quantities sells pieces of one; a file without
 * products has lines of none.
 *
 * @param code null where the file has descriptions only, or no product at all
 * @param feeCode whether its code says that it is a fee
 * @param marked whether a mark says that it is a return
 * @param margin null: cost unknown
 */
record LineCells(@Nullable String code, @Nullable String description, @Nullable String category, boolean feeCode, Kind kind, boolean marked, long quantity,
                 long unitPrice, long discount, long amount, @Nullable Long unitCost, @Nullable Long margin) {
    private static final Pattern CANCELLATION = Pattern.compile("[Cc]\\d+");
    private static final long ONE = 10_000;

    private record Money(long unitPrice, long discount, long amount, int priceSign) {}

    static LineCells of(Cells cells, FeeRules fees) throws RejectedRow {
        var description = cells.text(Field.DESCRIPTION);
        var code = cells.code(Field.PRODUCT_CODE);
        if (code == null && description == null && (cells.hasColumn(Field.PRODUCT_CODE) || cells.hasColumn(Field.DESCRIPTION))) {
            throw new RejectedRow(Code.NO_PRODUCT, "The product is blank.");
        }
        try {
            var mark = cells.text(Field.LINE_KIND);
            boolean marked = mark != null && cells.words().marksReturn(mark);
            long quantity = quantity(cells);
            var money = money(cells, quantity);
            if (marked && quantity > 0 && money.priceSign() > 0) {
                quantity = -quantity;
                money = new Money(money.unitPrice(), -money.discount(), -Math.abs(money.amount()), 1);
            }
            var unitCost = cells.number(Field.UNIT_COST);
            return new LineCells(code, description, cells.text(Field.CATEGORY), code != null && fees.isFeeCode(code.strip()), kind(quantity, money.priceSign(), marked), marked, quantity,
                    money.unitPrice(), money.discount(), Cells.withinRange(money.amount()), unitCost, margin(cells, money.amount(), quantity, unitCost));
        } catch (ArithmeticException e) {
            throw new RejectedRow(Code.TOO_LARGE, "Quantity, price or amount is too large to be kept exactly.");
        }
    }

    boolean cancels(@Nullable String number) {
        return marked || number != null && quantity < 0 && CANCELLATION.matcher(number).matches();
    }

    /** A sale has quantity and price above 0, a return a quantity below 0 or a mark; all else is an adjustment. */
    private static Kind kind(long quantity, int priceSign, boolean marked) {
        if (marked) {
            return Kind.RETURN;
        }
        if (priceSign <= 0 || quantity == 0) {
            return Kind.ADJUSTMENT;
        }
        return quantity > 0 ? Kind.SALE : Kind.RETURN;
    }

    /** An amount that the file gives stands; else it is quantity × unit price − discount. */
    private static Money money(Cells cells, long quantity) throws RejectedRow {
        var price = cells.number(Field.UNIT_PRICE);
        var given = cells.number(Field.AMOUNT);
        var written = cells.number(Field.DISCOUNT);
        if (given != null) {
            long discount = written == null ? 0 : cells.discounts().offAmount(written, given);
            long before = Math.addExact(given, discount);
            if (price != null) {
                return new Money(price, discount, given, Long.signum(price));
            }
            return new Money(quantity == 0 ? 0 : Exact.quotient(before, quantity), discount, given, Long.signum(before) * Long.signum(quantity));
        }
        if (price == null) {
            throw new RejectedRow(Code.NO_PRICE, "The price is blank.");
        }
        long before = Exact.product(quantity, price);
        long discount = written == null ? 0 : cells.discounts().offPrice(written, before);
        return new Money(price, discount, Math.subtractExact(before, discount), Long.signum(price));
    }

    /** The file's profit, else amount − quantity × unit cost; of adjustments as of all lines. */
    private static @Nullable Long margin(Cells cells, long amount, long quantity, @Nullable Long unitCost) throws RejectedRow {
        var profit = cells.number(Field.PROFIT);
        if (profit != null) {
            return profit;
        }
        return unitCost == null ? null : (Long) Math.subtractExact(amount, Exact.product(quantity, unitCost));
    }

    /** Where the file has amounts alone, one below 0 is money given back: a return of one piece. */
    private static long quantity(Cells cells) throws RejectedRow {
        var quantity = cells.number(Field.QUANTITY);
        if (quantity != null) {
            return quantity;
        }
        if (cells.hasColumn(Field.QUANTITY)) {
            throw new RejectedRow(Code.NO_QUANTITY, "The quantity is blank.");
        }
        var amount = cells.number(Field.AMOUNT);
        return amount != null && amount < 0 && !cells.hasColumn(Field.UNIT_PRICE) ? -ONE : ONE;
    }
}
