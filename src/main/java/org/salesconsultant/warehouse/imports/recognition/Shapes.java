package org.salesconsultant.warehouse.imports.recognition;

import org.salesconsultant.warehouse.imports.fields.Field;

/**
 * Tells how well the cells of a column fit a field: 0 where it cannot be that field, 0.5 where they say nothing, 1 where they are
 * what the field looks like.
 */
final class Shapes {
    private static final double UNKNOWN = 0.5;
    private static final double UNPROVED = 0.6;
    private static final double MOST = 0.8;
    private static final double LIKELY = 0.9;
    private static final int FEW_ROWS = 12;
    private static final int HANDFUL = 5;
    private static final int LONGEST_CODE = 60;

    private Shapes() {}

    static double fit(Field field, ColumnProfile column) {
        if (column.isEmpty()) {
            return field.shape() == Field.Shape.DATE || field.shape() == Field.Shape.NUMBER ? 0.3 : UNKNOWN;
        }
        return switch (field.shape()) {
            case CODE -> code(column);
            case TEXT -> text(field, column);
            case NUMBER -> number(field, column);
            case DATE -> date(column);
            case FLAG -> column.flags() >= LIKELY ? 1 : column.flags() > UNKNOWN && column.distinct() <= 3 ? UNKNOWN : unproved(column, column.flags());
        };
    }

    private static double code(ColumnProfile column) {
        boolean sentence = column.words() > 5 || column.length() > LONGEST_CODE;
        boolean fractions = column.numeric() > MOST && column.whole() < MOST && !column.isPaddedWithZeros() || column.money() > UNKNOWN;
        if (sentence || fractions || column.emails() > UNKNOWN || column.percent() > UNKNOWN) {
            return 0;
        }
        if (column.dates() > MOST && column.whole() < MOST) {
            return 0;
        }
        if (column.flags() > LIKELY && column.distinct() == 2 && column.cells() > FEW_ROWS) {
            return 0.2;
        }
        return column.looksLikeCodes() ? 1 : column.looksLikeNames() ? UNKNOWN : 0.75;
    }

    private static double text(Field field, ColumnProfile column) {
        boolean none = column.letters() < UNKNOWN;
        return switch (field) {
            case EMAIL -> column.emails() > UNKNOWN ? 1 : 0;
            case COUNTRY -> none ? 0 : column.countries() > UNKNOWN ? 1 : column.looksLikeNames() ? UNKNOWN : 0;
            case CURRENCY -> column.currencies() > MOST ? 1 : column.length() <= 4 && column.distinct() <= 3 ? UNKNOWN : 0;
            case PERIOD -> column.months() > MOST ? 1 : column.dates() > MOST ? 0.1 : none ? 0.2 : 0.3;
            case TEXT -> none ? 0 : column.words() >= 4 ? 1 : column.distinct() <= 2 ? 0.2 : UNKNOWN;
            case SUBJECT -> none ? 0 : column.length() < 120 ? 0.9 : 0.3;
            case DESCRIPTION, OPPORTUNITY_NAME -> none || column.emails() > UNKNOWN ? 0 : column.length() > 200 ? 0.2 : column.looksLikeNames() ? 1 : 0.4;
            case CUSTOMER_NAME, FIRST_NAME, LAST_NAME, REP, MANAGER -> none || column.emails() > UNKNOWN ? 0 : column.length() > 80 ? 0
                    : column.looksLikeNames() ? 1 : 0.4;
            case CAMPAIGN_NAME -> none ? 0 : column.length() > 120 ? 0 : column.looksLikeNames() ? 1 : UNKNOWN;
            case ARM -> column.distinct() > 20 || column.length() > 60 ? 0 : 1;
            case REGION, CITY -> column.countries() > MOST && column.length() > 3 ? 0.1 : group(column);
            case CATEGORY, CUSTOMER_TYPE -> group(column);
            case CHANNEL, LINE_KIND, STAGE, INTERACTION_KIND, DIRECTION, STATUS, FEEDBACK_SOURCE, PURPOSE, LANGUAGE -> column.length() > 40 ? 0
                    : fewValues(column) ? none ? 0.3 : 1 : 0.2;
            default -> none ? 0 : UNKNOWN;
        };
    }

    private static double group(ColumnProfile column) {
        return column.length() > 60 || column.emails() > UNKNOWN ? 0 : column.letters() < UNKNOWN ? 0.2 : fewValues(column) ? 1 : 0.6;
    }

    /** So few that they are groups; a file of a few rows says nothing about that. */
    private static boolean fewValues(ColumnProfile column) {
        return column.cells() <= FEW_ROWS || column.distinct() <= Math.max(15, column.cells() * 0.3);
    }

    private static double number(Field field, ColumnProfile column) {
        if (column.numeric() < MOST) {
            return column.numeric() > UNKNOWN ? 0.4 : unproved(column, column.numeric());
        }
        if (column.dates() > LIKELY && column.whole() < UNKNOWN) {
            return 0;
        }
        return switch (field) {
            case QUANTITY, STOCK -> column.percent() > 0 || column.money() > UNKNOWN ? 0 : column.whole() > MOST ? 1 : 0.6;
            case IMPRESSIONS, CLICKS, LEAD_DAYS -> column.money() > UNKNOWN ? 0 : column.whole() > MOST ? 1 : 0.2;
            case RATING -> column.least() >= 0 && column.most() <= 10 ? 1 : column.least() >= 0 && column.most() <= 100 ? 0.4 : 0;
            case DURATION -> column.least() < 0 || column.money() > UNKNOWN ? 0 : 0.9;
            case UNIT_PRICE, UNIT_COST, LIST_PRICE, SPEND -> column.percent() > 0 ? 0 : column.negative() > 0.3 ? 0.3 : column.whole() < MOST || column.money() > UNKNOWN ? 1 : 0.7;
            case AMOUNT, VALUE, CLOSE_VALUE, RESPONSE_VALUE, QUOTA -> column.percent() > 0 ? 0 : column.whole() < MOST || column.money() > UNKNOWN ? 1 : 0.7;
            case PROFIT -> column.percent() > 0 ? 0 : column.negative() > 0 ? 1 : 0.7;
            case DISCOUNT -> 0.8;
            default -> UNKNOWN;
        };
    }

    private static double date(ColumnProfile column) {
        return column.dates() > MOST ? 1 : column.dates() > UNKNOWN ? UNKNOWN : column.couldBeDates() ? 0.4
                : Math.max(column.dates() > 0.1 ? 0.2 : 0, unproved(column, column.dates()));
    }

    /** Of a handful of cells one that is right leaves the others to be mistakes: the header decides. @param right share of cells */
    private static double unproved(ColumnProfile column, double right) {
        return column.cells() <= HANDFUL && right > 0 ? UNPROVED : 0;
    }
}
