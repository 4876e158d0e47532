package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.ForecastCaveat;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Filter;

/** The finding of a quota outlook: what is in, what is expected, how likely that is enough, and what it would take. */
final class QuotaFinding {
    private static final double LIKELY = 0.6;
    private static final double UNLIKELY = 0.4;
    /** Chances are told in steps of 5 %, and never as certain. */
    private static final int STEPS = 20;

    private final ToolContext context;
    private final QuotaReading reading;
    private final QuotaStanding total;
    private final @Nullable Dimension dimension;
    private final List<QuotaStanding> members;
    private final @Nullable PlanRecord record;

    QuotaFinding(QuotaReading reading, QuotaStanding total, @Nullable Dimension dimension, List<QuotaStanding> members, @Nullable PlanRecord record) {
        this.context = reading.context();
        this.reading = reading;
        this.total = total;
        this.dimension = dimension;
        this.members = members;
        this.record = record;
    }

    Finding finding() {
        var heading = dimension == null ? context.say("column_period") : dimension.label().in(context.language());
        var columns = new ArrayList<>(List.of(Finding.Column.of(heading, Finding.Type.TEXT)));
        Stream.of("quota", "actual", "expected", "low", "high", "gap", "needed", "recent").map(this::money).forEach(columns::add);
        columns.add(Finding.Column.of(context.say("column_chance"), Finding.Type.PERCENT));
        var rows = dimension == null ? List.of(row(context.spoken().period(reading.period()), total))
                : members.stream().map(standing -> row(String.valueOf(standing.member()), standing)).toList();
        var title = context.say("title", "period", context.spoken().period(reading.period()), "whose", whose(), "owner", owner());
        var chart = dimension == null ? null : new Finding.Chart(Finding.Chart.Kind.BAR, heading, List.of(context.say("column_quota"), context.say("column_expected")));
        return new Finding(Ids.next("f"), "quota_outlook", arguments(), title, summary(), columns, rows,
                new Finding.Comparison(cell(total.expected().point()), cell(total.quota()), total.gap() / total.quota()), chart, provenance(), caveats(),
                List.of(context.say(dimension == null ? "ask_by_rep" : "ask_total"), context.say("ask_forecast")));
    }

    private List<@Nullable Object> row(String name, QuotaStanding standing) {
        return Arrays.asList(name, cell(standing.quota()), cell(standing.actual()), cell(standing.expected().point()), cell(standing.expected().low()),
                cell(standing.expected().high()), cell(standing.gap()), cell(standing.needed()), cell(standing.recent()), chance(standing));
    }

    private String summary() {
        var period = reading.period();
        var expected = total.expected();
        var point = context.say("summary", "owner", owner(), "whose", whose(), "period", context.spoken().period(period), "quota", spoken(total.quota()),
                "actual", spoken(total.actual()), "newest", context.spoken().date(reading.now()), "started", period.from().isAfter(reading.now()) ? "no" : "yes",
                "days", total.daysLeft(), "expected", spoken(expected.point()), "low", spoken(expected.low()), "high", spoken(expected.high()),
                "gap", spoken(Math.abs(total.gap())), "over", total.gap() >= 0 ? "yes" : "no");
        var chance = total.isReached() ? context.say("reached")
                : context.say("chance", "level", level(total), "chance", context.spoken().percent(chance(total)))
                + context.say("between_sentences") + context.say("needed", "needed", spoken(total.needed()), "recent", spoken(total.recent()),
                "lastDay", context.spoken().date(period.lastDay()));
        return Stream.of(point, chance, groups(), planned()).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(context.say("between_sentences")));
    }

    /** Who is likely to reach theirs, who may, who is not. */
    private String groups() {
        return Stream.of(group("members_unlikely", standing -> standing.chance() < UNLIKELY),
                        group("members_open", standing -> standing.chance() >= UNLIKELY && standing.chance() <= LIKELY),
                        group("members_likely", standing -> standing.chance() > LIKELY))
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(context.say("between_sentences")));
    }

    private String group(String key, Predicate<QuotaStanding> belongs) {
        var names = members.stream().filter(belongs).map(standing -> String.valueOf(standing.member())).toList();
        return names.isEmpty() ? "" : context.say(key, "names", context.spoken().list(names));
    }

    private String planned() {
        return record == null ? "" : context.say("plan_record", "periods", record.periods(), "plan", context.spoken().percent(record.plan()),
                "forecast", context.spoken().percent(record.forecast()));
    }

    private static String level(QuotaStanding standing) {
        double chance = standing.chance();
        return chance > 0.95 ? "certain" : chance > 0.8 ? "likely" : chance > LIKELY ? "rather" : chance >= UNLIKELY ? "open"
                : chance >= 0.2 ? "rather_not" : chance >= 0.05 ? "unlikely" : "hardly";
    }

    private static double chance(QuotaStanding standing) {
        return standing.isReached() ? 1 : Math.clamp(Math.round(standing.chance() * STEPS), 1, STEPS - 1) / (double) STEPS;
    }

    private String owner() {
        return context.viewer().scope() instanceof RowScope.OfRep ? "you" : reading.result().resolved().isEmpty() ? "all" : "members";
    }

    private String whose() {
        return context.spoken().list(reading.result().resolved().stream().map(this::filter).toList());
    }

    private String filter(Filter filter) {
        return context.say("filter", "op", filter.op().name().toLowerCase(Locale.ROOT), "members", context.spoken().list(filter.values()));
    }

    private List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        caveats.add(context.say("how"));
        if (context.viewer().scope() instanceof RowScope.OfRep) {
            caveats.add(context.say("own_accounts"));
        }
        if (total.outlook().selected().caveats().contains(ForecastCaveat.NOT_BACKTESTED)) {
            caveats.add(context.say("not_backtested"));
        }
        return caveats;
    }

    private Provenance provenance() {
        var card = total.outlook().selected().card();
        var history = total.outlook().history();
        var score = card.score();
        var error = score == null ? null : context.say("error", "wape", context.spoken().percent(score.wape()), "mase", context.spoken().number(score.mase()),
                "origins", score.origins(), "horizon", score.horizon(), "grain", history.grain().word());
        var read = total.histories().result();
        return new Provenance(Stream.concat(reading.result().definitions().stream(), read.definitions().stream()).toList(), Provenance.PeriodUsed.of(reading.period()),
                read.filters(), reading.result().sql() + ";\n\n" + read.sql(), read.engine(),
                new Provenance.ModelUsed(card.model(), card.version(), history.from(), history.until().minusDays(1), error),
                reading.result().rowsRead() + read.rowsRead(), context.state().newestDay());
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("period", reading.period().name());
        if (dimension != null) {
            arguments.put("dimension", dimension.name());
        }
        if (!reading.result().resolved().isEmpty()) {
            arguments.put("filters", reading.result().resolved());
        }
        return arguments;
    }

    private Finding.Column money(String key) {
        return new Finding.Column(context.say("column_" + key), Finding.Type.MONEY, context.state().currency());
    }

    private String spoken(double amount) {
        return context.spoken().money(cell(amount));
    }

    private static BigDecimal cell(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
