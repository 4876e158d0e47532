package org.salesconsultant.assistant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("one", "1"), Map.entry("two", "2"), Map.entry("three", "3"), Map.entry("four", "4"), Map.entry("five", "5"),
            Map.entry("six", "6"), Map.entry("seven", "7"), Map.entry("eight", "8"), Map.entry("nine", "9"), Map.entry("ten", "10"),
            Map.entry("twelve", "12"), Map.entry("fifteen", "15"), Map.entry("twenty", "20"), Map.entry("thirty", "30"),
            Map.entry("forty", "40"), Map.entry("fifty", "50"), Map.entry("sixty", "60"), Map.entry("seventy", "70"),
            Map.entry("eighty", "80"), Map.entry("ninety", "90"));
    /** Whole numbers this small are counting words ("the top 3", "two of 5") more often than results. */
    private static final double COUNTING_WORD = 10;
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\d.,])([$£€¥]\\s?)?(\\d{1,3}(?:[,\\u202f\\u00a0]\\d{3})+|\\d+)(\\.\\d+)?\\s?"
            + "(%|percent\\b|per cent\\b|pct\\b|k\\b|mn?\\b|bn\\b|thousand\\b|million\\b|billion\\b|hundred\\b|千|百万|千万|万|亿)?", Pattern.CASE_INSENSITIVE);
    /** Amounts in words are read as far as they have a size in them: nobody counts in millions. */
    private static final Pattern IN_WORDS = Pattern.compile(
            "\\b(" + String.join("|", SMALL.keySet()) + ")[\\s-](hundred|thousand|million|billion|percent|per cent)\\b", Pattern.CASE_INSENSITIVE);

    private SpokenNumbers() {}

    /**
     * @param value unit applied, sign dropped; a percentage as written: 25 for 25%
     * @param halfDigit half of the last digit shown: what rounding may have taken away
     * @param plain without a currency, a unit or a percent sign
     */
    record Spoken(double value, double halfDigit, boolean percent, boolean plain) {
        /** Whether it more likely counts what is spoken of than says a result. */
        boolean isCountingWord() {
            return plain && value <= COUNTING_WORD && value == Math.rint(value);
        }

        /** Whether this is how {@code exact} (a fraction, for a percentage) may be said. */
        boolean says(double exact) {
            double size = Math.abs(exact);
            double slack = halfDigit * 1.001 + 1e-9 * size;
            return percent ? Math.abs(100 * size - value) <= slack || Math.abs(size - value) <= slack : Math.abs(size - value) <= slack;
        }
    }

    /** Whether a text has numbers, beyond small counts, that the question did not have. */
    static boolean areMoreThanIn(String question, String text) {
        var asked = in(question).stream().map(Spoken::value).toList();
        return in(text).stream().anyMatch(number -> !number.isCountingWord() && !asked.contains(number.value()));
    }

    static List<Spoken> in(String text) {
        List<Spoken> numbers = new ArrayList<>();
        var figures = IN_WORDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(found -> SMALL.get(found.group(1).toLowerCase(Locale.ROOT)) + " " + found.group(2));
        var matcher = NUMBER.matcher(DATE.matcher(figures).replaceAll(" "));
        while (matcher.find()) {
            var decimals = matcher.group(3);
            var word = matcher.group(4);
            double unit = unit(word);
            double value = Double.parseDouble(matcher.group(2).replaceAll("\\D", "") + (decimals == null ? "" : decimals));
            double half = 0.5 * Math.pow(10, decimals == null ? 0 : 1 - decimals.length());
            boolean percent = word != null && (word.equals("%") || word.toLowerCase(Locale.ROOT).startsWith("p"));
            numbers.add(new Spoken(value * unit, half * unit, percent, word == null && matcher.group(1) == null));
        }
        return numbers;
    }

    private static double unit(@Nullable String word) {
        return word == null ? 1 : switch (word.toLowerCase(Locale.ROOT)) {
            case "hundred" -> 1e2;
            case "k", "thousand", "千" -> 1e3;
            case "m", "mn", "million", "百万" -> 1e6;
            case "千万" -> 1e7;
            case "bn", "billion" -> 1e9;
            case "万" -> 1e4;
            case "亿" -> 1e8;
            default -> 1;
        };
    }
}
