package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;

/** Draws queries of every form that the members of a table's rows can fill. */
final class RandomQueries {
    static final List<String> OF_LINES = List.of("day", "week", "month", "quarter", "year", "weekday", "product", "category", "country",
            "region", "rep", "channel", "customer", "customer_type", "customer_status", "item_type", "income", "colour");
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");
    private static final List<String> RATES = List.of("return_rate", "average_order_value", "average_price", "margin_rate", "discount_rate", "repeat_rate",
            "orders_per_customer", "win_rate", "response_rate", "conversion_rate", "average_rating");

    private final Random random;
    private final List<String> dimensions;
    private final LocalDate first;

    /** @param dimensions that the rows have @param first day of the data */
    RandomQueries(Random random, List<String> dimensions, LocalDate first) {
        this.random = random;
        this.dimensions = dimensions;
        this.first = first;
    }

    RowScope scope() {
        return random.nextInt(3) == 0 ? new RowScope.OfRep("Rep " + random.nextInt(3)) : new RowScope.All();
    }

    MetricQuery draw(PlainEvaluation plain) {
        var metrics = some(plain.metrics(), 1 + random.nextInt(Math.min(3, plain.metrics().size())));
        var dimensions = new ArrayList<>(some(this.dimensions, random.nextInt(4)));
        var running = random.nextInt(5) == 0 ? running(dimensions) : null;
        boolean members = dimensions.stream().anyMatch(dimension -> !PlainEvaluation.TIMES.contains(dimension));
        boolean others = members && random.nextInt(4) == 0;
        boolean share = running == null && random.nextInt(4) == 0 && !RATES.containsAll(metrics);
        List<Filter> filters = new ArrayList<>();
        for (var dimension : some(this.dimensions, random.nextInt(3))) {
            var filter = filter(plain, dimension);
            if (filter != null) {
                filters.add(filter);
            }
        }
        var from = first.plusDays(random.nextInt(RandomStar.DAYS - 20));
        var period = random.nextBoolean() ? null : new Period("drawn", from, from.plusDays(1 + random.nextInt(120)), false);
        if (running == null && !dimensions.isEmpty() && random.nextInt(4) == 0) {
            filters.add(threshold(plain, metrics, dimensions));
        }
        var by = random.nextBoolean() || dimensions.isEmpty() ? null : random.nextBoolean() ? metrics.getFirst() : dimensions.getFirst();
        return new MetricQuery(metrics, dimensions, filters, period, by == null ? null : new MetricQuery.Order(by, random.nextBoolean()),
                random.nextInt(3) == 0 ? (Integer) (1 + random.nextInt(6)) : null, share, others, running);
    }

    /** Leaves one time dimension among the dimensions, a grain. */
    private MetricQuery.Running running(List<String> dimensions) {
        dimensions.removeIf(PlainEvaluation.TIMES::contains);
        while (dimensions.size() > 2) {
            dimensions.removeLast();
        }
        var grain = GRAINS.get(random.nextInt(GRAINS.size()));
        dimensions.add(random.nextInt(dimensions.size() + 1), grain);
        return random.nextBoolean() ? MetricQuery.Running.moving(2 + random.nextInt(4))
                : new MetricQuery.Running(MetricQuery.Running.Kind.CUMULATIVE, 0, !"week".equals(grain) && random.nextBoolean());
    }

    /** Bounds are often values that some group has to the last digit. */
    private Filter threshold(PlainEvaluation plain, List<String> metrics, List<String> dimensions) {
        var metric = random.nextBoolean() ? metrics.getFirst() : plain.metrics().get(random.nextInt(plain.metrics().size()));
        var values = new ArrayList<>(plain.run(new MetricQuery(List.of(metric), dimensions, List.of(), null, null, null), List.of(), new RowScope.All(), false, null)
                .values().stream().map(row -> row.cells().getFirst()).filter(value -> value != null).toList());
        Collections.shuffle(values, random);
        int decimals = RATES.contains(metric) ? 2 : 4;
        var bounds = values.stream().limit(2).map(value -> BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP)).sorted().toList();
        if (bounds.size() < 2) {
            return new Filter(metric, Filter.Operator.AT_LEAST, List.of("1"));
        }
        var low = bounds.getFirst().toPlainString();
        return switch (random.nextInt(5)) {
            case 0 -> new Filter(metric, Filter.Operator.AT_LEAST, List.of(low));
            case 1 -> new Filter(metric, Filter.Operator.AT_MOST, List.of(low));
            case 2 -> new Filter(metric, Filter.Operator.MORE_THAN, List.of(low));
            case 3 -> new Filter(metric, Filter.Operator.LESS_THAN, List.of(low));
            default -> new Filter(metric, Filter.Operator.BETWEEN, List.of(low, bounds.getLast().toPlainString()));
        };
    }

    /** Values are those of a drawn line. Customers are left out: a rep must not know another's, which has a test of its own. */
    private @Nullable Filter filter(PlainEvaluation plain, String dimension) {
        var value = value(plain, dimension);
        var other = value(plain, dimension);
        if (value == null || other == null || Set.of("customer", "rep").contains(dimension)) {
            return null;
        }
        boolean dated = PlainEvaluation.TIMES.contains(dimension) && !"weekday".equals(dimension);
        var between = value.compareTo(other) <= 0 ? List.of(value, other) : List.of(other, value);
        return switch (random.nextInt(dated ? 8 : 4)) {
            case 0 -> new Filter(dimension, Filter.Operator.IS, List.of(value));
            case 1 -> new Filter(dimension, Filter.Operator.IN, List.of(value, other));
            case 2 -> new Filter(dimension, Filter.Operator.IS_NOT, List.of(value));
            case 3 -> dated ? new Filter(dimension, Filter.Operator.AT_MOST, List.of(value))
                    : "weekday".equals(dimension) ? new Filter(dimension, Filter.Operator.BETWEEN, List.of("Tuesday", "Friday"))
                    : new Filter(dimension, Filter.Operator.CONTAINS, List.of(value.substring(value.length() / 2)));
            case 4 -> new Filter(dimension, Filter.Operator.AT_LEAST, List.of(value));
            case 5 -> new Filter(dimension, Filter.Operator.MORE_THAN, List.of(value));
            case 6 -> new Filter(dimension, Filter.Operator.LESS_THAN, List.of(value));
            default -> new Filter(dimension, Filter.Operator.BETWEEN, between);
        };
    }

    private @Nullable String value(PlainEvaluation plain, String dimension) {
        var lines = plain.rows();
        var member = PlainEvaluation.member(dimension, lines.get(random.nextInt(lines.size())));
        return member instanceof LocalDate day ? day.toString() : (String) member;
    }

    private List<String> some(List<String> all, int count) {
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }
}
