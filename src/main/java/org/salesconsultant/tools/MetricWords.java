package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.Source;

/** The title and the summary of a metric finding: the point first, every number a cell, a total of cells or a change between two. */
final class MetricWords {
    private static final int FEWEST_STEPS_OF_A_TREND = 3;

    private final MetricReading reading;
    private final ToolContext context;
    private final FilterWords filters;
    private final MemberNames names;

    MetricWords(MetricReading reading, FilterWords filters) {
        this.reading = reading;
        this.context = reading.context();
        this.filters = filters;
        this.names = new MemberNames(reading);
    }

    /** @param value the first metric's @param row its place in the result */
    private record Cell(int row, Number value) {}

    String title() {
        var by = reading.dimensions().stream().map(dimension -> Labels.inSentence(dimension.label(), context.language())).toList();
        var before = reading.before();
        return context.say("title", "metrics", reading.labels(), "by", context.spoken().list(by), "split", by.isEmpty() ? "no" : "yes",
                "filters", filters.phrase(reading.result().resolved()), "filtered", reading.result().resolved().isEmpty() ? "no" : "yes",
                "own", own(), "all", reading.isAllData() ? "yes" : "no", "period", period(reading.period()),
                "beside", before == null || !reading.asked() ? "no" : "yes", "before", before == null ? "" : period(before));
    }

    /** What the numbers are of: {@code Revenue in Germany in Q3 2011}. */
    String subject() {
        return subject(reading.metrics().size() > 1 ? reading.labels() : reading.label());
    }

    String summary() {
        return switch (reading.shape()) {
            case NUMBER -> number();
            case SERIES -> isRanked() ? rankedSteps() : reading.query().running() != null ? running() : series();
            case MEMBERS -> reading.asked() ? changes() : members() + others();
            case CROSSED -> crossed();
        };
    }

    private String number() {
        var row = reading.result().rows().getFirst();
        if (reading.metrics().size() > 1) {
            var earlier = reading.earlier();
            return context.say("several", "when", when(), "filters", filters.phrase(reading.result().resolved()), "own", own(), "items", items(row))
                    + (earlier == null || earlier.rows().isEmpty() ? ""
                    : context.say("several_before", "period", period(before()), "items", items(earlier.rows().getFirst())));
        }
        var share = MetricTable.share(reading, row);
        return context.say("number", "what", subject(), "shared", share == null ? "no" : "yes", "share", share == null ? "" : context.spoken().percent(share), "ratio", ratio(), "value", reading.spoken(number(row.getFirst())),
                "change", changed(number(row.getFirst()), reading.earlier() == null || reading.earlier().rows().isEmpty() ? null
                        : (Number) reading.earlier().rows().getFirst().getFirst()));
    }

    private String items(List<@Nullable Object> row) {
        return context.spoken().list(IntStream.range(0, row.size()).filter(i -> row.get(i) != null)
                .mapToObj(i -> context.say("item", "metric", Labels.inSentence(reading.metrics().get(i).label(), context.language()),
                        "value", reading.spoken(reading.metrics().get(i), number(row.get(i))))).toList());
    }

    /** The highest and lowest steps are sought among the complete ones: a step that still runs is low for no reason of its own. */
    private String series() {
        var cells = cells();
        var complete = cells.stream().filter(cell -> !runs(cell.row())).toList();
        var judged = complete.isEmpty() ? cells : complete;
        var peak = judged.stream().max(Comparator.comparing(cell -> decimal(cell.value()))).orElseThrow();
        var low = judged.stream().min(Comparator.comparing(cell -> decimal(cell.value()))).orElseThrow();
        if (judged.size() == 1) {
            return context.say("one_step", "what", subject(), "ratio", ratio(), "value", reading.spoken(peak.value()), "member", said(peak));
        }
        var total = reading.result().omitted() > 0 ? null : reading.result().totals().get(reading.metric().name());
        var summary = total == null
                ? context.say("series_of_rates", "what", subject(), "peak", said(peak), "peak_value", reading.spoken(peak.value()),
                        "low", said(low), "low_value", reading.spoken(low.value()))
                : context.say("series", "what", subject(), "total", reading.spoken(total), "peak", said(peak), "peak_value", reading.spoken(peak.value()),
                        "low", said(low), "low_value", reading.spoken(low.value()));
        return summary + besideTotal(total) + trend(cells);
    }

    /** Steps of time in the order of their numbers: the first one is the answer, not the sum of those shown. */
    private String rankedSteps() {
        var cells = cells();
        var first = cells.getFirst();
        return context.say("ranked_steps", "what", subject(), "rising", isRising() ? "yes" : "no", "first", said(first),
                "first_value", reading.spoken(first.value()), "more", cells.size() > 1 ? "yes" : "no",
                "second", cells.size() > 1 ? said(cells.get(1)) : "", "second_value", cells.size() > 1 ? reading.spoken(cells.get(1).value()) : "");
    }

