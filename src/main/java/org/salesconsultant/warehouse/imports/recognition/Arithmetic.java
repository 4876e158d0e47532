package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/**
 * Finds columns of which one is the product of two others, less a discount where there is one: quantity, unit price and amount
 * give themselves away in any language.
 */
final class Arithmetic {
    private static final int ROWS = 200;
    private static final int MOST_COLUMNS = 16;
    private static final int FEWEST_ROWS = 4;
    private static final double MOST = 0.9;
    private static final double CENT = 0.011;
    private static final double HALF_A_CENT = 0.0051;
    private static final double OF_THE_AMOUNT = 0.02;
    private static final double TEN_THOUSAND = 10_000;
    private static final int NONE = -1;

    private final List<Integer> columns = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    /**
     * Columns that belong together.
     *
     * @param discount −1: none
     * @param written how the discount is meant
     */
    record Relation(int quantity, int price, int amount, int discount, Discounts written) {}

    Arithmetic(Sample sample, List<ColumnProfile> profiles) {
        int rows = Math.min(ROWS, sample.rows().size());
        for (int column = 0; column < profiles.size() && columns.size() < MOST_COLUMNS; column++) {
            var profile = profiles.get(column);
            if (profile.numeric() > MOST && profile.distinct() > 1 && profile.dates() < MOST) {
                columns.add(column);
                values.add(values(sample, column, rows, profile.numbers()));
            }
        }
    }

    /**
     * All relations that hold in nine of ten rows in which they can be told.
     *
     * @param mayBeDiscount how likely a column is a discount by its header; columns at 0 are not tried
     */
    List<Relation> relations(ToDoubleFunction<Integer> mayBeDiscount) {
        var found = new ArrayList<Relation>();
        for (int quantity = 0; quantity < columns.size(); quantity++) {
            for (int price = 0; price < columns.size(); price++) {
                if (quantity != price && mostlyWhole(values.get(quantity))) {
                    relationsOf(quantity, price, mayBeDiscount, found);
                }
            }
        }
        return found;
    }

    private void relationsOf(int quantity, int price, ToDoubleFunction<Integer> mayBeDiscount, List<Relation> found) {
        for (int amount = 0; amount < columns.size(); amount++) {
            if (amount == quantity || amount == price) {
                continue;
            }
            if (holds(quantity, price, amount, NONE, Discounts.MONEY)) {
                found.add(relation(quantity, price, amount, NONE, Discounts.MONEY));
            }
            for (int discount = 0; discount < columns.size(); discount++) {
                boolean other = discount != quantity && discount != price && discount != amount;
                if (other && mayBeDiscount.applyAsDouble(columns.get(discount)) > 0) {
                    written(quantity, price, amount, discount).ifPresent(found::add);
                }
            }
        }
    }

    private Optional<Relation> written(int quantity, int price, int amount, int discount) {
        for (var written : Discounts.values()) {
            if (holds(quantity, price, amount, discount, written)) {
                return Optional.of(relation(quantity, price, amount, discount, written));
            }
        }
        return Optional.empty();
    }

    private Relation relation(int quantity, int price, int amount, int discount, Discounts written) {
        return new Relation(columns.get(quantity), columns.get(price), columns.get(amount), discount == NONE ? NONE : columns.get(discount), written);
    }

    /** Rows with a quantity of 0 or 1, without a price, or without the discount that is asked about say nothing. */
    private boolean holds(int quantity, int price, int amount, int discount, Discounts written) {
        int told = 0;
        int held = 0;
        for (int row = 0; row < values.get(quantity).length; row++) {
            double pieces = values.get(quantity)[row];
            double each = values.get(price)[row];
            double given = values.get(amount)[row];
            double off = discount == NONE ? 0 : values.get(discount)[row];
            boolean tells = Math.abs(pieces) > 1 && Math.abs(each) > 0 && each != 1 && !Double.isNaN(given) && (discount == NONE || Math.abs(off) > 0);
            if (tells) {
                told++;
                double tolerance = Math.min(Math.max(CENT, Math.abs(pieces) * HALF_A_CENT), OF_THE_AMOUNT * Math.abs(given) + CENT);
                held += Math.abs(after(pieces * each, off, written) - given) <= tolerance ? 1 : 0;
                if (told - held > (1 - MOST) * values.get(quantity).length) {
                    return false;
                }
            }
        }
        return told >= (discount == NONE ? FEWEST_ROWS : FEWEST_ROWS - 1) && held >= MOST * told;
    }

    private static double after(double before, double off, Discounts written) {
        return switch (written) {
            case MONEY -> before - off;
            case NEGATIVE_MONEY -> before + off;
            case FRACTION -> before * (1 - off);
            case PERCENT -> before * (1 - off / 100);
        };
    }

    private static boolean mostlyWhole(double[] values) {
        return Arrays.stream(values).filter(value -> value == Math.rint(value)).count() > MOST * Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    private static double[] values(Sample sample, int column, int rows, Numbers numbers) {
        var values = new double[rows];
        for (int row = 0; row < rows; row++) {
            var cell = sample.rows().get(row)[column].replace("%", "");
            values[row] = cell.isEmpty() || !numbers.isNumber(cell) ? Double.NaN : numbers.read(cell) / TEN_THOUSAND;
        }
        return values;
    }
}
