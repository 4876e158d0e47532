package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.training.TrainingRuns;

class ForecastTest {
    private static final LocalDate WEDNESDAY = LocalDate.of(2010, 12, 1);
    private static final LocalDate FRIDAY = LocalDate.of(2011, 12, 9);
    private static final Viewer ANNA = new Viewer("key:anna", "Anna", Role.MANAGER, null);
    private static final Viewer BEN = new Viewer("key:ben", "Ben", Role.REP, "Ben");
    private static final long ONE = 10_000;

    @TempDir static Path folder;
    /** Ten pounds a day through Ben in France and thirty through Cleo in Germany: 280 a week. */
    private static Warehouse steady;
    private static Database assistant;
    private static Toolbox tools;
    private Warehouse warehouse;

    @BeforeAll
    static void fill() throws SQLException {
        var home = new Home(Path.of("."));
        var model = SemanticModel.load(home);
        assistant = Database.open(folder.resolve("assistant.db"), "db/assistant");
        tools = new Toolbox(home, List.of(new Forecast(new MetricQueries(model, new Members(model)), new TrainingRuns(assistant))));
        steady = open("steady");
        sell(steady, WEDNESDAY, FRIDAY, day -> 10, day -> 30);
    }

    @AfterAll
    static void closeAll() {
        steady.close();
        assistant.close();
    }

    @BeforeEach
    void useSteady() {
        warehouse = steady;
    }

    @AfterEach
    void close() {
        if (warehouse != steady) {
            warehouse.close();
        }
    }

    private static Warehouse open(String name) {
        return Warehouse.open(folder.resolve(name + ".db"), false);
    }

    private void use(String name, LocalDate from, LocalDate lastDay, ToIntFunction<LocalDate> ben) throws SQLException {
        warehouse = open(name);
        sell(warehouse, from, lastDay, ben, day -> 0);
    }

    private static void sell(Warehouse warehouse, LocalDate from, LocalDate lastDay, ToIntFunction<LocalDate> ben,
                             ToIntFunction<LocalDate> cleo) throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long lamp = star.product(new StarWriter.NewProduct("LAMP", "Lamp", null, false, null, null));
                sell(star, lamp, from, lastDay, "Ben", "France", ben);
                sell(star, lamp, from, lastDay, "Cleo", "Germany", cleo);
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    private static void sell(StarWriter star, long product, LocalDate from, LocalDate lastDay, String rep, String country,
                             ToIntFunction<LocalDate> amounts) throws SQLException {
        long repKey = star.rep(new StarWriter.NewRep(rep, null, null));
        long countryKey = star.country(country);
        long customer = star.customer(new StarWriter.NewCustomer(rep + "'s", null, null, null, null, countryKey, null, repKey));
        for (var day = from; !day.isAfter(lastDay); day = day.plusDays(1)) {
            int amount = amounts.applyAsInt(day);
            if (amount != 0) {
                var order = star.order(new StarWriter.NewOrder("test", rep + day, day, customer, countryKey, null, repKey, null, null, null), null);
                star.line(order, new StarWriter.NewLine(product, Kind.SALE, ONE, amount * ONE, 0, amount * ONE, null, "Lamp"));
            }
        }
    }

    private Outcome call(String arguments) {
        return tools.call("forecast", arguments, ANNA, Language.ENGLISH, warehouse, step -> {});
    }

    private Finding find(String arguments) {
        return assertInstanceOf(Outcome.Found.class, call(arguments)).finding();
    }

    private static List<List<@Nullable Object>> forecastRows(Finding finding) {
        return finding.rows().stream().filter(row -> row.get(5) != null).toList();
    }

    private static double number(@Nullable Object cell) {
        return assertInstanceOf(Number.class, cell).doubleValue();
    }

    @Test
    void forecastsWholeWeeksAfterTheRunningOne() {
        var finding = find("{\"grain\": \"week\", \"horizon\": 8}");
        var rows = forecastRows(finding);
        assertEquals(8, rows.size());
        assertEquals(LocalDate.of(2011, 12, 12), rows.getFirst().getFirst());
        assertEquals(LocalDate.of(2012, 1, 30), rows.getLast().getFirst());
        // 8 × 280
        assertEquals(2_240, number(rows.getLast().get(5)), 0.01);
        assertEquals("Revenue over the next 8 weeks (12 December 2011 to 5 February 2012) will likely come to about £2,240, "
                + "between £2,240 and £2,240. The same weeks a year earlier came to £2,240.", finding.summary());
    }

    /** Five of seven days are in with 200; the other two are 2/7 of a forecast week of 280. */
    @Test
    void estimatesTheRunningWeekBesideThem() {
        var finding = find("{\"grain\": \"week\", \"horizon\": 1}");
        var running = finding.rows().get(finding.rows().size() - 2);
        assertEquals(LocalDate.of(2011, 12, 5), running.getFirst());
        assertNull(running.get(1));
        assertEquals(280, number(running.get(2)), 0.01);
        assertNull(running.get(5));
        assertTrue(finding.caveats().getFirst().contains("5 to 11 December 2011 still runs"), finding.caveats().getFirst());
    }

