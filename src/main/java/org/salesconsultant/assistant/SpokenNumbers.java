package org.salesconsultant.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers a reader sees in a text; dates, quarters and years are not among them. */
final class SpokenNumbers {
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{4}-\\d\\d(?:-\\d\\d)?\\b"
            + "|\\b\\d{4}-[QW]\\d{1,2}\\b"
            + "|\\b\\d{1,2}(?:st|nd|rd|th)?(?: (?:to|and|–|-) \\d{1,2}(?:st|nd|rd|th)?)? " + MONTH + "\\b\\.?,?(?: \\d{4})?"
            + "|\\b" + MONTH + "\\.? \\d{1,2}(?:st|nd|rd|th)?\\b,?(?: \\d{4})?"
            + "|\\d{4}年(?:第[一二三四]季度|[上下]半年|\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月(?:\\d{1,2}日)?"
            + "|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b|\\b[QHW]\\d{1,2}\\b|\\b(?:19|20)\\d\\d\\b(?![.,]\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,])(\\d{1,3}(?:[,\\u202f\\u00a0]\\d{3})+|\\d+)(\\.\\d+)?\\s?(%|k\\b|mn?\\b|bn\\b|thousand\\b|million\\b|billion\\b|万|亿)?",
            Pattern.CASE_INSENSITIVE);

    private SpokenNumbers() {}

    /**
     * @param value unit applied, sign dropped; a percentage as written: 25 for 25%
     * @param halfDigit half of the last digit shown: what rounding may have taken away
     */
    record Spoken(double value, double halfDigit, boolean percent) {
        /** Whether this is how {@code exact} (a fraction, for a percentage) may be said. */
        boolean says(double exact) {
            double size = Math.abs(exact);
            double slack = halfDigit * 1.001 + 1e-9 * size;
            return percent ? Math.abs(100 * size - value) <= slack || Math.abs(size - value) <= slack : Math.abs(size - value) <= slack;
        }
    }

    /** Whether a text has numbers that the question did not have. */
    static boolean areMoreThanIn(String question, String text) {
        var asked = in(question).stream().map(Spoken::value).toList();
        return in(text).stream().anyMatch(number -> !asked.contains(number.value()));
    }

    static List<Spoken> in(String text) {
        List<Spoken> numbers = new ArrayList<>();
        var matcher = NUMBER.matcher(DATE.matcher(text).replaceAll(" "));
        while (matcher.find()) {
            var decimals = matcher.group(2);
            double unit = unit(matcher.group(3));
            double value = Double.parseDouble(matcher.group(1).replaceAll("\\D", "") + (decimals == null ? "" : decimals));
            double half = 0.5 * Math.pow(10, decimals == null ? 0 : 1 - decimals.length());
            numbers.add(new Spoken(value * unit, half * unit, "%".equals(matcher.group(3))));
        }
        return numbers;
    }

    private static double unit(@Nullable String word) {
        return word == null ? 1 : switch (word.toLowerCase(Locale.ROOT)) {
            case "k", "thousand" -> 1e3;
            case "m", "mn", "million" -> 1e6;
            case "bn", "billion" -> 1e9;
            case "万" -> 1e4;
            case "亿" -> 1e8;
            default -> 1;
        };
    }
}
