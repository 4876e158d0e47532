package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarEvents.NewQuota;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * Up to 9 December 2011 Ben brings 10 and Cleo 30 a day; Dora, who has no quota, 5. For December Ben is to bring 300, Cleo 1,000,
 * and for November they were to bring 330 and 900. So 9 × 40 = 360 is in, the 22 days left bring 880, and 60 will be lacking.
 */
class QuotaOutlookTest {
    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2011, 12, 9);
    private static final long ONE = 10_000;
    private static final Viewer ANNA = new Viewer("key:anna", "Anna", Role.MANAGER, null);
    private static final Viewer BEN = new Viewer("key:ben", "Ben", Role.REP, "Ben");

    @TempDir static Path folder;
    private static Warehouse warehouse;
    private static Toolbox tools;

    @BeforeAll
    static void fill() throws SQLException {
        var home = new Home(Path.of("."));
        var model = SemanticModel.load(home);
        tools = new Toolbox(home, List.of(new QuotaOutlook(new MetricQueries(model, new Members(model)))));
        warehouse = Warehouse.open(folder.resolve("quotas.db"), false);
        write(warehouse, true, day -> 10);
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static void write(Warehouse into, boolean quotas, ToIntFunction<LocalDate> ben) throws SQLException {
        into.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long lamp = star.product(new StarWriter.NewProduct("LAMP", "Lamp", null, false, null, null));
                sell(star, lamp, "Ben", ben);
                sell(star, lamp, "Cleo", day -> 30);
                sell(star, lamp, "Dora", day -> 5);
                if (quotas) {
                    quota(star, "Ben", 11, 330);
                    quota(star, "Ben", 12, 300);
                    quota(star, "Cleo", 11, 900);
                    quota(star, "Cleo", 12, 1_000);
                }
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    private static void quota(StarWriter star, String rep, int month, long amount) throws SQLException {
        var first = LocalDate.of(2011, month, 1);
        star.events().quota(new NewQuota(star.rep(new StarWriter.NewRep(rep, null, null)), null, first, first.plusMonths(1).minusDays(1), amount * ONE));
    }

    private static void sell(StarWriter star, long product, String rep, ToIntFunction<LocalDate> amounts) throws SQLException {
        long key = star.rep(new StarWriter.NewRep(rep, null, null));
        long customer = star.customer(new StarWriter.NewCustomer(rep + "'s", null, null, null, null, null, null, key));
        for (var day = FIRST; !day.isAfter(FRIDAY); day = day.plusDays(1)) {
            long amount = amounts.applyAsInt(day) * ONE;
            var order = star.order(new StarWriter.NewOrder("test", rep + day, day, customer, null, null, key, null, null, null), null);
            star.line(order, new StarWriter.NewLine(product, Kind.SALE, ONE, amount, 0, amount, null, "Lamp"));
        }
    }

    private static Outcome call(String arguments, Viewer viewer, Warehouse of) {
        return tools.call("quota_outlook", arguments, viewer, Language.ENGLISH, of, step -> {});
    }

    private static Finding find(String arguments, Viewer viewer) {
        return assertInstanceOf(Outcome.Found.class, call(arguments, viewer, warehouse)).finding();
    }

    private static List<String> cells(List<@Nullable Object> row) {
        return row.stream().map(cell -> cell instanceof BigDecimal amount ? amount.toPlainString() : String.valueOf(cell)).toList();
    }

    /** Dora's 5 a day count towards no quota. 940 in 22/7 weeks is 299.09 a week; eight weeks of 280 came before. */
    @Test
    void addsTheForecastOfTheDaysLeftToWhatIsIn() {
        var finding = find("{\"period\": \"this month\"}", ANNA);
        assertEquals(List.of("December\u00a02011", "1300.00", "360.00", "1240.00", "1240.00", "1240.00", "-60.00", "299.09", "280.00", "0.05"), cells(finding.rows().getFirst()));
        assertTrue(finding.summary().contains("£60.00 short. On this forecast, reaching it is very unlikely (under 5%)."), finding.summary());
    }

    /** Two months before November were asked for nothing, and eleven months before it are too few to learn from. */
    @Test
    void saysNothingOfPastPlansThatCannotBeCompared() {
        assertFalse(find("{\"period\": \"this month\"}", ANNA).summary().contains("before was"));
    }

    /** Ben will have 310 of 300, Cleo 930 of 1,000. */
    @Test
    void tellsEachOnesChanceTheLeastFirst() {
        var finding = find("{\"period\": \"December 2011\", \"dimension\": \"rep\"}", ANNA);
        assertEquals(List.of("Cleo", "Ben"), finding.rows().stream().map(List::getFirst).toList());
        assertEquals(List.of("930.00", "310.00"), finding.rows().stream().map(row -> cells(row).get(3)).toList());
        assertTrue(finding.summary().contains("Likely to fall short: Cleo. Likely to reach theirs: Ben."), finding.summary());
    }

    @Test
    void showsARepItsOwnOnly() {
        var finding = find("{\"period\": \"this month\", \"dimension\": \"rep\"}", BEN);
        assertEquals(List.of("Ben"), finding.rows().stream().map(List::getFirst).toList());
        assertTrue(finding.summary().startsWith("Your quota for December\u00a02011 is £300.00. £90.00 is in"), finding.summary());
    }

    /** The fourth quarter has no quota in October. */
    @Test
    void saysWhenAPartOfThePeriodHasNone() {
        assertTrue(assertInstanceOf(Outcome.OutOfScope.class, call("{\"period\": \"this quarter\"}", ANNA, warehouse)).message().contains("part of Q4 2011"));
        var none = assertInstanceOf(Outcome.Empty.class, call("{\"period\": \"next month\"}", ANNA, warehouse));
        assertTrue(none.message().contains("from November\u00a02011 to December\u00a02011"), none.message());
    }

    @Test
    void saysHowToImportQuotasWhereThereAreNone() throws SQLException {
        try (var none = Warehouse.open(folder.resolve("none.db"), false)) {
            write(none, false, day -> 10);
            assertTrue(assertInstanceOf(Outcome.OutOfScope.class, call("{}", ANNA, none)).message().contains("import quotas.csv --as quotas"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"period\": \"November 2011\"}", "{\"period\": \"2014\"}", "{\"dimension\": \"country\"}", "{\"dimension\": \"colour\"}", "{\"period\": \"soon\"}"})
    void refusesArgumentsThatDoNotFitAndSaysWhatDoes(String arguments) {
        assertFalse(assertThrows(UserError.class, () -> call(arguments, ANNA, warehouse)).hint().isBlank());
    }
}
