package org.salesconsultant.channels.export;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;

/**
 * What a finding's chart draws: one series for each figure column, or for each member of a second text column.
 *
 * @param x the column along the axis
 * @param unit the column whose unit the other axis has: only what shares it is drawn
 * @param steps along the axis, each once
 * @param series values by name, one for each step; NaN where there is none
 */
record ChartData(Finding.Column x, Finding.Column unit, List<String> steps, Map<String, double[]> series) {
    private static final int SERIES = 6;
    private static final int BARS = 15;

    /** Empty where there is nothing to draw. */
    static Optional<ChartData> of(Finding finding) {
        var chart = finding.chart();
        int x = chart == null ? -1 : column(finding, chart.x());
        var drawn = chart == null ? List.<Integer>of() : drawn(finding, chart);
        if (chart == null || x < 0 || drawn.isEmpty() || finding.rows().size() < 2) {
            return Optional.empty();
        }
        return Optional.of(switch (chart.kind()) {
            case LINE, STACKED -> overTime(finding, x, drawn);
            case BAND -> columns(finding, finding.rows(), x, drawn);
            case BAR -> columns(finding, ranked(finding, x, drawn.getFirst()), x, drawn.subList(0, 1));
            case SCATTER -> columns(finding, finding.rows(), x, drawn.subList(0, 1));
        });
    }

    double[] values(String name) {
        return Objects.requireNonNull(series.get(name));
    }

    static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static int column(Finding finding, String name) {
        return finding.columns().stream().map(Finding.Column::name).toList().indexOf(name);
    }

    private static boolean isFigure(Finding.Column column) {
        return column.type() != Finding.Type.TEXT && column.type() != Finding.Type.DATE;
    }

    private static List<Integer> drawn(Finding finding, Finding.Chart chart) {
        var figures = chart.series().stream().map(name -> column(finding, name))
                .filter(index -> index >= 0 && isFigure(finding.columns().get(index))).toList();
        return figures.stream().filter(index -> sameUnit(finding.columns().get(index), finding.columns().get(figures.getFirst())))
                .limit(SERIES).toList();
    }

    private static boolean sameUnit(Finding.Column one, Finding.Column other) {
        return one.type() == other.type() && Objects.equals(one.unit(), other.unit());
    }

    private static ChartData overTime(Finding finding, int x, List<Integer> drawn) {
        var steps = finding.rows().stream().map(row -> String.valueOf(row.get(x))).distinct().toList();
        int split = IntStream.range(0, finding.columns().size())
                .filter(index -> index != x && finding.columns().get(index).type() == Finding.Type.TEXT).findFirst().orElse(-1);
        return split >= 0 && steps.size() < finding.rows().size() ? members(finding, x, split, drawn.getFirst(), steps)
                : columns(finding, finding.rows(), x, drawn);
    }

    private static ChartData members(Finding finding, int x, int split, int value, List<String> steps) {
        Map<String, double[]> series = new LinkedHashMap<>();
        finding.rows().stream().map(row -> String.valueOf(row.get(split))).distinct().limit(SERIES).forEach(member -> {
            var values = new double[steps.size()];
            Arrays.fill(values, Double.NaN);
            series.put(member, values);
        });
        for (var row : finding.rows()) {
            var values = series.get(String.valueOf(row.get(split)));
            if (values != null) {
                values[steps.indexOf(String.valueOf(row.get(x)))] = number(row.get(value));
            }
        }
        return new ChartData(finding.columns().get(x), finding.columns().get(value), steps, series);
    }

    private static ChartData columns(Finding finding, List<List<@Nullable Object>> rows, int x, List<Integer> drawn) {
        Map<String, double[]> series = new LinkedHashMap<>();
        drawn.forEach(index -> series.put(finding.columns().get(index).name(), rows.stream().mapToDouble(row -> number(row.get(index))).toArray()));
        return new ChartData(finding.columns().get(x), finding.columns().get(drawn.getFirst()),
                rows.stream().map(row -> String.valueOf(row.get(x))).toList(), series);
    }

    private static List<List<@Nullable Object>> ranked(Finding finding, int x, int value) {
        var rows = finding.rows().stream().filter(row -> row.get(value) instanceof Number);
        return (finding.columns().get(x).type() == Finding.Type.DATE ? rows
                : rows.sorted(Comparator.comparingDouble(row -> -number(row.get(value))))).limit(BARS).toList();
    }
}
