package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.warehouse.semantic.MetricQuery.Running;

/** Lays a table's groups out as the rows of a result: members, metrics, shares, running values. */
record ResultRows(Asked asked, @Nullable Shares shares, @Nullable String currency) {

    List<Finding.Column> columns() {
        List<Finding.Column> columns = new ArrayList<>();
        for (var dimension : asked.dimensions()) {
            boolean date = dimension.members() == Source.DAY || dimension.members() == Source.WEEK;
            columns.add(Finding.Column.of(dimension.name(), date ? Finding.Type.DATE : Finding.Type.TEXT));
        }
        asked.metrics().forEach(metric -> columns.add(column(metric.name(), metric.type())));
        if (shares != null) {
            for (var metric : asked.sharable()) {
                columns.add(Finding.Column.of(metric.name() + QueryResult.SHARE, Finding.Type.PERCENT));
                if (shares.ofFirst()) {
                    columns.add(Finding.Column.of(metric.name() + QueryResult.SHARE + "_of_" + asked.dimensions().getFirst().name(), Finding.Type.PERCENT));
                }
            }
        }
        if (asked.running() instanceof Running running) {
            boolean moving = running.kind() == Running.Kind.MOVING;
            for (var metric : asked.metrics()) {
                columns.add(column(metric.name() + (moving ? QueryResult.MOVING : QueryResult.CUMULATIVE),
                        moving && metric.type() == Finding.Type.INTEGER ? Finding.Type.NUMBER : metric.type()));
            }
        }
        return columns;
    }

    private Finding.Column column(String name, Finding.Type type) {
        return new Finding.Column(name, type, type == Finding.Type.MONEY ? currency : null);
    }

    List<List<@Nullable Object>> rows(GroupTable table) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (var group : table.groups()) {
            List<@Nullable Object> cells = new ArrayList<>(group.members());
            asked.metrics().forEach(metric -> cells.add(metric.value(group.sums())));
            if (shares != null) {
                for (var metric : asked.sharable()) {
                    cells.add(shares.ofAll(metric, group));
                    if (shares.ofFirst()) {
                        cells.add(shares.ofFirst(metric, group));
                    }
                }
            }
            if (asked.running() instanceof Running running) {
                asked.metrics().forEach(metric -> cells.add(running.kind() == Running.Kind.MOVING ? metric.mean(group.running(), running.window())
                        : metric.value(group.running())));
            }
            rows.add(cells);
        }
        return rows;
    }
}
