package org.salesconsultant.channels.export;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;

/**
 * A finding's first rows as lines of text, aligned where all letters are equally wide; a Chinese one is as wide as two.
 *
 * @param text header and rows, a line each
 * @param columns how many of the finding's there are
 * @param isWhole whether nothing of the finding's table is left out
 */
public record TextTable(String text, int columns, boolean isWhole) {
    private static final String BETWEEN = "  ";
    private static final int NARROWEST_CELL = 12;
    private static final int NARROWER = 4;

    /**
     * @param rows at most
     * @param widestCell in letters; what is longer ends in …
     * @param width of a line, in letters; where columns do not fit, cells become narrower, and the last columns that still do not are left out
     */
    public static TextTable of(Finding finding, int rows, int widestCell, int width) {
        return IntStream.iterate(widestCell, widest -> widest >= NARROWEST_CELL, widest -> widest - NARROWER)
                .mapToObj(widest -> laidOut(finding, rows, widest, width))
                .reduce((wider, narrower) -> narrower.columns() > wider.columns() ? narrower : wider).orElseThrow();
    }

    private static TextTable laidOut(Finding finding, int rows, int widestCell, int width) {
        List<List<String>> whole = new ArrayList<>();
        whole.add(finding.columns().stream().map(TextTable::heading).toList());
        finding.rows().stream().limit(rows).forEach(row -> whole.add(cells(finding, row)));
        var lines = whole.stream().map(line -> line.stream().map(cell -> shortened(cell, widestCell)).toList()).toList();
        var widths = IntStream.range(0, finding.columns().size())
                .map(column -> lines.stream().mapToInt(line -> width(line.get(column))).max().orElse(0)).toArray();
        int columns = fitting(widths, width);
        var text = lines.stream().map(line -> line(line, finding.columns().subList(0, columns), widths)).collect(Collectors.joining("\n", "", "\n"));
        return new TextTable(text, columns, finding.rows().size() <= rows && columns == widths.length && lines.equals(whole));
    }

    /** A cell as a person reads it: figures with separators, rates in percent, nothing as a dash. */
    public static String cell(@Nullable Object cell, Finding.Type type) {
        if (cell == null) {
            return "–";
        }
        if (!(cell instanceof Number number)) {
            return cell.toString().replaceAll("\\s+", " ");
        }
        var format = type == Finding.Type.PERCENT ? NumberFormat.getPercentInstance(Locale.UK) : NumberFormat.getNumberInstance(Locale.UK);
        int decimals = switch (type) {
            case MONEY -> 2;
            case PERCENT -> 1;
            case NUMBER, TEXT, DATE -> number instanceof Double || number instanceof BigDecimal ? 2 : 0;
            case INTEGER -> 0;
        };
        format.setMinimumFractionDigits(type == Finding.Type.NUMBER ? 0 : decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A column's name with its unit. */
    public static String heading(Finding.Column column) {
        return column.unit() == null ? column.name() : column.name() + " (" + column.unit() + ")";
    }

    private static List<String> cells(Finding finding, List<@Nullable Object> row) {
        return IntStream.range(0, row.size()).mapToObj(column -> cell(row.get(column), finding.columns().get(column).type())).toList();
    }

    private static int fitting(int[] widths, int width) {
        int columns = 0;
        for (long used = 0; columns < widths.length; columns++) {
            used += widths[columns] + (columns == 0 ? 0 : BETWEEN.length());
            if (used > width && columns > 0) {
                break;
            }
        }
        return columns;
    }

    private static String line(List<String> cells, List<Finding.Column> columns, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            var blanks = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(isText(columns.get(i).type()) ? cells.get(i) + blanks : blanks + cells.get(i)).append(BETWEEN);
        }
        return line.toString().stripTrailing();
    }

    /** At most so many letters; what is longer ends in …. */
    public static String shortened(String text, int widest) {
        return text.codePointCount(0, text.length()) <= widest ? text : text.substring(0, text.offsetByCodePoints(0, widest - 1)) + "…";
    }

    private static boolean isText(Finding.Type type) {
        return type == Finding.Type.TEXT || type == Finding.Type.DATE;
    }

    /** UAX #11. */
    private static int width(String text) {
        return text.codePoints().map(point -> switch (UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
        }).sum();
    }
}
