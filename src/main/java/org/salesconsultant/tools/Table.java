package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;

/** A finding's table while it is filled. Columns are headed in the viewer's language, from the wording {@code column_KEY}. */
final class Table {
    private static final int MONEY_SCALE = 4;

    private final ToolContext context;
    private final List<Finding.Column> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    Table(ToolContext context) {
        this.context = context;
    }

    Table column(String key, Finding.Type type) {
        columns.add(new Finding.Column(heading(key), type, type == Finding.Type.MONEY ? context.state().currency() : null));
        return this;
    }

    /** A column's name, for charts. */
    String heading(String key) {
        return context.say("column_" + key);
    }

    void row(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Collections.unmodifiableList(Arrays.asList(cells)));
    }

    List<Finding.Column> columns() {
        return List.copyOf(columns);
    }

    List<List<@Nullable Object>> rows() {
        return List.copyOf(rows);
    }

    /** Currency from the star's ten-thousandths. */
    static BigDecimal money(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, MONEY_SCALE);
    }

    /** A share as a fraction, or null where the whole is nothing. */
    static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
