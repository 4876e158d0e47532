package org.salesconsultant.warehouse.imports.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a row names the columns of the rows below it. A name differs in kind from what it names: a word over numbers or
 * dates, a word over codes of one pattern; it is not one of the values; and names are short and differ from each other.
 */
final class HeaderTest {
    private static final int ROWS = 100;
    private static final int LONGEST_NAME = 80;
    private static final double MOST = 0.7;
    private static final double NEARLY_ALL = 0.9;
    private static final int ENOUGH = 3;
    /** What a column of codes says, against 1 of a column of numbers. */
    private static final double CODED = 0.6;

    private final List<Column> columns = new ArrayList<>();

    /** What the rows below say of a column. */
    private record Column(boolean typed, boolean blank, String pattern, Set<String> values) {}

    /** Points for and against. */
    record Evidence(double forIt, double against, int typedNames, boolean couldBe) {
        /** Nothing but the look of the row itself. */
        boolean open() {
            return forIt == against;
        }

        boolean isHeader() {
            return forIt > against || open() && couldBe;
        }
    }

    /** @param body the rows below, of which the first hundred are looked at */
    HeaderTest(List<String[]> body, int width) {
        var looked = body.stream().limit(ROWS).toList();
        for (int i = 0; i < width; i++) {
            int at = i;
            columns.add(column(looked.stream().filter(row -> at < row.length).map(row -> row[at].strip()).filter(cell -> !cell.isEmpty()).toList()));
        }
    }

    Evidence of(String[] row) {
        double forIt = 0;
        double against = 0;
        int typedNames = 0;
        for (int i = 0; i < Math.min(row.length, columns.size()); i++) {
            var cell = row[i].strip();
            var shape = CellShape.of(cell);
            var column = columns.get(i);
            if (cell.isEmpty() || column.blank()) {
                continue;
            }
            if (column.typed()) {
                boolean value = isValue(cell, shape, column);
                forIt += value || shape == CellShape.BLANK ? 0 : 1;
                typedNames += value || shape == CellShape.BLANK ? 0 : 1;
                against += value ? 1 : 0;
            } else {
                boolean alike = !column.pattern().isEmpty() && column.pattern().equals(pattern(cell));
                boolean coded = column.pattern().indexOf('9') >= 0;
                forIt += coded && !alike ? CODED : 0;
                against += column.values().contains(cell) || alike && coded || isValue(cell, shape, column) ? CODED : 0;
            }
        }
        return new Evidence(forIt, against, typedNames, couldBe(row));
    }

    /** {@code Y}, {@code No} and the like are names too, unless the column has them as values. */
    private static boolean isValue(String cell, CellShape shape, Column column) {
        return shape.isTyped() && (shape != CellShape.BOOLEAN || column.values().contains(cell));
    }

    /** Columns of numbers, dates and the like. */
    int typedColumns() {
        return (int) columns.stream().filter(Column::typed).count();
    }

    /** Short words, each another. */
    private static boolean couldBe(String[] row) {
        var names = Arrays.stream(row).map(String::strip).filter(cell -> !cell.isEmpty()).toList();
        return !names.isEmpty() && new HashSet<>(names).size() == names.size()
                && names.stream().allMatch(name -> name.length() <= LONGEST_NAME && !isNumberOrDate(name))
                && names.stream().anyMatch(name -> name.codePoints().anyMatch(Character::isLetter));
    }

    private static boolean isNumberOrDate(String name) {
        var shape = CellShape.of(name);
        return shape.isTyped() && shape != CellShape.BOOLEAN;
    }

    private static Column column(List<String> cells) {
        var shapes = new EnumMap<CellShape, Integer>(CellShape.class);
        var patterns = new HashMap<String, Integer>();
        for (var cell : cells) {
            shapes.merge(CellShape.of(cell), 1, Integer::sum);
            patterns.merge(pattern(cell), 1, Integer::sum);
        }
        shapes.remove(CellShape.BLANK);
        int all = shapes.values().stream().mapToInt(Integer::intValue).sum();
        int typed = shapes.entrySet().stream().filter(each -> each.getKey().isTyped()).mapToInt(Map.Entry::getValue).sum();
        var usual = patterns.entrySet().stream().max(Map.Entry.comparingByValue());
        boolean one = all >= ENOUGH && usual.isPresent() && usual.get().getValue() >= cells.size() * NEARLY_ALL;
        return new Column(all > 0 && typed >= all * MOST, all == 0, one ? usual.get().getKey() : "", new HashSet<>(cells));
    }

    /** Runs of letters as one a, runs of digits as one 9, all else as it is: {@code MG-8769} is {@code a-9}. */
    private static String pattern(String cell) {
        var pattern = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            char each = cell.charAt(i);
            char sign = Character.isLetter(each) ? 'a' : Character.isDigit(each) ? '9' : each;
            if (pattern.isEmpty() || pattern.charAt(pattern.length() - 1) != sign) {
                pattern.append(sign);
            }
        }
        return pattern.toString();
    }
}
