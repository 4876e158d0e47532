package org.salesconsultant.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;

/**
 * The numbers that findings explain, signs dropped: cells, arguments, what a finding says of itself, and sums, differences,
 * shares and ratios of cells that stand together.
 */
final class ExplainedNumbers {
    private static final int PAIRED_CELLS = 60;
    private static final int CELLS_OF_A_ROW = 6;

    private final UnaryOperator<String> withoutNames;
    private final List<Double> values = new ArrayList<>();
    private double @Nullable [] sorted;

    /** @param withoutNames takes from a text the names that rows have: they may hold digits */
    ExplainedNumbers(UnaryOperator<String> withoutNames) {
        this.withoutNames = withoutNames;
    }

    void add(Finding finding) {
        said(finding, finding.summary()).forEach(this::addSpoken);
        addWhatIsOfNoRow(finding);
        addRows(finding, finding.rows());
    }

    /**
     * Of what a finding says only what is of some of its rows: their cells, what these come to, their part of all, and how they
     * compare with the first, the last and the next row.
     */
    void addOnly(Finding finding, IntPredicate isMeant) {
        List<List<@Nullable Object>> meant = new ArrayList<>();
        List<Double> ofOthers = new ArrayList<>();
        for (int row = 0; row < finding.rows().size(); row++) {
            if (isMeant.test(row)) {
                meant.add(finding.rows().get(row));
            } else {
                ofOthers.addAll(numbers(finding.rows().get(row)));
            }
        }
        addWhatIsOfNoRow(finding);
        addRows(finding, meant);
        for (int column = 0; column < finding.columns().size(); column++) {
            addAmongAll(finding, column, isMeant, ofOthers);
        }
        said(finding, finding.summary()).stream().filter(number -> ofOthers.stream().noneMatch(number::says)).forEach(this::addSpoken);
    }

    /** Only the nearest explained numbers on both sides can be what was rounded. */
    boolean explain(SpokenNumbers.Spoken number) {
        return number.isCountingWord() || near(number, number.value()) || number.percent() && near(number, number.value() / 100);
    }

    private boolean near(SpokenNumbers.Spoken number, double value) {
        if (sorted == null) {
            sorted = values.stream().mapToDouble(Math::abs).sorted().distinct().toArray();
        }
        int at = Arrays.binarySearch(sorted, value);
        int above = at >= 0 ? at : -at - 1;
        return above < sorted.length && number.says(sorted[above]) || above > 0 && number.says(sorted[above - 1]);
    }

    /** A passage of a document may be told in other words, with its numbers; what a measured member is called measures nothing. */
    private List<SpokenNumbers.Spoken> said(Finding finding, String text) {
        return SpokenNumbers.in(finding.provenance().metrics().isEmpty() ? text : withoutNames.apply(text));
    }

    private void addSpoken(SpokenNumbers.Spoken number) {
        values.add(number.percent() ? number.value() / 100 : number.value());
    }

    private void addWhatIsOfNoRow(Finding finding) {
        texts(finding).forEach(text -> said(finding, text).forEach(this::addSpoken));
        var comparison = finding.comparison();
        if (comparison != null) {
            values.addAll(numbers(Arrays.asList(comparison.value(), comparison.before(), comparison.change())));
        }
        values.add((double) finding.rows().size());
    }

    private void addRows(Finding finding, List<List<@Nullable Object>> rows) {
        for (var row : rows) {
            var cells = numbers(row);
            values.addAll(cells);
            for (int i = 0; i < Math.min(cells.size(), CELLS_OF_A_ROW); i++) {
                for (int j = i + 1; j < Math.min(cells.size(), CELLS_OF_A_ROW); j++) {
                    addPair(cells.get(i), cells.get(j));
                }
            }
        }
        for (int column = 0; column < finding.columns().size(); column++) {
            int index = column;
            addColumn(numbers(rows.stream().map(row -> row.get(index)).toList()));
        }
    }

    private void addColumn(List<Double> column) {
        if (column.size() < 2) {
            return;
        }
        double total = sum(column);
        double largest = column.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double smallest = column.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        values.add(total);
        values.add(total / column.size());
        addPair(largest, smallest);
        addPair(column.getFirst(), column.getLast());
        for (int i = 0; i + 1 < column.size(); i++) {
            addPair(column.get(i), column.get(i + 1));
        }
        double running = 0;
        for (double value : column.subList(0, Math.min(column.size(), PAIRED_CELLS))) {
            running += value;
            values.add(running);
            if (total != 0) {
                values.add(value / total);
                values.add(running / total);
            }
        }
    }

    /** @param ofOthers told the parts of all that the rows have which are not meant */
    private void addAmongAll(Finding finding, int index, IntPredicate isMeant, List<Double> ofOthers) {
        int last = finding.rows().size() - 1;
        var column = numbers(finding.rows().stream().map(row -> row.get(index)).toList());
        if (column.size() < 2) {
            return;
        }
        double total = sum(column);
        values.add(total);
        values.add(total / column.size());
        for (int row = 0; row <= last; row++) {
            if (!(finding.rows().get(row).get(index) instanceof Number cell)) {
                continue;
            }
            (isMeant.test(row) ? values : ofOthers).add(cell.doubleValue() / total);
            if (isMeant.test(row)) {
                int self = row;
                numbers(IntStream.of(0, row - 1, row + 1, last).filter(beside -> beside >= 0 && beside <= last && beside != self)
                        .mapToObj(beside -> finding.rows().get(beside).get(index)).toList()).forEach(beside -> addPair(cell.doubleValue(), beside));
            }
        }
    }

    private void addPair(double a, double b) {
        values.add(a + b);
        values.add(a - b);
        if (a != 0 && b != 0) {
            values.add(a / b);
            values.add(b / a);
            values.add((a - b) / b);
            values.add((b - a) / a);
        }
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Double> numbers(List<? extends @Nullable Object> cells) {
        List<Double> numbers = new ArrayList<>();
        for (var cell : cells) {
            if (cell instanceof Number number) {
                numbers.add(number.doubleValue());
            }
        }
        return numbers;
    }

    private static Stream<String> texts(Finding finding) {
        var model = finding.provenance().model();
        var error = model == null ? null : model.error();
        return Stream.concat(finding.caveats().stream(), Stream.of(finding.title(), arguments(finding), error == null ? "" : error));
    }

    private static String arguments(Finding finding) {
        try {
            return Json.MAPPER.writeValueAsString(finding.arguments());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
