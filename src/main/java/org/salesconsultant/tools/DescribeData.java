package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.semantic.Inventory;
import org.salesconsultant.warehouse.semantic.Inventory.Stock;
import org.salesconsultant.warehouse.semantic.Inventory.Thing;

/** What is in the warehouse, from when to when, and what can be asked of it. */
public final class DescribeData implements Tool<DescribeData.Arguments> {
    private static final Set<Thing> SPOKEN = Set.of(Thing.ORDER_NUMBERS, Thing.CUSTOMERS, Thing.PRODUCTS, Thing.COUNTRIES);

    /** None. */
    public record Arguments() {}

    @Override
    public String name() {
        return "describe_data";
    }

    @Override
    public Class<Arguments> arguments() {
        return Arguments.class;
    }

    @Override
    public Outcome run(Arguments arguments, ToolContext context) {
        var first = context.state().firstDay();
        var newest = context.state().newestDay();
        if (first == null || newest == null) {
            return new Outcome.Empty(context.say("no_data"), List.of());
        }
        context.steps().accept(context.say("reading"));
        var stocks = Inventory.of(context.warehouse(), context.viewer().scope());
        var lines = stocks.getFirst();
        if (lines.count() == 0) {
            return new Outcome.Empty(context.say("nothing_yours"), List.of());
        }
        var period = new Periods(first, newest).all();
        var provenance = new Provenance(List.of(), Provenance.PeriodUsed.of(period), filters(context), null, "SQLite", null, lines.count(), newest);
        return new Outcome.Found(new Finding(Ids.next("f"), name(), Map.of(), context.say("title", "company", company(context)),
                summary(stocks, context), columns(context), rows(stocks, context), null, null, provenance, caveats(stocks, context),
                followUps(stocks, context)));
    }

    private static String summary(List<Stock> stocks, ToolContext context) {
        var lines = stocks.getFirst();
        var others = stocks.stream().filter(stock -> SPOKEN.contains(stock.thing()) && stock.count() > 0)
                .map(stock -> context.say("counted", "count", context.spoken().number(stock.count()), "thing", thing("of", stock, context))).toList();
        return context.say("summary", "lines", context.spoken().number(lines.count()), "own", own(context),
                "from", lines.from() == null ? "" : context.spoken().date(lines.from()),
                "to", lines.lastDay() == null ? "" : context.spoken().date(lines.lastDay()), "others", context.spoken().list(others));
    }

    private static List<Finding.Column> columns(ToolContext context) {
        return List.of(Finding.Column.of(context.say("column_what"), Finding.Type.TEXT), Finding.Column.of(context.say("column_count"), Finding.Type.INTEGER),
                Finding.Column.of(context.say("column_from"), Finding.Type.DATE), Finding.Column.of(context.say("column_to"), Finding.Type.DATE));
    }

    private static List<List<@Nullable Object>> rows(List<Stock> stocks, ToolContext context) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (var stock : stocks) {
            if (stock.count() > 0) {
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(thing("row", stock, context));
                cells.add(stock.count());
                cells.add(stock.from());
                cells.add(stock.lastDay());
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<String> caveats(List<Stock> stocks, ToolContext context) {
        List<String> caveats = new ArrayList<>();
        if (context.state().sample()) {
            caveats.add(context.say("sample"));
        }
        if (context.viewer().scope() instanceof RowScope.OfRep) {
            caveats.add(context.say("your_accounts"));
        }
        var missing = stocks.stream().filter(stock -> stock.count() == 0).map(stock -> thing("of", stock, context)).toList();
        if (!missing.isEmpty()) {
            caveats.add(context.say("missing", "things", context.spoken().list(missing)));
        }
        return caveats;
    }

    private static List<String> followUps(List<Stock> stocks, ToolContext context) {
        var reps = stocks.stream().anyMatch(stock -> stock.thing() == Thing.REPS && stock.count() > 1);
        return List.of(context.say("ask_months"), context.say("ask_products"), context.say(reps ? "ask_reps" : "ask_countries"));
    }

    private static List<String> filters(ToolContext context) {
        return context.viewer().scope() instanceof RowScope.OfRep(String rep) ? List.of(context.say("filter_scope", "rep", rep)) : List.of();
    }

    private static String thing(String kind, Stock stock, ToolContext context) {
        return context.say(kind + "_" + stock.thing().name().toLowerCase(Locale.ROOT));
    }

    private static String company(ToolContext context) {
        return context.state().company();
    }

    private static String own(ToolContext context) {
        return context.viewer().scope() instanceof RowScope.OfRep ? "yes" : "no";
    }
}
