package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;

/**
 * A warehouse without orders. Campaign A: 4 contacts without a day, in arms mail (2, 1 responded, 1 bought) and none (2, bought
 * unknown of 1), spend 30 on 1 May by mail and 10 on 2 June by phone. Calls on 3 and 20 May, a mail without a day. Deals: won 100
 * and lost, closed in May; one open.
 */
class EventMetricsTest {
    private static final Period MAY = new Period("May 2020", LocalDate.of(2020, 5, 1), LocalDate.of(2020, 6, 1), false);

    private final MetricQueries queries;

    @TempDir Path folder;
    private Warehouse warehouse;

    EventMetricsTest() {
        var model = SemanticModel.load(new Home(Path.of("")));
        queries = new MetricQueries(model, new Members(model));
    }

    @BeforeEach
    void fill() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        warehouse.database().write(handle -> {
            for (var day = LocalDate.of(2020, 5, 1); day.isBefore(LocalDate.of(2020, 7, 1)); day = day.plusDays(1)) {
                handle.execute("INSERT INTO calendar (day, date, week, month, quarter, year, weekday, month_day) VALUES (?, ?, '', ?, '2020-Q2', '2020', ?, ?)",
                        day.toEpochDay(), day.toString(), day.toString().substring(0, 7), day.getDayOfWeek().getValue(), day.getDayOfMonth());
            }
            long may = LocalDate.of(2020, 5, 1).toEpochDay();
            handle.execute("INSERT INTO warehouse_setting (name, value) VALUES ('data_version', '1'), ('first_day', '2020-05-01'), ('newest_day', '2020-06-02')");
            handle.execute("INSERT INTO channel (channel_key, name, name_folded) VALUES (1, 'Mail', 'mail'), (2, 'Phone', 'phone')");
            handle.execute("INSERT INTO campaign (campaign_key, code, code_folded, name, name_folded) VALUES (1, 'A', 'a', 'A', 'a')");
            handle.execute("INSERT INTO attribute (of, member_key, name, value, value_folded) VALUES ('campaign', 1, 'theme', 'Spring', 'spring')");
            handle.execute("INSERT INTO campaign_contact (campaign_key, arm, responded, converted) VALUES (1, 'mail', 1, 1), (1, 'mail', 0, 0), (1, 'none', 0, 0), (1, 'none', 0, NULL)");
            handle.execute("INSERT INTO campaign_spend (campaign_key, day, channel_key, spend) VALUES (1, ?, 1, 300000), (1, ?, 2, 100000)", may, may + 32);
            handle.execute("INSERT INTO interaction (day, kind) VALUES (?, 'call'), (?, 'call'), (NULL, 'mail')", may + 2, may + 19);
            handle.execute("INSERT INTO opportunity (code, code_folded, stage, outcome, closed_day, close_value) VALUES ('1', '1', 'Won', 'won', ?, 1000000), "
                    + "('2', '2', 'Lost', 'lost', ?, NULL), ('3', '3', 'Open', 'open', NULL, NULL)", may + 3, may + 4);
            return null;
        });
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private List<List<String>> rows(String metrics, String dimensions, @Nullable Period period) {
        var query = new MetricQuery(List.of(metrics.split(" ")), dimensions.isEmpty() ? List.of() : List.of(dimensions.split(" ")), List.of(), period, null, null);
        return queries.run(warehouse, query, new RowScope.All()).rows().stream().map(row -> row.stream().map(String::valueOf).toList()).toList();
    }

    /** Spend 40 over 4 contacts; of 3 followed contacts one bought. */
    @Test
    void campaignsAreAnsweredWithoutOrdersAndRatesAcrossTables() {
        assertEquals(List.of(List.of("4", "0.25", "0.3333333333333333", "40.00", "10.0")), rows("contacts response_rate conversion_rate spend cost_per_contact", "", null));
        assertEquals(List.of(List.of("mail", "2", "1"), List.of("none", "2", "0")), rows("contacts conversions", "arm", null));
        assertEquals(List.of(List.of("Mail", "30.00"), List.of("Phone", "10.00")), rows("spend", "channel", null));
        assertEquals(List.of(List.of("2020-05", "30.00"), List.of("2020-06", "10.00")), rows("spend", "month", null));
    }

    @Test
    void whatHasNoDateIsMissingDatesOnlyWhereAPeriodIsAsked() {
        var missing = assertThrows(MissingData.class, () -> rows("contacts", "", MAY));
        assertEquals("dates of campaign contacts", missing.what().en());
        assertEquals("营销活动触达记录的日期", missing.what().zh());
        assertEquals(List.of(List.of("30.00")), rows("spend", "", MAY));
    }

    @Test
    void interactionsAreCountedByKindAndThoseWithoutADayInNoPeriod() {
        assertEquals(List.of(List.of("call", "2"), List.of("mail", "1")), rows("interactions", "interaction_kind", null));
        var may = queries.run(warehouse, new MetricQuery(List.of("interactions"), List.of(), List.of(), MAY, null, null), new RowScope.All());
        assertEquals(2L, may.rows().getFirst().getFirst());
        assertTrue(may.notes().contains(QueryResult.Note.ROWS_WITHOUT_DATE));
    }

    @Test
    void openDealsAreNoRowAmongTheClosed() {
        assertEquals(List.of(List.of("2020-05", "100.00", "0.5")), rows("won_value win_rate", "month", null));
        assertEquals(List.of(List.of("Won", "100.00"), List.of("Lost", "0.00")), rows("won_value", "stage", null));
    }

    @Test
    void anAttributeNeedsTwoValuesToSplitBy() {
        assertThrows(org.salesconsultant.sales.UserError.class, () -> rows("contacts", "theme", null));
        warehouse.database().write(handle -> {
            handle.execute("INSERT INTO campaign (campaign_key, code, code_folded, name, name_folded) VALUES (2, 'B', 'b', 'B', 'b')");
            handle.execute("INSERT INTO attribute (of, member_key, name, value, value_folded) VALUES ('campaign', 2, 'theme', 'Autumn', 'autumn')");
            return handle.execute("UPDATE warehouse_setting SET value = '2' WHERE name = 'data_version'");
        });
        assertEquals(List.of(List.of("Spring", "4")), rows("contacts", "theme", null));
    }
}
