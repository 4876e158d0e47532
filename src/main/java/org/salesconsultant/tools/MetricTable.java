package org.salesconsultant.tools;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Period;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Metric;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.Source;

/**
 * The table of a metric finding, headed in the viewer's language: the cells asked for; each member's share of the whole; and
 * where a comparison was asked for, the number before and the change.
 */
final class MetricTable {
    private final MetricReading reading;
    private final ToolContext context;
    private final MemberNames names;
    private final List<Finding.Column> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    MetricTable(MetricReading reading) {
        this.reading = reading;
        this.context = reading.context();
        this.names = new MemberNames(reading);
        var earlier = reading.earlier();
        var before = reading.before();
        if (before == null || earlier == null || !reading.asked()) {
            fill();
        } else if (reading.dimensions().isEmpty()) {
            fillPeriods(before, earlier);
        } else {
            fillBeside(before, earlier);
        }
    }

    List<Finding.Column> columns() {
        return columns;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** The share of a row in the whole, as the metric layer has it; null where none was asked or shares say nothing. */
    static @Nullable Double share(MetricReading reading, List<@Nullable Object> row) {
        int at = reading.at(reading.metric().name() + QueryResult.SHARE);
        return at < 0 ? null : (Double) row.get(at);
    }

    private void fill() {
        dimensionColumns();
        reading.metrics().forEach(metric -> columns.add(column(metric, label(metric))));
        var extras = extras();
        extras.values().forEach(columns::add);
        for (var row : reading.result().rows()) {
            var cells = members(row);
            cells.addAll(row.subList(reading.column(), reading.column() + reading.metrics().size()));
            extras.keySet().forEach(at -> cells.add(row.get(at)));
            rows.add(cells);
        }
    }

    /** Columns beside the metrics, by their places in the result; shares of a single row, or without a value, are left out. */
    private Map<Integer, Finding.Column> extras() {
        Map<Integer, Finding.Column> extras = new LinkedHashMap<>();
        boolean one = reading.metrics().size() == 1;
        for (var metric : reading.metrics()) {
            var share = metric.name() + QueryResult.SHARE;
            boolean told = reading.asksShares() || reading.result().rows().size() > 1;
            put(extras, told ? share : "", one ? context.say("share") : context.say("share_column", "metric", label(metric)), Finding.Type.PERCENT);
            if (reading.dimensions().size() > 1) {
                var first = reading.dimensions().getFirst();
                put(extras, share + "_of_" + first.name(), context.say("share_of_column", "metric", label(metric),
                        "dimension", Labels.inSentence(first.label(), context.language())), Finding.Type.PERCENT);
            }
            put(extras, metric.name() + QueryResult.CUMULATIVE, context.say("cumulative_column", "metric", label(metric)), metric.type());
            put(extras, metric.name() + QueryResult.MOVING, context.say("moving_column", "metric", label(metric), "window", window()),
                    metric.type() == Finding.Type.INTEGER ? Finding.Type.NUMBER : metric.type());
        }
        return extras;
    }

    private void put(Map<Integer, Finding.Column> extras, String name, String heading, Finding.Type type) {
        int at = reading.at(name);
        if (at >= 0 && reading.result().rows().stream().anyMatch(row -> row.get(at) != null)) {
            extras.put(at, new Finding.Column(heading, type, type == Finding.Type.MONEY ? context.state().currency() : null));
        }
    }

    private int window() {
        return reading.query().running() == null ? 0 : reading.query().running().window();
    }

    /** One row for each of two periods. */
    private void fillPeriods(Period before, QueryResult earlier) {
        columns.add(Finding.Column.of(context.say("period"), Finding.Type.TEXT));
        reading.metrics().forEach(metric -> columns.add(column(metric, label(metric))));
        List<@Nullable Object> now = new ArrayList<>(List.of(context.spoken().period(reading.period())));
        now.addAll(reading.result().rows().getFirst());
        rows.add(now);
        List<@Nullable Object> then = new ArrayList<>(List.of(context.spoken().period(before)));
        for (int i = 0; i < reading.metrics().size(); i++) {
            then.add(earlier.rows().isEmpty() ? null : earlier.rows().getFirst().get(i));
        }
        rows.add(then);
    }

    /** Each member's number, the one before and the change. */
    private void fillBeside(Period before, QueryResult earlier) {
        dimensionColumns();
        for (var metric : reading.metrics()) {
            columns.add(column(metric, label(metric)));
            columns.add(column(metric, beforeColumn(metric, before)));
            if (metric.type() != Finding.Type.PERCENT) {
                columns.add(Finding.Column.of(context.say("change", "metric", label(metric)), Finding.Type.PERCENT));
            }
        }
        boolean ranked = reading.isRanking();
        if (ranked) {
            columns.add(Finding.Column.of(context.say("rank_before"), Finding.Type.INTEGER));
        }
        Map<List<@Nullable Object>, List<@Nullable Object>> byMember = new HashMap<>();
        Map<List<@Nullable Object>, Long> ranks = new HashMap<>();
        earlier.rows().forEach(row -> {
            byMember.put(key(row, before), row);
            ranks.putIfAbsent(key(row, before), ranks.size() + 1L);
        });
        for (var row : reading.result().rows()) {
            var then = byMember.get(key(row, reading.period()));
            var cells = members(row);
            for (int i = 0; i < reading.metrics().size(); i++) {
                var metric = reading.metrics().get(i);
                var value = (Number) row.get(reading.column() + i);
                var old = then == null ? null : (Number) then.get(reading.column() + i);
                cells.add(value);
                cells.add(old);
                if (metric.type() != Finding.Type.PERCENT) {
                    cells.add(MetricReading.change(metric, value, old));
                }
            }
            if (ranked) {
                cells.add(ranks.get(key(row, reading.period())));
            }
            rows.add(cells);
        }
    }

    /** The head of the column with the numbers before. */
    String beforeColumn(Metric metric, Period before) {
        return context.say("before_column", "metric", label(metric), "period", context.spoken().period(before));
    }

    /** What tells rows of two periods apart: members by name, steps of time by their place in the period. */
    private List<@Nullable Object> key(List<@Nullable Object> row, Period period) {
        List<@Nullable Object> key = new ArrayList<>();
        for (int i = 0; i < reading.dimensions().size(); i++) {
            key.add(place(reading.dimensions().get(i), row.get(i), period));
        }
        return key;
    }

    private static @Nullable Object place(Dimension dimension, @Nullable Object member, Period period) {
        if (member == null || !dimension.isTime() || dimension.members() == Source.WEEKDAY) {
            return member;
        }
        var grain = Grain.of(dimension.members().word());
        var from = grain.start(period.from());
        var start = MemberNames.start(grain, member);
        return switch (grain) {
            case DAY -> ChronoUnit.DAYS.between(from, start);
            case WEEK -> ChronoUnit.WEEKS.between(from, start);
            case MONTH, QUARTER, YEAR -> ChronoUnit.MONTHS.between(from, start);
        };
    }

    private void dimensionColumns() {
        for (int i = 0; i < reading.dimensions().size(); i++) {
            columns.add(new Finding.Column(reading.dimensions().get(i).label().in(context.language()),
                    reading.result().columns().get(i).type(), null));
        }
    }

    private List<@Nullable Object> members(List<@Nullable Object> row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < reading.dimensions().size(); i++) {
            cells.add(names.cell(reading.dimensions().get(i), row.get(i)));
        }
        return cells;
    }

    private Finding.Column column(Metric metric, String name) {
        return new Finding.Column(name, metric.type(), metric.type() == Finding.Type.MONEY ? context.state().currency() : null);
    }

    private String label(Metric metric) {
        return metric.label().in(context.language());
    }
}
