package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarEvents.NewQuota;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.semantic.QueryResult.Note;

/**
 * By hand. Quotas: Anna (North) 900 for the 90 days of the first quarter of 2025; Ben (South) 365 for the year and, beside it, 56
 * for February; Dora (South) 31 for January. Orders: Anna 300 on 10 January and 50 on 5 April; Ben 28 on 3 February and 62 on 20
 * March; Cara, who has no quota, 1,000 on 1 February. Ben's quota is 1 a day outside February, so 118 in the first quarter.
 */
class QuotaMetricsTest {
    private static final long ONE = 10_000;
    private static final RowScope ALL = new RowScope.All();
    private static final Period FIRST_QUARTER = new Period("Q1 2025", LocalDate.of(2025, 1, 1), LocalDate.of(2025, 4, 1), false);

    @TempDir Path folder;
    private final SemanticModel model = SemanticModel.load(new Home(Path.of("")));
    private Warehouse own;
    private Warehouse copied;
    private Columns columns;

    @BeforeEach
    void open() throws SQLException {
        own = Warehouse.open(folder.resolve("warehouse.db"), false);
        copied = Warehouse.open(folder.resolve("warehouse.db"), false);
        columns = Columns.keep(copied);
        write(star -> {
            sale(star, "1", "Anna", LocalDate.of(2025, 1, 10), 300);
            sale(star, "2", "Anna", LocalDate.of(2025, 4, 5), 50);
            sale(star, "3", "Ben", LocalDate.of(2025, 2, 3), 28);
            sale(star, "4", "Ben", LocalDate.of(2025, 3, 20), 62);
            sale(star, "5", "Cara", LocalDate.of(2025, 2, 1), 1_000);
        });
    }

    @AfterEach
    void close() {
        own.close();
        copied.close();
    }

    /** Rows for a star. */
    interface Writing {
        void to(StarWriter star) throws SQLException;
    }

