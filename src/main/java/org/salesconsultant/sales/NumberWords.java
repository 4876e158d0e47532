package org.salesconsultant.sales;

import java.util.List;
import java.util.Locale;

/** Small whole numbers in figures or words: {@code 12}, {@code twelve}, {@code 十二}, {@code 两}. */
public final class NumberWords {
    private static final List<String> ENGLISH = List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty");
    private static final List<String> ORDINALS = List.of("zeroth", "first", "second", "third", "fourth", "fifth");
    private static final List<String> TENS = List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final String CHINESE = "零一二三四五六七八九";
    private static final int TEN = 10;

    /** A regular expression for what {@link #read} reads. */
    public static final String PATTERN = "(?:\\d{1,4}|" + String.join("|", TENS) + "|" + String.join("|", ENGLISH.reversed()) + "|[零一二两三四五六七八九十]{1,3})";

    private NumberWords() {}

    /** @param words matched by {@link #PATTERN}, or an ordinal up to fifth */
    public static int read(String words) {
        var text = words.toLowerCase(Locale.ROOT);
        if (!text.isEmpty() && text.chars().allMatch(Character::isDigit)) {
            return Integer.parseInt(text);
        }
        if (ENGLISH.contains(text)) {
            return ENGLISH.indexOf(text);
        }
        if (TENS.contains(text)) {
            return TEN * (TENS.indexOf(text) + 3);
        }
        return ORDINALS.contains(text) ? ORDINALS.indexOf(text) : chinese(text.replace('两', '二'));
    }

    private static int chinese(String text) {
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.chars().reduce(0, (sum, digit) -> TEN * sum + CHINESE.indexOf(digit));
        }
        int tens = ten == 0 ? 1 : CHINESE.indexOf(text.charAt(ten - 1));
        return TEN * tens + (ten + 1 < text.length() ? CHINESE.indexOf(text.charAt(ten + 1)) : 0);
    }
}
