package org.salesconsultant.warehouse.imports.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell looks like, told from its characters alone. What it says is read elsewhere, once its column is known. */
enum CellShape {
    BLANK, NUMBER, DATE, TIME, BOOLEAN,
    /** Letters and digits, or an address, without blanks. */
    CODE,
    TEXT;

    private static final int LONGEST_TYPED = 40;
    private static final Set<String> NOTHING = Set.of("null", "n/a", "na", "nan", "none", "-", "--", "#n/a", "\\n");
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "是", "否");
    private static final String DIGITS = "(\\d{1,3}([.,' \\u00a0\\u202f’]\\d{3})+([.,]\\d+)?|\\d{1,2}(,\\d{2})+,\\d{3}(\\.\\d+)?|\\d+([.,]\\d*)?|[.,]\\d+)";
    private static final String MONEY = "(\\p{Sc}|[A-Z]{3}|R\\$|US\\$|元|kr\\.?)";
    private static final Pattern NUMBERS = Pattern.compile("[(+-]{0,2}\\s?" + MONEY + "?\\s?[+-]?" + DIGITS + "([eE][+-]?\\d{1,3})?\\s?(%|‰|" + MONEY + ")?\\)?-?");
    private static final String CLOCK = "\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d{1,9})?)?(\\s?[AaPp]\\.?[Mm]\\.?)?";
    private static final Pattern TIMES = Pattern.compile(CLOCK);
    private static final Pattern DATES = Pattern.compile("(\\d{1,4}([-/.])\\d{1,2}\\2\\d{1,4}|\\d{1,2}[- .]?\\p{L}{3,9}\\.?[- ,]{1,2}\\d{2,4}|\\p{L}{3,9}\\.? \\d{1,2},? \\d{4}"
            + "|\\d{4}年\\d{1,2}月\\d{1,2}日)([T ,]{1,2}" + CLOCK + "\\s?(Z|UTC|[+-]\\d{2}:?\\d{2})?)?");

    static CellShape of(String cell) {
        var text = cell.strip();
        if (text.isEmpty()) {
            return BLANK;
        }
        if (text.length() <= LONGEST_TYPED) {
            if (hasDigit(text)) {
                if (NUMBERS.matcher(text).matches()) {
                    return NUMBER;
                }
                if (TIMES.matcher(text).matches()) {
                    return TIME;
                }
                if (DATES.matcher(text).matches()) {
                    return DATE;
                }
            } else {
                var lower = text.toLowerCase(Locale.ROOT);
                if (NOTHING.contains(lower)) {
                    return BLANK;
                }
                if (TRUTHS.contains(lower)) {
                    return BOOLEAN;
                }
            }
        }
        return isCode(text) ? CODE : TEXT;
    }

    /** Whether names of columns rarely look like it. */
    boolean isTyped() {
        return this == NUMBER || this == DATE || this == TIME || this == BOOLEAN;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(each -> each >= '0' && each <= '9');
    }

    private static boolean isCode(String text) {
        boolean telling = false;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isWhitespace(each)) {
                return false;
            }
            telling |= each >= '0' && each <= '9' || each == '@' || each == '/';
        }
        return telling;
    }
}