    private String besideTotal(@Nullable Number total) {
        var earlier = reading.earlier();
        var before = reading.before();
        if (earlier == null || before == null || total == null) {
            return "";
        }
        var old = earlier.totals().get(reading.metric().name());
        var change = MetricReading.change(reading.metric(), total, old);
        return old == null || change == null ? "" : context.say("beside_total", "direction", direction(change), "change", context.spoken().percent(Math.abs(change)),
                "period", period(before), "before", reading.spoken(old));
    }

    /** From the first step to the last, where both are whole. */
    private String trend(List<Cell> cells) {
        var first = cells.getFirst();
        var last = cells.getLast();
        var change = MetricReading.change(reading.metric(), last.value(), first.value());
        boolean inOrder = reading.query().order() == null && reading.dimensions().getFirst().members() != Source.WEEKDAY;
        if (!inOrder || change == null || cells.size() < FEWEST_STEPS_OF_A_TREND || runs(first.row()) || runs(last.row()) || reading.asked()) {
            return "";
        }
        return context.say("trend", "direction", direction(change), "change", context.spoken().percent(Math.abs(change)),
                "first", said(first), "first_value", reading.spoken(first.value()), "last", said(last), "last_value", reading.spoken(last.value()));
    }

    private String members() {
        var named = cells().stream().filter(cell -> MemberNames.isNamed(reading.dimensions().getFirst(), member(cell))).toList();
        var leading = named.isEmpty() ? cells() : named;
        var top = leading.getFirst();
        var share = reading.result().rows().size() == 1 ? null : MetricTable.share(reading, reading.result().rows().get(top.row()));
        return context.say("members", "what", subject(), "bounded", isBounded() ? "yes" : "no", "count", context.spoken().number(reading.result().groups()), "top", said(top), "value", reading.spoken(top.value()),
                "rising", isRising() ? "yes" : "no", "shared", share == null ? "no" : "yes",
                "share", share == null ? "" : context.spoken().percent(share), "more", leading.size() > 1 ? "yes" : "no",
                "second", leading.size() > 1 ? said(leading.get(1)) : "", "second_value", leading.size() > 1 ? reading.spoken(leading.get(1).value()) : "");
    }

    /** What all beyond those shown come to. */
    private String others() {
        return cells().stream().filter(cell -> member(cell) == QueryResult.Gathered.OTHERS).findFirst().map(cell -> {
            var share = MetricTable.share(reading, reading.result().rows().get(cell.row()));
            long shown = reading.result().rows().size() - 1L;
            return context.say("others_sum", "number", reading.result().groups() - shown, "count", context.spoken().number(reading.result().groups() - shown), "ratio", ratio(), "value", reading.spoken(cell.value()),
                    "shared", share == null ? "no" : "yes", "share", share == null ? "" : context.spoken().percent(share));
        }).orElse("");
    }

    private boolean isBounded() {
        return reading.result().resolved().stream().anyMatch(filter -> filters.isOfMetric(filter));
    }

    /** The last value that runs along time. */
    private String running() {
        var running = Objects.requireNonNull(reading.query().running());
        boolean moving = running.kind() == MetricQuery.Running.Kind.MOVING;
        int at = reading.at(reading.metric().name() + (moving ? QueryResult.MOVING : QueryResult.CUMULATIVE));
        var last = cells().stream().filter(cell -> reading.result().rows().get(cell.row()).get(at) != null).reduce((one, other) -> other);
        return last.map(cell -> context.say("running", "what", subject(), "kind", moving ? "moving" : running.eachYear() ? "year" : "all", "window", running.window(),
                "ratio", ratio(), "value", reading.spoken(number(reading.result().rows().get(cell.row()).get(at))), "member", said(cell)))
                .orElseGet(() -> context.say("running_none", "what", subject(), "window", running.window()));
    }

    /** A comparison by member: who gained and who lost most, in the unit of the metric. */
    private String changes() {
        var table = new MetricTable(reading).rows();
        var cells = cells();
        var compared = cells.stream().filter(cell -> table.get(cell.row()).get(2) != null).toList();
        var total = reading.result().omitted() > 0 ? null : reading.result().totals().get(reading.metric().name());
        var head = total == null ? context.say("compared", "what", subject(), "period", period(before()))
                : context.say("compared_total", "what", subject(), "total", reading.spoken(total)) + besideTotal(total);
        if (compared.isEmpty()) {
            return head;
        }
        Comparator<Cell> byChange = Comparator.comparing(cell -> decimal(cell.value()).subtract(decimal(number(table.get(cell.row()).get(2)))));
        var rise = compared.stream().max(byChange).orElseThrow();
        var fall = compared.stream().min(byChange).orElseThrow();
        return head + mover(rise, number(table.get(rise.row()).get(2)), true) + mover(fall, number(table.get(fall.row()).get(2)), false);
    }

