package org.salesconsultant.warehouse.imports.fields;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Reads numbers as files write them, as ten-thousandths: {@code 1,234.50}, {@code 1.234,50}, {@code £2.55}, {@code (3.10)},
 * {@code 5-}, {@code 1.2E+03}. Which sign parts the decimals is settled once for a file. More than four decimals are rounded
 * half up.
 */
public enum Numbers {
    POINT('.', ','), COMMA(',', '.');

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?");
    private static final Pattern SIGNS_OF_MONEY = Pattern.compile("[\\p{Sc}\\s\\u00a0\\u202f'’元]|^[A-Z]{3}(?=[\\d -])|(?<=[\\d ])[A-Z]{3}$");
    private static final int DECIMALS = 4;
    private static final int DIGITS_THAT_FIT = 14;

    private final char decimal;
    private final Pattern groupedWhole;

    Numbers(char decimal, char group) {
        this.decimal = decimal;
        groupedWhole = Pattern.compile("[+-]?\\d{1,3}(" + Pattern.quote(String.valueOf(group)) + "\\d{3})+(" + Pattern.quote(String.valueOf(decimal)) + "\\d*)?");
    }

    /** What most of the values that tell the two apart say; a decimal point when none does. */
    public static Numbers of(Collection<String> values) {
        int commas = 0;
        for (var value : values) {
            commas += Integer.signum(decimalSign(SIGNS_OF_MONEY.matcher(value).replaceAll("")));
        }
        return commas > 0 ? COMMA : POINT;
    }

    /** @return positive for a decimal comma, negative for a decimal point, 0 where it could be either */
    private static int decimalSign(String value) {
        int comma = value.lastIndexOf(',');
        int point = value.lastIndexOf('.');
        int last = Math.max(comma, point);
        int sign = comma > point ? 1 : -1;
        if (last < 0) {
            return 0;
        }
        if (comma >= 0 && point >= 0) {
            return sign;
        }
        int first = value.indexOf(value.charAt(last));
        if (first < last) {
            return -sign;
        }
        var whole = value.substring(0, last).replaceAll("\\D", "");
        boolean couldGroup = value.substring(last + 1).matches("\\d{3}\\D*") && whole.matches("[1-9]\\d{0,2}");
        return couldGroup ? 0 : sign;
    }

    /**
     * @return ten-thousandths
     * @throws NumberFormatException when it is no number
     * @throws ArithmeticException when it does not fit 64 bits
     */
    public long read(String text) {
        int length = text.length();
        int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        if (length == at || length - at > DIGITS_THAT_FIT) {
            return readAny(text);
        }
        long value = 0;
        int decimals = -1;
        for (int i = at; i < length; i++) {
            char each = text.charAt(i);
            if (each >= '0' && each <= '9' && decimals < DECIMALS) {
                value = value * 10 + each - '0';
                decimals += decimals < 0 ? 0 : 1;
            } else if (each == decimal && decimals < 0 && i > at) {
                decimals = 0;
            } else {
                return readAny(text);
            }
        }
        for (int i = Math.max(decimals, 0); i < DECIMALS; i++) {
            value *= 10;
        }
        return at == 1 ? -value : value;
    }

    /** Whether it can be read. */
    public boolean isNumber(String text) {
        try {
            read(text);
            return true;
        } catch (ArithmeticException | NumberFormatException e) {
            return false;
        }
    }

    private long readAny(String text) {
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        var bare = SIGNS_OF_MONEY.matcher(bracketed ? text.substring(1, text.length() - 1) : text).replaceAll("");
        boolean behind = bare.endsWith("-") && bare.length() > 1;
        if (behind) {
            bare = bare.substring(0, bare.length() - 1);
        }
        if (groupedWhole.matcher(bare).matches()) {
            bare = bare.replace(decimal == '.' ? "," : ".", "");
        }
        var plain = decimal == ',' ? bare.replace(',', '.') : bare;
        if (decimal == ',' && bare.indexOf('.') >= 0 || !PLAIN.matcher(plain).matches()) {
            throw new NumberFormatException(text);
        }
        var value = new BigDecimal(plain).setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        return bracketed || behind ? Math.negateExact(value) : value;
    }
}
