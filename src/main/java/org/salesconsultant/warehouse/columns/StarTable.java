package org.salesconsultant.warehouse.columns;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A table of the star as the copy has it: under the same names, without what people wrote at length and what only imports ask for.
 *
 * @param key the column whose integers tell rows apart, or null where several columns do
 */
record StarTable(String name, List<Column> columns, @Nullable String key) {
    private static final List<String> COPIED = List.of("calendar", "country", "region", "channel", "rep", "customer", "product", "attribute",
            "campaign", "campaign_spend", "campaign_contact", "opportunity", "feedback", "interaction", "quota", "quota_day", "consent", "orders", "line");
    private static final Set<String> LEFT_OUT = Set.of("text", "title", "subject", "made");

    /** What a column holds. Keys and days are narrower than amounts: a quarter less time for all that reads them. */
    enum Type { BIGINT, INTEGER, TINYINT, VARCHAR }

    record Column(String name, Type type, boolean nullable) {
        String definition() {
            return name + " " + type + (nullable ? "" : " NOT NULL");
        }

        private static Type type(String name, String declared) {
            return !"INTEGER".equals(declared) ? Type.VARCHAR : "kind".equals(name) || "fee".equals(name) ? Type.TINYINT
                    : name.endsWith("_key") || name.endsWith("day") ? Type.INTEGER : Type.BIGINT;
        }
    }

    /** All tables to copy, as the warehouse has them now. */
    static List<StarTable> of(Handle warehouse) {
        return COPIED.stream().map(name -> of(warehouse, name)).toList();
    }

    private static StarTable of(Handle warehouse, String name) {
        List<Column> columns = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        warehouse.createQuery("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?) ORDER BY cid").bind(0, name)
                .map((row, context) -> {
                    if (row.getInt("pk") > 0) {
                        keys.add(row.getString("name"));
                    }
                    return new Column(row.getString("name"), Column.type(row.getString("name"), row.getString("type")),
                            row.getInt("notnull") == 0 && row.getInt("pk") == 0);
                }).filter(column -> !LEFT_OUT.contains(column.name())).forEach(columns::add);
        return new StarTable(name, List.copyOf(columns), keys.size() == 1 ? keys.getFirst() : null);
    }

    String definition() {
        return "CREATE TABLE " + name + " (" + columns.stream().map(Column::definition).collect(Collectors.joining(", ")) + ")";
    }
}