    @Test
    void learnsFromWholeWeeksOnlyAndSaysWhich() {
        var finding = find("{\"grain\": \"week\", \"horizon\": 2}");
        var model = finding.provenance().model();
        assertNotNull(model);
        assertEquals(LocalDate.of(2010, 12, 6), model.trainedFrom());
        assertEquals(LocalDate.of(2011, 12, 4), model.trainedTo());
        assertTrue(finding.caveats().stream().anyMatch(caveat -> caveat.contains("from 6 December 2010 on")), finding.caveats().toString());
    }

    @Test
    void hasNoRunningStepWhereTheDataEndsWithOne() throws SQLException {
        use("whole", WEDNESDAY, LocalDate.of(2011, 11, 30), day -> 40);
        var finding = find("{\"grain\": \"month\", \"horizon\": 1}");
        assertEquals(LocalDate.of(2011, 12, 1), forecastRows(finding).getFirst().getFirst());
        assertEquals(LocalDate.of(2011, 11, 1), finding.rows().get(finding.rows().size() - 2).getFirst());
        assertEquals(30 * 40, number(finding.rows().get(finding.rows().size() - 2).get(1)));
    }

    /** Closed on Saturdays: a Saturday without rows is a zero, not a gap. */
    @Test
    void countsAStepWithoutRowsAsZero() throws SQLException {
        use("closed", WEDNESDAY, FRIDAY, day -> day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0 : 20);
        var rows = forecastRows(find("{\"grain\": \"day\", \"horizon\": 7}"));
        assertEquals(LocalDate.of(2011, 12, 10), rows.getFirst().getFirst());
        assertEquals(0, number(rows.getFirst().get(2)), 0.5);
        assertEquals(20, number(rows.get(1).get(2)), 0.5);
    }

    /** October and November are whole, December has 9 of 31 days: 61 × 40 + 9 × 40 + 22/31 of a forecast December. */
    @Test
    void makesQuartersOfMonths() {
        var months = find("{\"grain\": \"month\", \"horizon\": 3}");
        var december = months.rows().get(months.rows().size() - 4);
        var quarters = find("{\"grain\": \"quarter\", \"horizon\": 1}");
        assertEquals(LocalDate.of(2012, 1, 1), forecastRows(quarters).getFirst().getFirst());
        assertEquals(number(forecastRows(months).getLast().get(5)), number(forecastRows(quarters).getFirst().get(5)), 0.02);
        assertEquals(61 * 40 + number(december.get(2)), number(quarters.rows().get(quarters.rows().size() - 2).get(2)), 0.02);
    }

    @Test
    void boundsTheTotalAndEndsItInTheLastRow() throws SQLException {
        use("noisy", WEDNESDAY, FRIDAY, day -> 10 + day.getDayOfYear() * 37 % 11);
        var rows = forecastRows(find("{\"grain\": \"week\", \"horizon\": 6}"));
        var last = rows.getLast();
        assertEquals(rows.stream().mapToDouble(row -> number(row.get(2))).sum(), number(last.get(5)), 1e-6);
        assertTrue(number(last.get(6)) < number(last.get(5)) && number(last.get(5)) < number(last.get(7)));
        assertTrue(number(last.get(7)) < rows.stream().mapToDouble(row -> number(row.get(4))).sum());
    }

    @Test
    void forecastsARepsOwnAccountsOnlyAndSaysSo() {
        var outcome = tools.call("forecast", "{\"grain\": \"week\", \"horizon\": 1}", BEN, Language.ENGLISH, warehouse, step -> {});
        var finding = assertInstanceOf(Outcome.Found.class, outcome).finding();
        assertEquals(70, number(forecastRows(finding).getFirst().get(2)), 0.01);
        assertTrue(finding.summary().startsWith("Revenue for your accounts over the next week"), finding.summary());
        assertTrue(finding.caveats().contains("For your accounts only."));
    }

    @Test
    void forecastsTheLargestMembersOfADimension() {
        var finding = find("{\"grain\": \"week\", \"horizon\": 2, \"dimension\": \"country\"}");
        assertEquals(List.of("Germany", "France"), finding.rows().stream().map(List::getFirst).toList());
        assertEquals(2 * 210, number(finding.rows().getFirst().get(2)), 0.01);
        var comparison = finding.comparison();
        assertNotNull(comparison);
        assertEquals(2 * 280, number(comparison.value()), 0.01);
    }

