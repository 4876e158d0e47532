package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.ForecastCaveat;
import org.salesconsultant.analytics.forecast.ReportCard;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.training.TrainedModel.Since;

/** What both findings of a forecast say alike: of what, over which dates, how it was made and what weakens it. */
final class ForecastWords {
    private final ForecastTask task;
    private final QueryResult result;
    private final Outlook outlook;
    private final @Nullable Since drift;
    private final ToolContext context;

    /** @param drift how earlier forecasts of it turned out, where they no longer fit what came */
    ForecastWords(ForecastTask task, QueryResult result, Outlook outlook, @Nullable Since drift, ToolContext context) {
        this.task = task;
        this.result = result;
        this.outlook = outlook;
        this.drift = drift;
        this.context = context;
    }

    ForecastTask task() {
        return task;
    }

    Language language() {
        return context.language();
    }

    String metric() {
        return task.metric().label().in(context.language());
    }

    /** "next 8 weeks" */
    String steps() {
        return context.say("steps", "grain", task.grain().word(), "horizon", task.horizon());
    }

    /** " for Germany", " for your accounts" or nothing. */
    String whose() {
        var members = context.spoken().list(result.resolved().stream().map(this::filter).toList());
        return context.say("whose", "members", members, "filtered", members.isEmpty() ? "no" : "yes", "own", isScoped() ? "yes" : "no");
    }

    String title(String key) {
        return context.say(key, "metric", metric(), "steps", steps(), "whose", whose(),
                "dimension", dimension());
    }

    /** What the forecast is split by, as it stands in a sentence. */
    String dimension() {
        return task.dimension() == null ? "" : Labels.inSentence(task.dimension().label(), context.language());
    }

    /** The horizon, named as in the table of periods. */
    Period period() {
        var word = task.grain().word();
        var name = task.horizon() == 1 ? "next " + word : "next " + task.horizon() + " " + word + "s";
        return new Period(name, outlook.first(), outlook.end(), false);
    }

    String dates() {
        return context.spoken().dates(period());
    }

    /** The metric's amounts as people say them. */
    String spoken(double amount) {
        return task.metric().type() == Finding.Type.MONEY ? context.spoken().money(cell(amount))
                : context.spoken().number(Math.round(amount));
    }

    /** Money to the cent, counts to the tenth. */
    BigDecimal cell(double amount) {
        return BigDecimal.valueOf(amount).setScale(task.metric().type() == Finding.Type.MONEY ? 2 : 1, RoundingMode.HALF_UP);
    }

    /** The heading of a column. @param key e.g. {@code actual}; the wording has {@code column_actual} */
    String heading(String key) {
        return context.say("column_" + key);
    }

    /** A column in the metric's unit. */
    Finding.Column column(String key) {
        var name = heading(key);
        return task.metric().type() == Finding.Type.MONEY ? new Finding.Column(name, Finding.Type.MONEY, context.state().currency())
                : Finding.Column.of(name, Finding.Type.NUMBER);
    }

    String say(String key, Object... namesAndValues) {
        return context.say(key, namesAndValues);
    }

    String list(List<String> items) {
        return context.spoken().list(items);
    }

    /** How far off it was on the past, beside what repeating the past would have been; nothing where that is unknown. */
    String tested() {
        var card = outlook.selected().card();
        var score = card.score();
        var naive = card.benchmark();
        var caveats = outlook.selected().caveats();
        if (score == null || naive == null || caveats.contains(ForecastCaveat.CONSTANT)) {
            return "";
        }
        boolean better = !caveats.contains(ForecastCaveat.NO_BETTER_THAN_SEASONAL_NAIVE);
        return say(better ? "tested" : "tested_no_better", "error", context.spoken().percent(score.wape()),
                "naive", context.spoken().percent(naive.wape()), "repeated", repeated(card));
    }

    List<String> caveats() {
        List<String> caveats = new ArrayList<>();
        var history = outlook.history();
        if (drift != null) {
            caveats.add(say("drifted", "grain", history.grain().word(), "steps", drift.steps(), "outside", drift.outside(),
                    "error", context.spoken().percent(drift.error()), "known", drift.tested() == null ? "no" : "yes",
                    "tested", drift.tested() == null ? "" : context.spoken().percent(drift.tested())));
        }
        if (outlook.running() instanceof LocalDate running) {
            caveats.add(say("running", "grain", task.grain().word(), "dates",
                    context.spoken().dates(new Period("", running, task.grain().plus(running, 1), true)),
                    "newest", context.spoken().date(history.newest())));
        }
        if (history.isFirstLeftOut()) {
            caveats.add(say("first_left_out", "grain", history.grain().word(), "from", context.spoken().date(history.from())));
        }
        if (isScoped()) {
            caveats.add(say("own_accounts"));
        }
        if (result.notes().contains(QueryResult.Note.COST_KNOWN_FOR_PART)) {
            caveats.add(say("cost_known_for_part"));
        }
        outlook.selected().caveats().forEach(caveat -> caveats.add(say(caveat.name().toLowerCase(Locale.ROOT),
                "repeated", repeated(outlook.selected().card()), "grain", history.grain().word())));
        return caveats;
    }

    Provenance provenance() {
        var history = outlook.history();
        var card = outlook.selected().card();
        var model = new Provenance.ModelUsed(card.model(), card.version(), history.from(), history.until().minusDays(1), error(card));
        return new Provenance(result.definitions(), Provenance.PeriodUsed.of(period()), result.filters(), result.sql(), result.engine(),
                model, result.rowsRead(), context.state().newestDay());
    }

    /** As run, defaults filled in. */
    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("metric", task.metric().name());
        arguments.put("grain", task.grain().word());
        arguments.put("horizon", task.horizon());
        if (task.dimension() != null) {
            arguments.put("dimension", task.dimension().name());
            arguments.put("limit", task.members());
        }
        if (!task.filters().isEmpty()) {
            arguments.put("filters", result.resolved());
        }
        return arguments;
    }

    List<String> followUps() {
        var other = task.metric().name().equals("revenue") ? "ask_orders" : "ask_revenue";
        return List.of(say("ask_history", "metric", metric(), "grain", task.grain().word()), say(other));
    }

    private boolean isScoped() {
        return context.viewer().scope() instanceof RowScope.OfRep;
    }

    private String filter(Filter filter) {
        return say("filter", "op", filter.op().name().toLowerCase(Locale.ROOT), "members", list(filter.values()));
    }

    private String repeated(ReportCard card) {
        return say("repeated", "grain", outlook.history().grain().word(), "season", card.season() > 1 ? "yes" : "no");
    }

    private @Nullable String error(ReportCard card) {
        var score = card.score();
        var naive = card.benchmark();
        return score == null || naive == null ? null : say("error", "origins", score.origins(), "horizon", score.horizon(),
                "wape", context.spoken().percent(score.wape()), "naive_wape", context.spoken().percent(naive.wape()),
                "smape", context.spoken().percent(score.smape()), "naive_smape", context.spoken().percent(naive.smape()),
                "mase", context.spoken().number(score.mase()), "naive_mase", context.spoken().number(naive.mase()),
                "coverage", context.spoken().percent(score.coverage()));
    }
}
