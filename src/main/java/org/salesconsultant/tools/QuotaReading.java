package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Period;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.QueryResult;

/** A quota and the revenue that counts towards it, as the metric layer has them, within the viewer's scope. */
final class QuotaReading {
    private static final String QUOTA = "quota";
    private static final String REVENUE = "revenue";
    private static final double SAME = 1e-6;

    private final MetricQueries queries;
    private final ToolContext context;
    private final List<Filter> filters;
    private final Period period;
    private final QueryResult result;
    private final double quota;
    private final List<Filter> counting;

    /**
     * @param filters whose quota
     * @throws MissingData where there are no quotas at all
     */
    QuotaReading(MetricQueries queries, ToolContext context, List<Filter> filters, Period period) {
        this.queries = queries;
        this.context = context;
        this.filters = filters;
        this.period = period;
        this.result = run(List.of(QUOTA), List.of(), filters, period);
        this.quota = result.rows().isEmpty() ? 0 : amount(result.rows().getFirst().getFirst());
        this.counting = counting();
    }

    ToolContext context() {
        return context;
    }

    MetricQueries queries() {
        return queries;
    }

    Period period() {
        return period;
    }

    double quota() {
        return quota;
    }

    QueryResult result() {
        return result;
    }

    LocalDate now() {
        return context.state().now();
    }

    /** Days of the period that the data does not reach. */
    int daysLeft() {
        return (int) Math.min(ChronoUnit.DAYS.between(now(), period.lastDay()), ChronoUnit.DAYS.between(period.from(), period.end()));
    }

    /** The histories of the revenue that counts, by day. @param member narrows them further, or null */
    StepHistories histories(@Nullable Filter member, Grain grain) {
        var narrowed = new ArrayList<>(counting);
        if (member != null) {
            narrowed.removeIf(filter -> filter.dimension().equals(member.dimension()));
            narrowed.add(member);
        }
        return new StepHistories(queries, new ForecastTask(queries.model().metric(REVENUE), grain, 1, narrowed), context);
    }

    /** The quotas of the period by member, the largest first. */
    Map<String, Double> by(Dimension dimension) {
        Map<String, Double> quotas = new LinkedHashMap<>();
        for (var row : run(List.of(QUOTA), List.of(dimension.name()), filters, period).rows()) {
            if (row.getFirst() instanceof String name && amount(row.get(1)) > 0) {
                quotas.put(name, amount(row.get(1)));
            }
        }
        return quotas;
    }

    /** The same of another period. */
    QuotaReading of(Period other) {
        return new QuotaReading(queries, context, filters, other);
    }

    /** Whether every month of the period has a quota. */
    boolean coversPeriod() {
        var months = run(List.of(QUOTA), List.of(Grain.MONTH.word()), filters, period).rows().stream().filter(row -> amount(row.get(1)) != 0).count();
        return months >= ChronoUnit.MONTHS.between(period.from().withDayOfMonth(1), period.lastDay().withDayOfMonth(1)) + 1;
    }

    /** The months of all data that have a quota; at least one. @throws MissingData where there are none */
    static List<Period> months(MetricQueries queries, ToolContext context, List<Filter> filters) {
        var rows = queries.run(context.warehouse(), new MetricQuery(List.of(QUOTA), List.of(Grain.MONTH.word()), filters, null, null, null), context.viewer().scope()).rows();
        var months = rows.stream().filter(row -> row.getFirst() != null && amount(row.get(1)) != 0).map(row -> YearMonth.parse(String.valueOf(row.getFirst())))
                .map(month -> context.state().periods().between(month.atDay(1), month.atEndOfMonth())).toList();
        if (months.isEmpty()) {
            throw new MissingData(queries.model().metric(QUOTA).label());
        }
        return months;
    }

    /**
     * What narrows revenue to that of whoever has a quota, so that what nobody set one for makes none look reached; as
     * {@code quota_attainment} counts it. Of a period with no revenue yet all revenue counts.
     */
    private List<Filter> counting() {
        if (quota == 0 || !revenueDiffers(filters)) {
            return filters;
        }
        for (var name : List.of("rep", "region")) {
            try {
                var holders = by(queries.model().dimension(name)).keySet();
                var narrowed = new ArrayList<>(filters);
                narrowed.add(new Filter(name, Filter.Operator.IN, List.copyOf(holders)));
                if (!holders.isEmpty() && !revenueDiffers(narrowed)) {
                    return narrowed;
                }
            } catch (MissingData none) {
                continue; // quotas are set by the other
            }
        }
        return filters;
    }

    private boolean revenueDiffers(List<Filter> narrowed) {
        var row = run(List.of("quota_attainment", REVENUE), List.of(), filters, period).rows();
        var revenue = run(List.of(REVENUE), List.of(), narrowed, period).rows();
        double counted = row.isEmpty() ? 0 : amount(row.getFirst().getFirst()) * quota;
        double all = revenue.isEmpty() ? 0 : amount(revenue.getFirst().getFirst());
        return Math.abs(counted - all) > SAME * (1 + Math.abs(all));
    }

    private QueryResult run(List<String> metrics, List<String> dimensions, List<Filter> narrowed, Period within) {
        return queries.run(context.warehouse(), new MetricQuery(metrics, dimensions, narrowed, within, null, null), context.viewer().scope());
    }

    static double amount(@Nullable Object cell) {
        return cell instanceof BigDecimal exact ? exact.doubleValue() : cell instanceof Number number ? number.doubleValue() : 0;
    }
}
