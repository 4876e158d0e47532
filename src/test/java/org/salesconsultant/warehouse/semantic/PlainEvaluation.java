package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.MetricQuery.Running;

/** DESIGN.md's definitions, line by line, in the slowest and most obvious way. */
final class PlainEvaluation {
    static final Set<String> TIMES = Set.of("day", "week", "month", "quarter", "year", "weekday");
    static final String OTHERS = "others";
    private static final Set<String> OF_PRODUCT = Set.of("product", "category", "colour");

    private final List<? extends PlainRow> all;
    private final Sums metrics;

    /** @param all rows of one table */
    PlainEvaluation(List<? extends PlainRow> all, Sums metrics) {
        this.all = all;
        this.metrics = metrics;
    }

    /** What metrics come to over the rows of a table. */
    interface Sums {
        List<String> names();

        PlainSum sum(String metric, List<? extends PlainRow> rows);
    }

    List<? extends PlainRow> rows() {
        return all;
    }

    List<String> metrics() {
        return metrics.names();
    }

    /** A group's lines, and what its cells come to: metrics, then shares, then running values. */
    record Row(List<PlainRow> lines, List<@Nullable Double> cells) {}

    /**
     * The groups, without a limit.
     *
     * @param leaders the members told from the others, or null where there are no others
     */
    Map<List<@Nullable Object>, Row> run(MetricQuery query, List<Filter> thresholds, RowScope scope, boolean ranking, @Nullable List<@Nullable Object> leaders) {
        var asked = selected(query, query.filters(), scope);
        var kept = ranking && leaders == null ? asked.stream().filter(line -> isRanked(query, line)).toList() : asked;
        Map<List<@Nullable Object>, List<PlainRow>> groups = new LinkedHashMap<>();
        kept.forEach(line -> groups.computeIfAbsent(key(query, line, ranking, leaders), any -> new ArrayList<>()).add(line));
        fill(query, groups);
        Map<List<@Nullable Object>, Row> rows = new LinkedHashMap<>();
        groups.forEach((key, lines) -> {
            if (leaders != null || passes(thresholds, lines)) {
                List<@Nullable Double> cells = new ArrayList<>();
                query.metrics().forEach(metric -> cells.add(metrics.sum(metric, lines).value()));
                shares(query, scope, key, lines, groups, cells);
                running(query, key, groups, cells);
                rows.put(key, new Row(lines, cells));
            }
        });
        return rows;
    }

    private List<PlainRow> selected(MetricQuery query, List<Filter> filters, RowScope scope) {
        return all.stream().<PlainRow>map(line -> line).filter(line -> !(scope instanceof RowScope.OfRep(String rep)) || line.visibleTo(rep))
                .filter(line -> query.period() == null || line.day() != null && query.period().contains(line.day()))
                .filter(line -> filters.stream().allMatch(filter -> passes(filter, line.day(), line))).toList();
    }

    /** A ranking of products leaves out fees, adjustments and lines without a product, one of customers lines without a customer. */
    private static boolean isRanked(MetricQuery query, PlainRow line) {
        boolean named = query.filters().stream().anyMatch(filter -> "product".equals(filter.dimension()));
        if (!named && query.dimensions().stream().anyMatch(OF_PRODUCT::contains) && line.isFeeOrAdjustment()) {
            return false;
        }
        return (named || !query.dimensions().contains("product") || !line.isLine() || line.member("product") != null)
                && (!query.dimensions().contains("customer") || line.member("customer") != null);
    }

    private static List<@Nullable Object> key(MetricQuery query, PlainRow line, boolean ranking, @Nullable List<@Nullable Object> leaders) {
        var first = query.dimensions().stream().filter(dimension -> !TIMES.contains(dimension)).findFirst().orElse("");
        boolean named = query.filters().stream().anyMatch(filter -> "product".equals(filter.dimension()));
        List<@Nullable Object> key = new ArrayList<>();
        for (var dimension : query.dimensions()) {
            var member = member(dimension, line);
            if (leaders != null && dimension.equals(first)) {
                boolean counts = named || !OF_PRODUCT.contains(dimension) || !line.isFeeOrAdjustment();
                key.add(counts && leaders.contains(member) ? member : OTHERS);
            } else {
                key.add(!ranking && leaders == null && line.fee() && OF_PRODUCT.contains(dimension) ? QueryResult.FEES : member);
            }
        }
        return key;
    }