    private void write(Writing writing) throws SQLException {
        own.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                writing.to(star);
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    private void quotasOfReps() throws SQLException {
        write(star -> {
            quota(star, rep(star, "Anna", "North"), null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), 900);
            quota(star, rep(star, "Ben", "South"), null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), 365);
            quota(star, rep(star, "Ben", "South"), null, LocalDate.of(2025, 2, 1), LocalDate.of(2025, 2, 28), 56);
            quota(star, rep(star, "Dora", "South"), null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31), 31);
        });
    }

    private static long rep(StarWriter star, String name, @Nullable String region) throws SQLException {
        return star.rep(new NewRep(name, region == null ? null : (Long) star.region(region), null));
    }

    private static void quota(StarWriter star, @Nullable Long rep, @Nullable Long region, LocalDate first, LocalDate last, long amount) throws SQLException {
        star.events().quota(new NewQuota(rep, region, first, last, amount * ONE));
    }

    private static void sale(StarWriter star, String number, String rep, LocalDate day, long amount) throws SQLException {
        var order = star.order(new NewOrder("test", number, day, null, null, null, rep(star, rep, null), null, null, null), null);
        star.line(order, new NewLine(star.product(new NewProduct("A", null, null, false, null, null)), Kind.SALE, ONE, ONE, 0, amount * ONE, null, "A"));
    }

    private QueryResult ask(String metrics, String dimensions, @Nullable Period period, RowScope scope, Filter... filters) throws InterruptedException {
        columns.catchUp();
        var queries = new MetricQueries(model, new Members(model));
        var query = new MetricQuery(List.of(metrics.split(" ")), dimensions.isEmpty() ? List.of() : List.of(dimensions.split(" ")), List.of(filters), period, null, null);
        var first = queries.run(own, query, scope);
        var second = queries.run(copied, query, scope);
        assertEquals(List.of("SQLite", "DuckDB"), List.of(first.engine(), second.engine()));
        assertEquals(first.rows(), second.rows());
        assertEquals(first.notes(), second.notes());
        return first;
    }

    private List<String> rows(String metrics, String dimensions, @Nullable Period period, RowScope scope, Filter... filters) throws InterruptedException {
        return ask(metrics, dimensions, period, scope, filters).rows().stream().map(row -> String.join(" ", row.stream().map(QuotaMetricsTest::cell).toList())).toList();
    }

    /** Rates to four digits. */
    private static String cell(@Nullable Object cell) {
        return cell instanceof Double rate ? String.format("%.4f", rate) : String.valueOf(cell);
    }

    /** 900 + 118 + 31; of the revenue 300 + 28 + 62 have a quota: Cara has none. */
    @Test
    void aTotalCountsOnlyWhatAQuotaStandsFor() throws Exception {
        quotasOfReps();
        assertEquals(List.of("1049.00 0.3718 1390.00"), rows("quota quota_attainment revenue", "", FIRST_QUARTER, ALL));
        assertEquals(List.of("Anna 900.00 0.3333", "Ben 118.00 0.7627", "Dora 31.00 0.0000", "Cara null null"), rows("quota quota_attainment", "rep", FIRST_QUARTER, ALL));
        assertEquals(List.of("North 900.00 0.3333", "South 149.00 0.6040", "null null null"), rows("quota quota_attainment", "region", FIRST_QUARTER, ALL));
    }

    /** Anna's quota ends with March: what she sells in April is towards none. Ben's goes on to December, his sales to the newest day. */
    @Test
    void daysWithoutAQuotaAreNoPartOfAttainment() throws Exception {
        quotasOfReps();
        assertEquals(List.of("1324.00 0.2946"), rows("quota quota_attainment", "", null, ALL));
        assertEquals(List.of("2025-Q1 1049.00 0.3718", "2025-Q2 91.00 0.0000", "2025-Q3 92.00 null", "2025-Q4 92.00 null"),
                rows("quota quota_attainment", "quarter", null, ALL));
    }

    /** January: 310 of Anna's 900, 31 of Ben's and of Dora's; February 280 and 56; March 310 and 31. */
    @Test
    void aLongerQuotaIsSpreadOverItsDaysAndSaysSo() throws Exception {
        quotasOfReps();
        var byMonth = ask("quota quota_attainment", "month", FIRST_QUARTER, ALL);
        assertEquals(List.of(Note.QUOTAS_SPREAD), byMonth.notes());
        assertEquals(List.of("2025-01 372.00 0.8065", "2025-02 336.00 0.0833", "2025-03 341.00 0.1818"), rows("quota quota_attainment", "month", FIRST_QUARTER, ALL));
        assertEquals(List.of(), ask("quota", "", FIRST_QUARTER, new RowScope.OfRep("Anna")).notes());
        assertEquals(List.of(Note.QUOTAS_SPREAD), ask("quota", "month", FIRST_QUARTER, new RowScope.OfRep("Anna")).notes());
        assertEquals(List.of("310.00"), rows("quota", "", null, new RowScope.OfRep("Anna"), new Filter("month", Filter.Operator.IS, List.of("2025-01"))));
    }

    @Test
    void aRepSeesTheOwnQuotaOnly() throws Exception {
        quotasOfReps();
        assertEquals(List.of("900.00 0.3333"), rows("quota quota_attainment", "", FIRST_QUARTER, new RowScope.OfRep("Anna")));
        assertEquals(List.of("Ben 118.00"), rows("quota", "rep", FIRST_QUARTER, new RowScope.OfRep("Ben")));
        assertEquals(List.of(), rows("quota", "", FIRST_QUARTER, new RowScope.OfRep("Cara")));
    }

    /** North has 1,000 of its own instead of Anna's 900, the company 500 for January instead of all. */
    @Test
    void theCoarsestQuotaThatFitsStandsAndNoneCountsTwice() throws Exception {
        quotasOfReps();
        write(star -> quota(star, null, star.region("North"), LocalDate.of(2025, 1, 1), LocalDate.of(2025, 3, 31), 1_000));
        assertEquals(List.of("1149.00 0.3394"), rows("quota quota_attainment", "", FIRST_QUARTER, ALL));
        assertEquals(List.of("North 1000.00 0.3000", "South 149.00 0.6040", "null null null"), rows("quota quota_attainment", "region", FIRST_QUARTER, ALL));
        assertEquals(List.of("Anna 900.00", "Ben 118.00", "Dora 31.00"), rows("quota", "rep", FIRST_QUARTER, ALL));
        write(star -> quota(star, null, null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31), 500));
        assertEquals(List.of("1242.5556"), rows("quota", "", FIRST_QUARTER, ALL));
        assertEquals(List.of("2025-01 500.00 0.6000", "2025-02 367.1111 0.0763", "2025-03 375.4445 0.1651"), rows("quota quota_attainment", "month", FIRST_QUARTER, ALL));
        assertEquals(List.of("North 1000.00", "South 149.00"), rows("quota", "region", FIRST_QUARTER, ALL));
    }

    @Test
    void whatHasNoQuotaIsMissingAndWhatQuotasLackIsSaid() throws Exception {
        assertEquals("sales quotas", assertThrows(MissingData.class, () -> rows("quota_attainment", "", FIRST_QUARTER, ALL)).what().en());
        write(star -> quota(star, null, null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31), 500));
        assertEquals(List.of("500.00 0.6000"), rows("quota quota_attainment", "", FIRST_QUARTER, ALL));
        assertEquals("quotas of reps", assertThrows(MissingData.class, () -> rows("quota_attainment", "rep", FIRST_QUARTER, ALL)).what().en());
        assertEquals("Dimensions for it: day, week, month, quarter, year, weekday, region, rep, manager.",
                assertThrows(UserError.class, () -> rows("quota", "product", null, ALL)).hint());
    }
}