    /** Three countries that go their own ways; two stand by themselves, and the rows are the total to the cent. */
    @Test
    void addsMembersAndOthersUpToTheTotal() throws SQLException {
        warehouse = open("three");
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long lamp = star.product(new StarWriter.NewProduct("LAMP", "Lamp", null, false, null, null));
                sell(star, lamp, WEDNESDAY, FRIDAY, "Ben", "France", day -> 10 + day.getDayOfYear() * 37 % 11);
                sell(star, lamp, WEDNESDAY, FRIDAY, "Cleo", "Germany", day -> 30 + day.getDayOfYear() * 53 % 29);
                sell(star, lamp, WEDNESDAY, FRIDAY, "Dora", "Spain", day -> day.getDayOfYear() * 41 % 7);
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
        var total = find("{\"grain\": \"month\", \"horizon\": 3}");
        var finding = find("{\"grain\": \"month\", \"horizon\": 3, \"dimension\": \"country\", \"limit\": 2}");
        assertEquals(List.of("Germany", "France", "Others"), finding.rows().stream().map(List::getFirst).toList());
        var told = forecastRows(total).getLast().get(5);
        assertEquals(told, finding.rows().stream().map(row -> (BigDecimal) row.get(2)).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(told, finding.comparison() == null ? null : finding.comparison().value());
        for (var row : finding.rows()) {
            assertTrue(0 <= number(row.get(3)) && number(row.get(3)) <= number(row.get(2)) && number(row.get(2)) <= number(row.get(4)), row.toString());
        }
        assertEquals(2, finding.arguments().get("limit"));
    }

    @Test
    void narrowsToAMemberAndNamesIt() {
        var finding = find("""
                {"grain": "week", "horizon": 1, "filters": [{"dimension": "country", "op": "is", "values": ["france"]}]}""");
        assertEquals("Revenue forecast for France, next week", finding.title());
        assertEquals(70, number(forecastRows(finding).getFirst().get(2)), 0.01);
    }

    @Test
    void answersInChinese() {
        var outcome = tools.call("forecast", "{\"grain\": \"week\", \"horizon\": 8}", ANNA, Language.CHINESE, warehouse, step -> {});
        var summary = assertInstanceOf(Outcome.Found.class, outcome).finding().summary();
        assertEquals("周（起始日）", ((Outcome.Found) outcome).finding().columns().getFirst().name());
        assertTrue(summary.startsWith("未来8周（2011年12月12日至2012年2月5日），销售额预计约为2,240英镑"), summary);
    }

    @Test
    void drawsTheForecastWithItsBandOverTheSteps() {
        assertEquals(new Finding.Chart(Finding.Chart.Kind.BAND, "Week of", List.of("Forecast", "Low, 95%", "High, 95%")),
                find("{\"grain\": \"week\", \"horizon\": 4}").chart());
    }

    @Test
    void fillsInWhatWasLeftOut() {
        var arguments = find("{}").arguments();
        assertEquals("revenue", arguments.get("metric"));
        assertEquals("month", arguments.get("grain"));
        assertEquals(3, arguments.get("horizon"));
    }

    @Test
    void declinesWhatDoesNotAddUp() {
        assertEquals(Status.OUT_OF_SCOPE, call("{\"metric\": \"return_rate\"}").status());
        assertEquals(Status.OUT_OF_SCOPE, call("{\"metric\": \"customers\"}").status());
    }

    @Test
    void declinesAHistoryTooShortToLearnFrom() throws SQLException {
        use("short", LocalDate.of(2011, 10, 1), FRIDAY, day -> 40);
        var outcome = assertInstanceOf(Outcome.OutOfScope.class, call("{\"grain\": \"month\"}"));
        assertTrue(outcome.message().contains("only 2 whole steps by month"), outcome.message());
    }

    @Test
    void saysWhichMemberIsUnknown() {
        var outcome = assertInstanceOf(Outcome.Empty.class,
                call("{\"filters\": [{\"dimension\": \"country\", \"op\": \"is\", \"values\": [\"Frence\"]}]}"));
        assertTrue(outcome.message().contains("Frence"));
        assertEquals(List.of("France"), outcome.near());
    }

    @Test
    void saysThatThereIsNoDataYet() {
        warehouse = open("empty");
        assertEquals(Status.EMPTY, call("{}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"horizon\": 0}", "{\"horizon\": 10000}", "{\"grain\": \"year\", \"horizon\": 6}", "{\"metric\": \"revenu\"}",
            "{\"grain\": \"fortnight\"}", "{\"dimension\": \"month\"}", "{\"dimension\": \"colour\"}",
            "{\"limit\": 3}", "{\"dimension\": \"country\", \"limit\": 0}", "{\"dimension\": \"country\", \"limit\": 21}",
            "{\"filters\": [{\"dimension\": \"year\", \"op\": \"is\", \"values\": [\"2011\"]}]}"})
    void refusesArgumentsThatDoNotFitAndSaysWhatDoes(String arguments) {
        var error = assertThrows(UserError.class, () -> call(arguments));
        assertEquals(UserError.Category.BAD_INPUT, error.category());
        assertFalse(error.hint().isBlank());
    }
}