    /** A step of time without lines is a row too, from the first day of the data to the last, as far as period and filters reach. */
    private void fill(MetricQuery query, Map<List<@Nullable Object>, List<PlainRow>> groups) {
        boolean series = query.dimensions().size() == 1 && TIMES.contains(query.dimensions().getFirst());
        if (groups.isEmpty() || !series && query.running() == null) {
            return;
        }
        int at = grain(query);
        for (var key : List.copyOf(groups.keySet()).stream().filter(one -> one.get(at) != null).toList()) {
            for (var step : steps(query, at)) {
                var filled = new ArrayList<>(key);
                filled.set(at, step);
                groups.computeIfAbsent(filled, any -> new ArrayList<>());
            }
        }
    }

    private static int grain(MetricQuery query) {
        return query.dimensions().indexOf(query.dimensions().stream().filter(TIMES::contains).findFirst().orElseThrow());
    }

    private List<Object> steps(MetricQuery query, int at) {
        var first = all.stream().map(PlainRow::day).filter(Objects::nonNull).min(LocalDate::compareTo).orElseThrow();
        var last = all.stream().map(PlainRow::day).filter(Objects::nonNull).max(LocalDate::compareTo).orElseThrow();
        Map<String, Object> steps = new TreeMap<>();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var each = day;
            if ((query.period() == null || query.period().contains(day)) && query.filters().stream().filter(filter -> TIMES.contains(filter.dimension()))
                    .allMatch(filter -> passes(filter, each, null))) {
                var step = Objects.requireNonNull(time(query.dimensions().get(at), day));
                steps.put(step.toString(), step);
            }
        }
        return List.copyOf(steps.values());
    }

    private boolean passes(List<Filter> thresholds, List<PlainRow> lines) {
        return thresholds.stream().allMatch(filter -> {
            var value = metrics.sum(filter.dimension(), lines);
            if (value.isEmpty()) {
                return false;
            }
            int first = value.compareTo(new BigDecimal(filter.values().getFirst()));
            return switch (filter.op()) {
                case AT_LEAST -> first >= 0;
                case AT_MOST -> first <= 0;
                case MORE_THAN -> first > 0;
                case LESS_THAN -> first < 0;
                case BETWEEN -> first >= 0 && value.compareTo(new BigDecimal(filter.values().getLast())) <= 0;
                case IS -> first == 0;
                case IS_NOT, IN, CONTAINS -> throw new IllegalArgumentException(filter.toString());
            };
        });
    }

    private void shares(MetricQuery query, RowScope scope, List<@Nullable Object> key, List<PlainRow> lines, Map<List<@Nullable Object>, List<PlainRow>> groups,
                        List<@Nullable Double> cells) {
        if (!query.share()) {
            return;
        }
        var filters = query.dimensions().isEmpty() ? query.filters().stream().filter(filter -> TIMES.contains(filter.dimension())).toList() : query.filters();
        var whole = selected(query, filters, scope);
        for (var metric : query.metrics()) {
            var part = metrics.sum(metric, lines);
            if (part.per() == null) {
                cells.add(share(part, metrics.sum(metric, whole)));
                if (query.dimensions().size() > 1) {
                    // others have no part of their own to be a share of where they stand in the first column
                    boolean gathered = OTHERS.equals(key.getFirst());
                    var first = whole.stream().filter(line -> Objects.equals(first(query, line), key.getFirst())).toList();
                    cells.add(gathered || groups.isEmpty() ? null : share(part, metrics.sum(metric, first)));
                }
            }
        }
    }

    private static @Nullable Object first(MetricQuery query, PlainRow line) {
        var dimension = query.dimensions().getFirst();
        return OF_PRODUCT.contains(dimension) && line.fee() ? QueryResult.FEES : member(dimension, line);
    }

    private static @Nullable Double share(PlainSum part, PlainSum whole) {
        return part.isEmpty() || whole.isEmpty() || whole.of().signum() <= 0 ? null : (Double) (part.of().doubleValue() / whole.of().doubleValue());
    }

    private void running(MetricQuery query, List<@Nullable Object> key, Map<List<@Nullable Object>, List<PlainRow>> groups, List<@Nullable Double> cells) {
        if (!(query.running() instanceof Running running)) {
            return;
        }
        int at = grain(query);
        if (key.get(at) == null) {
            query.metrics().forEach(metric -> cells.add(null));
            return;
        }
        var steps = steps(query, at);
        int own = steps.indexOf(key.get(at));
        int from = running.kind() == Running.Kind.MOVING ? own - running.window() + 1 : 0;
        List<List<PlainRow>> parts = new ArrayList<>();
        for (int i = Math.max(from, 0); i <= own; i++) {
            boolean counts = !running.eachYear() || year(steps.get(i)).equals(year(steps.get(own)));
            if (counts) {
                var step = new ArrayList<>(key);
                step.set(at, steps.get(i));
                parts.add(groups.getOrDefault(step, List.of()));
            }
        }
        for (var metric : query.metrics()) {
            if (running.kind() == Running.Kind.CUMULATIVE) {
                cells.add(metrics.sum(metric, parts.stream().flatMap(List::stream).toList()).value());
            } else {
                cells.add(from < 0 ? null : parts.stream().map(lines -> metrics.sum(metric, lines)).reduce(PlainSum::plus).orElseThrow().mean(running.window()));
            }
        }
    }

    private static String year(Object step) {
        return step.toString().substring(0, 4);
    }

    private static boolean passes(Filter filter, @Nullable LocalDate day, @Nullable PlainRow line) {
        var member = TIMES.contains(filter.dimension()) ? time(filter.dimension(), day) : member(filter.dimension(), Objects.requireNonNull(line));
        if ("weekday".equals(filter.dimension()) && filter.op() == Filter.Operator.BETWEEN) {
            int own = day == null ? 0 : day.getDayOfWeek().getValue();
            return own >= weekday(filter.values().getFirst()) && own <= weekday(filter.values().getLast());
        }
        var text = member == null ? null : member.toString().toLowerCase(Locale.ROOT);
        var values = filter.values().stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        var names = Stream.of(text, "product".equals(filter.dimension()) && member != null ? RandomStar.productName(member.toString()).toLowerCase(Locale.ROOT) : text)
                .filter(Objects::nonNull).toList();
        return switch (filter.op()) {
            case IS, IN -> values.stream().anyMatch(names::contains);
            case IS_NOT -> values.stream().noneMatch(names::contains);
            case CONTAINS -> names.stream().anyMatch(name -> name.contains(values.getFirst()));
            case BETWEEN -> text != null && text.compareTo(values.getFirst()) >= 0 && text.compareTo(values.getLast()) <= 0;
            case AT_LEAST -> text != null && text.compareTo(values.getFirst()) >= 0;
            case AT_MOST -> text != null && text.compareTo(values.getFirst()) <= 0;
            case MORE_THAN -> text != null && text.compareTo(values.getFirst()) > 0;
            case LESS_THAN -> text != null && text.compareTo(values.getFirst()) < 0;
        };
    }

    private static int weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)).getValue();
    }

    /** Products and customers by their codes. */
    static @Nullable Object member(String dimension, PlainRow line) {
        return TIMES.contains(dimension) ? time(dimension, line.day()) : line.member(dimension);
    }

    private static @Nullable Object time(String dimension, @Nullable LocalDate day) {
        return day == null ? null : switch (dimension) {
            case "day" -> day;
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.toString().substring(0, 7);
            case "quarter" -> day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            case "year" -> Integer.toString(day.getYear());
            case "weekday" -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    /** How a member may be written in a table: products and customers that share a name have their code beside it. */
    static List<Object> written(String dimension, Object member) {
        if (!Set.of("product", "customer").contains(dimension) || QueryResult.FEES.equals(member) || OTHERS.equals(member)) {
            return List.of(member);
        }
        var name = "product".equals(dimension) ? RandomStar.productName(member.toString()) : RandomStar.customerName(member.toString());
        return List.of(name, name + " (" + member + ")");
    }

    static Map<String, Object> byWriting(String dimension, List<@Nullable Object> members) {
        Map<String, Object> byWriting = new HashMap<>();
        members.stream().flatMap(Stream::ofNullable).distinct().forEach(member -> written(dimension, member).forEach(text -> byWriting.put(text.toString(), member)));
        return byWriting;
    }
}
