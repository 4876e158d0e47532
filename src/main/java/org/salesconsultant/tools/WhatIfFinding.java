package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Provenance;

/** The finding of a scenario: the forecast as it is and as it would be, side by side, and what the history says of the effect. */
final class WhatIfFinding {
    private static final double HUNDREDTH = 0.01;

    private final ForecastWords words;
    private final Outlook outlook;
    private final Scenario scenario;
    private final ToolContext context;

    WhatIfFinding(ForecastWords words, Outlook outlook, Scenario scenario, ToolContext context) {
        this.words = words;
        this.outlook = outlook;
        this.scenario = scenario;
        this.context = context;
    }

    /** Sums over steps. */
    private record Step(LocalDate start, double baseline, double scenario, double low, double high) {}

    Finding finding() {
        var heading = words.heading(outlook.grain().word());
        List<Step> steps = new ArrayList<>();
        for (int step = 0; step < outlook.horizon(); step++) {
            steps.add(step(outlook.grain().plus(outlook.first(), step)));
        }
        var total = new Step(outlook.first(), steps.stream().mapToDouble(Step::baseline).sum(), steps.stream().mapToDouble(Step::scenario).sum(),
                steps.stream().mapToDouble(Step::low).sum(), steps.stream().mapToDouble(Step::high).sum());
        var columns = Stream.concat(Stream.of(Finding.Column.of(heading, Finding.Type.DATE)),
                Stream.of("baseline", "scenario", "low", "high", "difference").map(words::column)).toList();
        var rows = steps.stream().map(this::row).toList();
        double change = total.baseline() == 0 ? 0 : total.scenario() / total.baseline() - 1;
        return new Finding(Ids.next("f"), "what_if", arguments(), title(), summary(total, change), columns, rows,
                new Finding.Comparison(words.cell(total.scenario()), words.cell(total.baseline()), total.baseline() == 0 ? null : change),
                new Finding.Chart(Finding.Chart.Kind.LINE, heading, List.of(words.heading("baseline"), words.heading("scenario"))), provenance(), caveats(),
                List.of(context.say(scenario.isPrice() ? "ask_promotion" : "ask_price")));
    }

    private Step step(LocalDate start) {
        var end = outlook.grain().plus(start, 1);
        double baseline = outlook.expected(start, end).point();
        double one = baseline * scenario.factor(start, end, scenario.effect().low());
        double other = baseline * scenario.factor(start, end, scenario.effect().high());
        return new Step(start, baseline, baseline * scenario.factor(start, end, scenario.effect().coefficient()), Math.min(one, other), Math.max(one, other));
    }

    private List<@Nullable Object> row(Step step) {
        BigDecimal baseline = words.cell(step.baseline());
        BigDecimal supposed = words.cell(step.scenario());
        return Arrays.asList(step.start(), baseline, supposed, words.cell(step.low()), words.cell(step.high()), supposed.subtract(baseline));
    }

    private String title() {
        return context.say("title", "metric", words.metric(), "whose", words.whose(), "steps", words.steps(), "what", what());
    }

    /** "with prices 5% higher", "without promotions" */
    private String what() {
        return scenario.isPrice() ? context.say("what_price", "up", scenario.change() > 0 ? "yes" : "no", "change", context.spoken().percent(Math.abs(scenario.change())))
                : context.say("what_promotion", "share", scenario.change() == 0 ? "none" : scenario.change() == 1 ? "all" : "some", "change", context.spoken().percent(scenario.change()));
    }

    private String summary(Step total, double change) {
        var result = context.say("summary", "metric", words.metric(), "whose", words.whose(), "steps", words.steps(), "dates", words.dates(),
                "baseline", words.spoken(total.baseline()), "what", what(), "scenario", words.spoken(total.scenario()), "low", words.spoken(total.low()),
                "high", words.spoken(total.high()), "direction", Math.abs(change) < 1e-9 ? "same" : change > 0 ? "up" : "down", "change", context.spoken().percent(Math.abs(change)));
        return Stream.of(scenario.isTold() ? "" : context.say("not_told", "driver", scenario.driver()), result, learned(), planned())
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(context.say("between_sentences")));
    }

    /** What such days had to do with sales, and over which days that was seen. */
    private String learned() {
        var effect = scenario.effect();
        double unit = scenario.isPrice() ? Math.log1p(HUNDREDTH) : 1;
        return context.say(scenario.isPrice() ? "learned_price" : "learned_promotion", "effect", signed(Math.expm1(effect.coefficient() * unit)),
                "low", signed(Math.expm1(effect.low() * unit)), "high", signed(Math.expm1(effect.high() * unit)), "metric", words.metric(),
                "days", scenario.days(), "promotions", scenario.promotionDays(), "from", context.spoken().date(scenario.from()),
                "to", context.spoken().date(scenario.from().plusDays(scenario.days() - 1L)), "of", words.task().metric().name().equals("orders") ? "orders" : "volume");
    }

    private String signed(double fraction) {
        return (fraction > 0 ? "+" : "") + context.spoken().percent(fraction);
    }

    private String planned() {
        if (scenario.isPrice()) {
            return "";
        }
        double planned = scenario.planned(outlook.first(), outlook.end());
        return planned == 0 ? context.say("none_planned") : context.say("planned", "share", context.spoken().percent(planned));
    }

    private List<String> caveats() {
        var caveats = new ArrayList<>(List.of(context.say("association")));
        caveats.addAll(words.caveats());
        return caveats;
    }

    private Provenance provenance() {
        var made = words.provenance();
        var model = made.model();
        var drivers = context.spoken().list(scenario.drivers().stream().map(driver -> context.say("driver_" + driver)).toList());
        var effect = context.say("coefficient", "drivers", drivers, "coefficient", context.spoken().number(scenario.effect().coefficient()),
                "low", context.spoken().number(scenario.effect().low()), "high", context.spoken().number(scenario.effect().high()));
        return new Provenance(made.metrics(), made.period(), made.filters(), made.sql(), made.engine(), model == null ? null
                : new Provenance.ModelUsed(model.name() + "; quasi-Poisson calendar regression", model.version() + "+1", model.trainedFrom(), model.trainedTo(),
                Stream.of(effect, model.error()).filter(java.util.Objects::nonNull).collect(Collectors.joining("; "))), made.rowsRead(), made.dataAsOf());
    }

    private Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>(words.arguments());
        arguments.put("driver", scenario.driver());
        arguments.put("change", scenario.change());
        return arguments;
    }
}