    private String mover(Cell cell, Number before, boolean rise) {
        int change = decimal(cell.value()).compareTo(decimal(before));
        return rise == change > 0 && change != 0 ? context.say(rise ? "rise" : "fall", "member", said(cell), "value", reading.spoken(cell.value()),
                "before", reading.spoken(before)) : "";
    }

    private String crossed() {
        var cells = cells();
        var top = cells.stream().max(Comparator.comparing(cell -> decimal(cell.value()))).orElseThrow();
        var total = reading.result().omitted() > 0 ? null : reading.result().totals().get(reading.metric().name());
        var row = reading.result().rows().get(top.row());
        var members = said(row, false);
        var times = said(row, true);
        return context.say("crossed", "what", subject(), "totalled", total == null ? "no" : "yes", "total", total == null ? "" : reading.spoken(total),
                "members", String.join(context.say("between_members"), members)
                + (members.isEmpty() || times.isEmpty() ? "" : context.say("before_time")) + String.join(context.say("before_time"), times), "value", reading.spoken(top.value()));
    }

    private List<String> said(List<@Nullable Object> row, boolean times) {
        return IntStream.range(0, reading.dimensions().size()).filter(i -> reading.dimensions().get(i).isTime() == times)
                .mapToObj(i -> names.said(reading.dimensions().get(i), row.get(i))).toList();
    }

    /** {@code , 5% up on September 2011 (£1.02 million)}; empty where there is nothing to compare with. */
    private String changed(Number value, @Nullable Number before) {
        if (before == null || reading.before() == null) {
            return "";
        }
        var change = MetricReading.change(reading.metric(), value, before);
        return context.say("changed", "direction", change == null ? "against" : direction(change),
                "change", change == null ? "" : context.spoken().percent(Math.abs(change)), "period", period(before()), "before", reading.spoken(before));
    }

    private static String direction(double change) {
        return change > 0 ? "up" : change < 0 ? "down" : "same";
    }

    private List<Cell> cells() {
        var values = reading.values();
        boolean steps = reading.shape() == MetricReading.Shape.SERIES;
        return IntStream.range(0, values.size()).filter(i -> values.get(i) != null && !(steps && reading.result().rows().get(i).getFirst() == null)).mapToObj(i -> new Cell(i, number(values.get(i)))).toList();
    }

    private @Nullable Object member(Cell cell) {
        return reading.result().rows().get(cell.row()).getFirst();
    }

    private String said(Cell cell) {
        var dimension = reading.dimensions().getFirst();
        return filters.place(dimension, names.said(dimension, member(cell)));
    }

    /** Whether a row's step of time goes on after the newest data. */
    private boolean runs(int row) {
        var dimension = reading.dimensions().getFirst();
        var member = reading.result().rows().get(row).getFirst();
        if (member == null || dimension.members() == Source.WEEKDAY) {
            return false;
        }
        var grain = Grain.of(dimension.members().word());
        return grain.plus(MemberNames.start(grain, member), 1).minusDays(1).isAfter(reading.periods().now());
    }

    private boolean isRanked() {
        var order = reading.query().order();
        return order != null && order.by().equals(reading.metric().name());
    }

    /** Whether the least stand first. */
    private boolean isRising() {
        var order = reading.query().order();
        return order != null && !order.descending() && order.by().equals(reading.metric().name());
    }

    private String subject(String metric) {
        return context.say("subject", "metric", metric, "filters", filters.phrase(reading.result().resolved()),
                "filtered", reading.result().resolved().isEmpty() ? "no" : "yes", "own", own(), "when", when());
    }

    private String when() {
        var period = reading.period();
        var kind = reading.isAllData() && reading.isUndated() ? "undated" : reading.isAllData() ? "all" : period.from().equals(period.lastDay()) ? "day" : period.name().contains(" to ") ? "range"
                : period.end().equals(period.from().plusWeeks(1)) ? "week" : "named";
        return context.say("when", "kind", kind, "period", period(period), "dates", context.spoken().dates(period));
    }

    private String period(Period period) {
        return context.spoken().period(period);
    }

    private Period before() {
        if (reading.before() == null) {
            throw new IllegalStateException("nothing was compared");
        }
        return reading.before();
    }

    private String own() {
        return context.viewer().scope() instanceof RowScope.OfRep ? "yes" : "no";
    }

    private String ratio() {
        return reading.metric().isRatio() ? "yes" : "no";
    }

    private static Number number(@Nullable Object cell) {
        if (cell instanceof Number number) {
            return number;
        }
        throw new IllegalStateException("an empty cell has no number");
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
