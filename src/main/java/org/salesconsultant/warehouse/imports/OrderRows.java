package org.salesconsultant.warehouse.imports;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.imports.Dates.Moment;
import org.salesconsultant.warehouse.imports.RejectedRow.Code;

/** Reads the cells of a row into an order line, as the file's plan says, or says why not. Not safe for several threads. */
final class OrderRows {
    /** 100 billion: sums of thousands of such lines still fit 64 bits. */
    private static final long LARGEST = 1_000_000_000_000_000L;
    private static final Pattern CANCELLATION = Pattern.compile("[Cc]\\d+");

    private final int[] columns;
    private final int width;
    private final ImportWords words;
    private final Dates dates;
    private final Numbers numbers;
    private final Discounts discounts;
    private final Set<OrderField> floatCodes;

    private String[] cells = new String[0];
    private String lastDate = "";
    private Optional<Moment> lastMoment = Optional.empty();

    private record Money(long unitPrice, long discount, long amount, int priceSign) {}

    /** @param width cells in the header */
    OrderRows(Map<OrderField, Integer> columns, int width, ImportWords words, Dates dates, Numbers numbers, Discounts discounts,
              Set<OrderField> floatCodes) {
        this.columns = new int[OrderField.values().length];
        for (var field : OrderField.values()) {
            this.columns[field.ordinal()] = columns.getOrDefault(field, -1);
        }
        this.width = width;
        this.words = words;
        this.dates = dates;
        this.numbers = numbers;
        this.discounts = discounts;
        this.floatCodes = floatCodes;
    }

    OrderRow read(String[] row) throws RejectedRow {
        cells = row;
        requireCells();
        var number = code(OrderField.ORDER_NUMBER);
        if (number == null) {
            throw new RejectedRow(Code.NO_ORDER_NUMBER, "The order number is blank.");
        }
        var moment = moment();
        var description = cell(OrderField.DESCRIPTION);
        var product = code(OrderField.PRODUCT_CODE);
        if (product == null) {
            product = description;
        }
        if (product == null) {
            throw new RejectedRow(Code.NO_PRODUCT, "The product is blank.");
        }
        var customerName = cell(OrderField.CUSTOMER_NAME);
        var customer = code(OrderField.CUSTOMER_CODE);
        try {
            var mark = cell(OrderField.LINE_KIND);
            boolean marked = mark != null && words.marksReturn(mark);
            long quantity = quantity();
            var money = money(quantity);
            if (marked && quantity > 0 && money.priceSign() > 0) {
                quantity = -quantity;
                money = new Money(money.unitPrice(), -money.discount(), -Math.abs(money.amount()), 1);
            }
            var kind = kind(quantity, money.priceSign(), marked);
            var unitCost = number(OrderField.UNIT_COST);
            return new OrderRow(number, moment, product.toUpperCase(Locale.ROOT), description, cell(OrderField.CATEGORY),
                    customer == null ? customerName : customer, customerName, cell(OrderField.COUNTRY), cell(OrderField.REGION),
                    cell(OrderField.REP), cell(OrderField.CHANNEL), kind, quantity, money.unitPrice(), money.discount(),
                    withinRange(money.amount()), unitCost, margin(money.amount(), quantity, unitCost),
                    marked || quantity < 0 && CANCELLATION.matcher(number).matches());
        } catch (ArithmeticException e) {
            throw new RejectedRow(Code.TOO_LARGE, "Quantity, price or amount is too large to be kept exactly.");
        }
    }

    private void requireCells() throws RejectedRow {
        boolean blank = true;
        for (int i = 0; blank && i < cells.length; i++) {
            blank = cells[i].isBlank();
        }
        if (blank) {
            throw new RejectedRow(Code.BLANK_ROW, "All cells are blank.");
        }
        for (int i = width; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                throw new RejectedRow(Code.TOO_MANY_CELLS, "The row has " + cells.length + " cells, the header " + width + ".");
            }
        }
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
    private Money money(long quantity) throws RejectedRow {
        var price = number(OrderField.UNIT_PRICE);
        var given = number(OrderField.AMOUNT);
        var written = discount();
        if (given != null) {
            long discount = written == null ? 0 : discounts.offAmount(written, given);
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
        long discount = written == null ? 0 : discounts.offPrice(written, before);
        return new Money(price, discount, Math.subtractExact(before, discount), Long.signum(price));
    }

    /** The file's profit, else amount − quantity × unit cost; of adjustments as of all lines. */
    private @Nullable Long margin(long amount, long quantity, @Nullable Long unitCost) throws RejectedRow {
        var profit = number(OrderField.PROFIT);
        if (profit != null) {
            return profit;
        }
        return unitCost == null ? null : (Long) Math.subtractExact(amount, Exact.product(quantity, unitCost));
    }

    private Moment moment() throws RejectedRow {
        var text = cell(OrderField.DATE);
        if (text == null) {
            throw new RejectedRow(Code.NO_DATE, "The date is blank.");
        }
        if (!text.equals(lastDate)) {
            lastMoment = dates.read(text);
            lastDate = text;
        }
        if (lastMoment.isEmpty()) {
            throw new RejectedRow(Code.UNREADABLE_DATE, "The date \"" + text + "\" is not one written as " + dates.pattern() + ".");
        }
        return lastMoment.get();
    }

    private long quantity() throws RejectedRow {
        var quantity = number(OrderField.QUANTITY);
        if (quantity == null) {
            throw new RejectedRow(Code.NO_QUANTITY, "The quantity is blank.");
        }
        return quantity;
    }

    private @Nullable Long discount() throws RejectedRow {
        var text = cell(OrderField.DISCOUNT);
        return text == null ? null : (Long) number(OrderField.DISCOUNT, text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
    }

    private @Nullable Long number(OrderField field) throws RejectedRow {
        var text = cell(field);
        return text == null ? null : (Long) number(field, text);
    }

    private long number(OrderField field, String text) throws RejectedRow {
        try {
            return withinRange(numbers.read(text));
        } catch (NumberFormatException e) {
            throw new RejectedRow(Code.UNREADABLE_NUMBER, "The " + field.label() + " \"" + text + "\" is no number.");
        } catch (ArithmeticException e) {
            throw new RejectedRow(Code.TOO_LARGE, "The " + field.label() + " " + text + " is too large to be kept exactly.");
        }
    }

    private static long withinRange(long value) {
        if (Math.abs(value) > LARGEST) {
            throw new ArithmeticException();
        }
        return value;
    }

    /** A code; {@code 17850.0} is {@code 17850} where the whole column was exported as floating-point numbers. */
    private @Nullable String code(OrderField field) {
        var text = cell(field);
        return text != null && floatCodes.contains(field) && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private @Nullable String cell(OrderField field) {
        int column = columns[field.ordinal()];
        if (column < 0 || column >= cells.length) {
            return null;
        }
        var text = cells[column].strip();
        return words.isBlank(text) ? null : text;
    }
}
