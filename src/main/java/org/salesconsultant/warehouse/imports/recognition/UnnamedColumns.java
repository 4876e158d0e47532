package org.salesconsultant.warehouse.imports.recognition;

import java.util.stream.IntStream;
import org.salesconsultant.warehouse.imports.fields.Field;

/**
 * Tells what the columns of a file without headers may be, by their cells alone: order lines with a date, codes that come again,
 * small whole numbers and money.
 */
final class UnnamedColumns {
    private static final double FEW = 1_000;

    private final Look look;

    UnnamedColumns(Look look) {
        this.look = look;
    }

    /** As a header would say it, 0 to 1. */
    double fit(Field field, int column) {
        var profile = look.profiles().get(column);
        boolean date = profile.dates() > 0.9;
        boolean number = profile.numeric() > 0.9 && !date;
        boolean leadingZeros = look.sample().cells(column).stream().anyMatch(cell -> cell.matches("0\\d+"));
        boolean code = !date && profile.looksLikeCodes() && profile.unique() < 1 && (!number || profile.whole() > 0.99);
        boolean count = number && profile.whole() > 0.99 && profile.most() < FEW && !leadingZeros;
        boolean money = number && (profile.whole() < 0.9 || profile.money() > 0.5);
        boolean name = profile.looksLikeNames() && profile.numeric() < 0.1 && !date;
        return switch (field) {
            case DATE -> date ? 0.85 : 0;
            case EMAIL -> 0.9;
            case COUNTRY -> profile.countries() > 0.7 && profile.length() > 2 ? 0.7 : 0;
            case CUSTOMER_CODE -> code && !count && !repeatsAnEarlierOne(column) ? 0.62 : 0;
            case PRODUCT_CODE -> code && !count && !repeatsAnEarlierOne(column) ? 0.56 : 0;
            case QUANTITY -> count ? 0.62 : 0;
            case AMOUNT -> money ? 0.62 : 0;
            case DESCRIPTION -> name && profile.words() > 1.5 ? 0.58 : 0;
            default -> 0;
        };
    }

    private boolean repeatsAnEarlierOne(int column) {
        return IntStream.range(0, column).anyMatch(earlier -> look.isSameAs(column, earlier));
    }
}
