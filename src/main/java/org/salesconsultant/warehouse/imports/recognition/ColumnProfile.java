package org.salesconsultant.warehouse.imports.recognition;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/**
 * What the cells of a column look like. Shares are of its cells that are not blank, 0 to 1; all are 0 for a column without any.
 *
 * @param cells how many are not blank
 * @param fill share of all rows that are not blank
 * @param distinct how many different ones
 * @param numbers how its numbers are written
 * @param numeric share of cells that are numbers, percent signs passed over
 * @param whole share that are whole numbers
 * @param negative share that are numbers below 0
 * @param least of the numbers
 * @param most of the numbers
 * @param dates share that are dates in the format that fits best
 * @param letters share with a letter in them
 * @param digits share with a digit in them
 * @param length mean length
 * @param words mean count of words
 * @param steady whether all cells are of one length
 * @param padded whether some begin with a zero and another digit
 */
record ColumnProfile(int cells, double fill, int distinct, Numbers numbers, double numeric, double whole, double negative, double least, double most, double dates,
                     double letters, double digits, double percent, double money, double emails, double countries, double currencies, double flags, double months,
                     double length, double words, boolean steady, boolean padded) {
    private static final int LOOKED_AT = 200;
    private static final int DATES_TRIED = 40;
    private static final int LONGEST_NUMBER = 30;
    private static final double TEN_THOUSAND = 10_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]+");
    private static final Pattern DATE_LIKE = Pattern.compile("(?=.*\\d).{6,40}");
    private static final Pattern MONTH = Pattern.compile("(?i)(19|20)\\d\\d[-/.]?(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/.](19|20)\\d\\d|Q[1-4][- /]?(19|20)\\d\\d|(19|20)\\d\\d[- /]?Q[1-4]|FY ?\\d\\d(\\d\\d)?([- ]?Q[1-4])?|(19|20)\\d\\d"
            + "|(19|20)\\d\\d年(第?[1-4一二三四]季度|\\d{1,2}月|)|[a-z]{3,9}\\.?[- ']+(19|20)?\\d\\d");
    private static final Pattern MONEY = Pattern.compile("[-(]?\\s*(?:(?<before>\\p{Sc}|[A-Z]{3})\\s?)?-?\\s?[\\d.,' ]*\\d(?:\\s?(?<behind>\\p{Sc}|[A-Z]{3}|元))?\\)?-?");

    static ColumnProfile of(List<String> cells, int rows, CellWords words, Countries countries) {
        if (cells.isEmpty()) {
            return new ColumnProfile(0, 0, 0, Numbers.POINT, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, false);
        }
        int step = Math.max(1, cells.size() / LOOKED_AT);
        var some = java.util.stream.IntStream.iterate(0, at -> at < cells.size(), at -> at + step).mapToObj(cells::get).toList();
        var bare = some.stream().map(cell -> cell.replace("%", "")).toList();
        var numbers = Numbers.of(bare.stream().filter(ColumnProfile::maybeNumber).filter(cell -> Numbers.POINT.isNumber(cell) || Numbers.COMMA.isNumber(cell)).toList());
        var values = bare.stream().filter(ColumnProfile::maybeNumber).filter(numbers::isNumber).mapToDouble(cell -> numbers.read(cell) / TEN_THOUSAND).toArray();
        double count = some.size();
        return new ColumnProfile(cells.size(), cells.size() / (double) Math.max(1, rows), new HashSet<>(cells).size(), numbers, values.length / count,
                java.util.Arrays.stream(values).filter(value -> value == Math.rint(value)).count() / count,
                java.util.Arrays.stream(values).filter(value -> value < 0).count() / count,
                java.util.Arrays.stream(values).min().orElse(0), java.util.Arrays.stream(values).max().orElse(0), dateShare(some),
                share(some, cell -> cell.codePoints().anyMatch(Character::isLetter)), share(some, cell -> cell.chars().anyMatch(Character::isDigit)),
                share(some, cell -> cell.endsWith("%")), share(some, ColumnProfile::isMoney), share(some, cell -> EMAIL.matcher(cell).matches()),
                share(some, countries::isCountry), share(some, Currencies::isCode), share(some, cell -> words.flag(cell).isPresent()),
                share(some, cell -> MONTH.matcher(cell).matches()), some.stream().mapToInt(String::length).average().orElse(0),
                some.stream().mapToInt(ColumnProfile::wordsOf).average().orElse(0), some.stream().mapToInt(String::length).distinct().count() == 1,
                some.stream().anyMatch(cell -> cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1))));
    }

    /** Share of cells that differ from one another. */
    double unique() {
        return cells == 0 ? 0 : distinct / (double) cells;
    }

    boolean isEmpty() {
        return cells == 0;
    }

    /** Digits of one length that begin with a zero: a number would not be written so. */
    boolean isPaddedWithZeros() {
        return steady && padded;
    }

    /** Whole numbers that could be days of a spreadsheet, seconds or milliseconds since 1970, or months as 202501. */
    boolean couldBeDates() {
        return whole > 0.8 && (least >= 20_000 && most < 80_000 || least >= 1e9 && most < 1e10 || least >= 1e12 && most < 1e13 || least >= 190_001 && most <= 219_912);
    }

    /** Letters and no sentence, as names and titles are; codes have digits. */
    boolean looksLikeNames() {
        return letters > 0.8 && (words > 1.15 || digits < 0.3) && length < 80;
    }

    /** One word with digits in it, or a short word of one length. */
    boolean looksLikeCodes() {
        return words < 1.3 && (digits > 0.8 || steady && length <= 12);
    }

    /** Han characters are counted as words of two. */
    private static int wordsOf(String cell) {
        long han = cell.codePoints().filter(Character::isIdeographic).count();
        return han > 6 ? (int) (han / 2) : cell.split("\\s+").length;
    }

    private static boolean maybeNumber(String cell) {
        return cell.length() <= LONGEST_NUMBER && cell.chars().anyMatch(Character::isDigit) && cell.codePoints().filter(Character::isLetter).count() <= 3;
    }

    /** A number with the sign or code of a currency. */
    private static boolean isMoney(String cell) {
        var parts = MONEY.matcher(cell);
        return parts.matches() && (isCurrency(parts.group("before")) || isCurrency(parts.group("behind")));
    }

    private static boolean isCurrency(@Nullable String text) {
        return text != null && (text.length() < 3 || Currencies.isCode(text));
    }

    private static double dateShare(List<String> some) {
        var tried = some.stream().distinct().limit(DATES_TRIED).toList();
        var like = tried.stream().filter(cell -> DATE_LIKE.matcher(cell).matches()).toList();
        return Dates.candidates(like).stream().findFirst().map(dates -> share(tried, dates::isDate)).orElse(0.0);
    }

    static double share(Collection<String> cells, Predicate<String> wanted) {
        return cells.isEmpty() ? 0 : cells.stream().filter(wanted).count() / (double) cells.size();
    }
}
