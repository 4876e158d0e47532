package org.salesconsultant.warehouse.semantic;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;

/** What a warehouse holds, as far as a viewer may see it: how many of each thing, and from when to when. */
public final class Inventory {
    private Inventory() {}

    /** The things that are counted. */
    public enum Thing {
        ORDER_LINES, ORDER_NUMBERS, CUSTOMERS, PRODUCTS, CATEGORIES, COUNTRIES, REGIONS, REPS, CHANNELS, UNIT_COSTS, OPPORTUNITIES,
        CAMPAIGNS, CAMPAIGN_CONTACTS, FEEDBACK
    }

    /**
     * @param count zero where there are none
     * @param from the first day, or null where the thing has no date
     */
    public record Stock(Thing thing, long count, @Nullable LocalDate from, @Nullable LocalDate lastDay) {}

    /** One stock for each thing, in their order. */
    public static List<Stock> of(Warehouse warehouse, RowScope scope) {
        return warehouse.database().read(handle -> {
            List<Stock> stocks = new ArrayList<>();
            for (var thing : Thing.values()) {
                stocks.add(stock(handle, thing, scope));
            }
            return stocks;
        });
    }

    private static Stock stock(Handle handle, Thing thing, RowScope scope) {
        return switch (thing) {
            case ORDER_LINES -> facts(handle, thing, Fact.LINES, "COUNT(*)", scope);
            case ORDER_NUMBERS -> facts(handle, thing, Fact.ORDERS, "COUNT(DISTINCT f.number_key)", scope);
            case CUSTOMERS -> read(handle, thing, "SELECT COUNT(*), NULL, NULL FROM customer x WHERE " + Scopes.customers("x", scope), scope);
            case PRODUCTS -> products(handle, thing, "COUNT(*)");
            case CATEGORIES -> products(handle, thing, "COUNT(DISTINCT category_folded)");
            case UNIT_COSTS -> products(handle, thing, "COUNT(unit_cost)");
            case COUNTRIES -> ofOrders(handle, thing, "country_key", scope);
            case REGIONS -> ofOrders(handle, thing, "region_key", scope);
            case REPS -> ofOrders(handle, thing, "rep_key", scope);
            case CHANNELS -> ofOrders(handle, thing, "channel_key", scope);
            case OPPORTUNITIES -> facts(handle, thing, Fact.CREATED_OPPORTUNITIES, "COUNT(*)", scope);
            case CAMPAIGNS -> read(handle, thing, "SELECT COUNT(*), MIN(start_day), MAX(end_day) FROM campaign", new RowScope.All());
            case CAMPAIGN_CONTACTS -> facts(handle, thing, Fact.CONTACTS, "COUNT(*)", scope);
            case FEEDBACK -> facts(handle, thing, Fact.FEEDBACK, "COUNT(*)", scope);
        };
    }

    private static Stock facts(Handle handle, Thing thing, Fact fact, String count, RowScope scope) {
        return read(handle, thing, "SELECT " + count + ", MIN(" + fact.day() + "), MAX(" + fact.day() + ") FROM " + fact.table()
                + " WHERE " + Scopes.rows(fact, scope), scope);
    }

    private static Stock ofOrders(Handle handle, Thing thing, String key, RowScope scope) {
        return read(handle, thing, "SELECT COUNT(DISTINCT f." + key + "), NULL, NULL FROM orders f WHERE " + Scopes.rows(Fact.ORDERS, scope), scope);
    }

    private static Stock products(Handle handle, Thing thing, String count) {
        return read(handle, thing, "SELECT " + count + ", NULL, NULL FROM product WHERE item = 'product'", new RowScope.All());
    }

    private static Stock read(Handle handle, Thing thing, String sql, RowScope scope) {
        return handle.createQuery(sql).bindMap(Scopes.values(scope))
                .map((row, context) -> new Stock(thing, row.getLong(1), day(row.getObject(2)), day(row.getObject(3)))).one();
    }

    private static @Nullable LocalDate day(@Nullable Object day) {
        return day instanceof Number number ? LocalDate.ofEpochDay(number.longValue()) : null;
    }
}
