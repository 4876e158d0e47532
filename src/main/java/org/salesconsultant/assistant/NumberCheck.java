package org.salesconsultant.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;

/**
 * Says whether the numbers of a sentence come from findings: a cell, an argument, something the finding itself says, or a
 * sum, difference, share or ratio of cells that stand together. What holds for no finding is made up.
 */
public final class NumberCheck {
    private static final int PAIRED_CELLS = 60;
    private static final int CELLS_OF_A_ROW = 6;

    private final double[] explained;
    private final List<String> names;

    public NumberCheck(List<Finding> findings) {
        names = findings.stream().flatMap(finding -> finding.rows().stream()).flatMap(List::stream)
                .filter(cell -> cell instanceof String text && text.length() > 2).map(String.class::cast).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).limit(500).toList();
        List<Double> values = new ArrayList<>();
        findings.forEach(finding -> read(finding, values));
        explained = values.stream().mapToDouble(Math::abs).sorted().distinct().toArray();
    }

    public boolean holds(String sentence) {
        return SpokenNumbers.in(withoutNames(sentence)).stream().allMatch(this::explains);
    }

    /** Names of members may hold digits ("REGENCY CAKESTAND 3 TIER"): those are not numbers. */
    String withoutNames(String sentence) {
        var text = sentence;
        for (var name : names) {
            if (containsIgnoringCase(text, name)) {
                text = Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE).matcher(text).replaceAll(" ");
            }
        }
        return text;
    }

    private boolean explains(SpokenNumbers.Spoken number) {
        return number.isCountingWord() || near(number, number.value()) || number.percent() && near(number, number.value() / 100);
    }

    /** Only the nearest explained numbers on both sides can be what was rounded. */
    private boolean near(SpokenNumbers.Spoken number, double value) {
        int at = Arrays.binarySearch(explained, value);
        int above = at >= 0 ? at : -at - 1;
        return above < explained.length && number.says(explained[above]) || above > 0 && number.says(explained[above - 1]);
    }

    /** A passage of a document may be told in other words, with its numbers; what a measured member is called measures nothing. */
    private void read(Finding finding, List<Double> values) {
        boolean measures = !finding.provenance().metrics().isEmpty();
        for (var text : texts(finding)) {
            SpokenNumbers.in(measures ? withoutNames(text) : text).forEach(number -> values.add(number.percent() ? number.value() / 100 : number.value()));
        }
        var comparison = finding.comparison();
        if (comparison != null) {
            for (var number : Arrays.asList(comparison.value(), comparison.before(), comparison.change())) {
                if (number != null) {
                    values.add(number.doubleValue());
                }
            }
        }
        for (var row : finding.rows()) {
            var cells = numbers(row);
            values.addAll(cells);
            for (int i = 0; i < Math.min(cells.size(), CELLS_OF_A_ROW); i++) {
                for (int j = i + 1; j < Math.min(cells.size(), CELLS_OF_A_ROW); j++) {
                    pair(cells.get(i), cells.get(j), values);
                }
            }
        }
        for (int column = 0; column < finding.columns().size(); column++) {
            int index = column;
            readColumn(numbers(finding.rows().stream().map(row -> row.get(index)).toList()), values);
        }
        values.add((double) finding.rows().size());
    }

    private static void readColumn(List<Double> column, List<Double> values) {
        if (column.size() < 2) {
            return;
        }
        double total = column.stream().mapToDouble(Double::doubleValue).sum();
        double largest = column.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double smallest = column.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        values.add(total);
        values.add(total / column.size());
        pair(largest, smallest, values);
        pair(column.getFirst(), column.getLast(), values);
        for (int i = 0; i + 1 < column.size(); i++) {
            pair(column.get(i), column.get(i + 1), values);
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

    private static void pair(double a, double b, List<Double> values) {
        values.add(a + b);
        values.add(a - b);
        if (a != 0 && b != 0) {
            values.add(a / b);
            values.add(b / a);
            values.add((a - b) / b);
            values.add((b - a) / a);
        }
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

    /** What the finding says of itself. */
    private static List<String> texts(Finding finding) {
        try {
            List<String> texts = new ArrayList<>(finding.caveats());
            texts.add(finding.title());
            texts.add(finding.summary());
            texts.add(Json.MAPPER.writeValueAsString(finding.arguments()));
            var model = finding.provenance().model();
            if (model != null && model.error() != null) {
                texts.add(model.error());
            }
            return texts;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean containsIgnoringCase(String text, String part) {
        for (int i = 0; i + part.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
