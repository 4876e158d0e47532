package org.salesconsultant.tools;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.CalendarRegression;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MissingData;
import org.salesconsultant.warehouse.semantic.UnknownMember;

/** What a forecast would be with other prices, or with or without promotions, by what such days were like in the past. */
public final class WhatIf implements Tool<WhatIf.Arguments> {
    static final String PROMOTION = "promotion";
    static final String PRICE = "price";
    /** Effects are learned from sales before returns, which are never below zero; the forecast is of the metric itself. */
    private static final Map<String, String> LEARNED = Map.of("revenue", "gross_revenue", "gross_revenue", "gross_revenue", "units", "units_sold", "units_sold", "units_sold", "orders", "orders");
    private static final double MOST_CHANGE = 0.5;
    private static final int FEWEST_DAYS = 180;
    private static final int FEWEST_STEPS = 3;
    private static final int FEWEST_PROMOTION_DAYS = 10;
    /** Standard deviation of the logarithm below which prices never varied. */
    private static final double LEAST_SPREAD = 0.004;
    private static final int MOST_STEPS = 60;

    private final MetricQueries queries;
    private final KeptForecasts forecasts = new KeptForecasts();

    public WhatIf(MetricQueries queries) {
        this.queries = queries;
    }

    /**
     * @param metric revenue, gross_revenue, units, units_sold or orders; null: revenue
     * @param grain day, week or month; null: week
     * @param horizon whole steps after the running one; null: 4 weeks or one step else
     * @param driver {@code price} or {@code promotion}; anything else is answered with what is modelled
     * @param change of a price: relative, 0.05 for 5 % more, −0.5 … 0.5; of a promotion: the share of days that have one, 0 … 1
     */
    public record Arguments(@Nullable String metric, @Nullable Grain grain, @Nullable Integer horizon, String driver, @Nullable Double change, List<Filter> filters) {}

    @Override
    public String name() {
        return "what_if";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        var metric = queries.model().metric(arguments.metric() == null || arguments.metric().isBlank() ? "revenue" : arguments.metric());
        if (!LEARNED.containsKey(metric.name())) {
            return new Outcome.OutOfScope(context.say("not_of", "metric", metric.label().in(context.language())), List.of(context.say("ask_price")));
        }
        if (context.state().newestDay() == null) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        try {
            if (!arguments.driver().equals(PROMOTION) && !arguments.driver().equals(PRICE)) {
                return new Outcome.OutOfScope(context.say("not_modelled"), List.of(context.say("ask_price"), context.say("ask_promotion")));
            }
            double change = change(arguments);
            var grain = arguments.grain() == null ? Grain.WEEK : arguments.grain();
            int horizon = arguments.horizon() != null ? arguments.horizon() : arguments.grain() == null ? 4 : 1;
            if (horizon < 1 || horizon > MOST_STEPS || grain.plus(context.state().now(), horizon).isAfter(context.state().now().plusYears(1))) {
                throw new UserError(UserError.Category.BAD_INPUT, "A scenario of " + horizon + " steps by " + grain.word() + " is not possible.",
                        "Ask for at least 1 step, at most " + MOST_STEPS + ", and no more than a year ahead.");
            }
            context.steps().accept(context.say("reading"));
            return supposed(new ForecastTask(metric, grain, horizon, arguments.filters()), arguments.driver(), change, context);
        } catch (UnknownMember unknown) {
            return new Outcome.Empty(context.say("unknown_member", "dimension", Labels.inSentence(unknown.dimension().label(), context.language()), "value", unknown.value()),
                    unknown.near());
        } catch (MissingData missing) {
            return new Outcome.OutOfScope(context.say("missing", "what", Labels.inSentence(missing.what(), context.language())), List.of());
        }
    }

    private static double change(Arguments arguments) {
        boolean ofPrice = arguments.driver().equals(PRICE);
        if (arguments.change() == null && ofPrice) {
            throw new UserError(UserError.Category.BAD_INPUT, "It is not said by how much the price changes.", "Give \"change\" as a fraction, such as 0.05 for 5 % more.");
        }
        double change = arguments.change() == null ? 0 : arguments.change();
        if (ofPrice ? change == 0 || Math.abs(change) > MOST_CHANGE : change < 0 || change > 1) {
            throw new UserError(UserError.Category.BAD_INPUT, "A change of " + change + " cannot be supposed.",
                    "Of a price: between -0.5 and 0.5, as a fraction, and not 0. Of a promotion: the share of days with one, 0 for none and 1 for all.");
        }
        return change;
    }

    private Outcome supposed(ForecastTask task, String driver, double change, ToolContext context) {
        var reader = new StepHistories(queries, task, context);
        var total = reader.total();
        boolean money = task.metric().type() == Finding.Type.MONEY;
        boolean orders = task.metric().name().equals("orders");
        // with the index of prices taken from it, revenue is volume: products of other units and prices need not be added up
        var learned = driver.equals(PRICE) && !orders ? "gross_revenue" : LEARNED.getOrDefault(task.metric().name(), "");
        var history = new StepHistories(queries, new ForecastTask(queries.model().metric(learned), Grain.DAY, 1, task.filters()), context).total();
        if (total == null || history == null) {
            return new Outcome.Empty(context.say("nothing_matches"), List.of());
        }
        if (history.values().length < FEWEST_DAYS || total.values().length < FEWEST_STEPS) {
            return new Outcome.OutOfScope(context.say("too_short", "days", history.values().length, "needed", FEWEST_DAYS), List.of());
        }
        var from = history.from();
        int days = history.values().length;
        var sales = new SalesDrivers(queries, context, task.filters());
        var promotions = sales.promotionDays();
        var promoted = new double[days];
        Arrays.setAll(promoted, day -> promotions.contains(from.plusDays(day)) ? 1 : 0);
        var prices = sales.prices(from, days);
        int promotionDays = (int) Arrays.stream(promoted).sum();
        Map<String, double[]> drivers = new LinkedHashMap<>();
        if (promotionDays >= FEWEST_PROMOTION_DAYS && days - promotionDays >= FEWEST_PROMOTION_DAYS) {
            drivers.put(PROMOTION, promoted);
        }
        double spread = prices == null ? 0 : spread(prices);
        if (prices != null && spread >= LEAST_SPREAD) {
            drivers.put(PRICE, prices);
        }
        var ask = context.say("ask_forecast", "metric", Labels.inSentence(task.metric().label(), context.language()));
        if (!drivers.containsKey(driver)) {
            return new Outcome.OutOfScope(context.say(driver.equals(PRICE) ? "price_never_varied" : "no_promotions", "days", promotionDays,
                    "spread", context.spoken().percent(spread), "from", context.spoken().date(from)), List.of(ask));
        }
        context.steps().accept(context.say("fitting"));
        var fit = CalendarRegression.fit(from, Arrays.stream(history.values()).map(value -> Math.max(0, value)).toArray(), drivers);
        var effect = fit.effects().get(driver);
        if (effect == null) {
            throw new IllegalStateException(driver);
        }
        var ofVolume = driver.equals(PRICE) && !orders ? new CalendarRegression.Effect(effect.coefficient() - 1, effect.error()) : effect;
        var scenario = new Scenario(driver, change, ofVolume, money, from, days, promotionDays, promotions, List.copyOf(drivers.keySet()));
        var outlook = Outlook.of(total, task.grain(), task.horizon(), forecasts);
        return new Outcome.Found(new WhatIfFinding(new ForecastWords(task, reader.result(), outlook, null, context), outlook, scenario, context).finding());
    }

    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0));
    }
}
