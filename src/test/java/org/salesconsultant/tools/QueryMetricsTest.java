package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Sales of mugs: January 100 and February 200 to Ada (Germany, rep Anna), February 50 and 10 March 30 to Bob (France, rep Ben). */
class QueryMetricsTest {
    private static final long ONE = 10_000;
    private static final Viewer ADMIN = new Viewer("key:a", "a", Role.ADMIN, null);
    private static final Viewer ANNA = new Viewer("key:anna", "anna", Role.REP, "Anna");

    private final Home home = new Home(Path.of(""));
    private final MetricQueries queries;
    private final Toolbox toolbox;

    @TempDir Path folder;
    private Warehouse warehouse;

    QueryMetricsTest() {
        var model = SemanticModel.load(home);
        queries = new MetricQueries(model, new Members(model));
        toolbox = new Toolbox(home, List.of(new QueryMetrics(queries), new DescribeData()));
    }

    @BeforeEach
    void fill() throws SQLException {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long anna = star.rep(new NewRep("Anna", null, null));
                long ben = star.rep(new NewRep("Ben", null, null));
                long ada = star.customer(new NewCustomer("1", "Ada", null, null, null, star.country("Germany"), null, anna));
                long bob = star.customer(new NewCustomer("2", "Bob", null, null, null, star.country("France"), null, ben));
                long mug = star.product(new NewProduct("MUG", "Mug", null, false, null, null));
                sell(star, "1", LocalDate.of(2020, 1, 1), ada, anna, mug, 100);
                sell(star, "2", LocalDate.of(2020, 2, 5), ada, anna, mug, 200);
                sell(star, "3", LocalDate.of(2020, 2, 6), bob, ben, mug, 50);
                sell(star, "4", LocalDate.of(2020, 3, 10), bob, ben, mug, 30);
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static void sell(StarWriter star, String number, LocalDate day, long customer, long rep, long product, int amount) throws SQLException {
        var order = star.order(new NewOrder("test", number, day, customer, null, null, rep, null, null, null), null);
        star.line(order, new NewLine(product, Kind.SALE, ONE, amount * ONE, 0, amount * ONE, null, null));
    }

    private Outcome call(Viewer viewer, Language language, String tool, String arguments) {
        return toolbox.call(tool, arguments.replace('\'', '"'), viewer, language, warehouse, step -> {});
    }

    private Finding found(String arguments) {
        return found(ADMIN, Language.ENGLISH, arguments);
    }

    private Finding found(Viewer viewer, Language language, String arguments) {
        return assertInstanceOf(Outcome.Found.class, call(viewer, language, "query_metrics", arguments)).finding();
    }

    /** 250 after 100 is 150% up. */
    @Test
    void oneNumberIsSaidFirstWithTheStretchBefore() {
        var finding = found("{'metrics':['revenue'],'period':'February 2020'}");
        assertEquals("Revenue in February 2020 came to £250.00, 150% up on January 2020 (£100.00).", plain(finding.summary()));
        assertEquals("Revenue, February 2020", plain(finding.title()));
        assertNotNull(finding.comparison());
        assertEquals(1.5, finding.comparison().change());
        assertEquals(List.of(), finding.caveats());
    }

    @Test
    void withoutAPeriodAllDataIsMeantAndItsDatesAreSaid() {
        var finding = found("{'metrics':['revenue']}");
        assertEquals("Revenue over all data (1 January to 10 March 2020) came to £380.00.", plain(finding.summary()));
        assertNull(finding.comparison());
        assertEquals("2020-01-01 2020-03-10", finding.provenance().period() == null ? ""
                : finding.provenance().period().from() + " " + finding.provenance().period().lastDay());
    }

    @Test
    void aRunningPeriodIsSaidToBeIncompleteAndComparedWithNothingUnasked() {
        var finding = found("{'metrics':['revenue'],'period':'this month'}");
        assertEquals("Revenue in March 2020 came to £30.00.", plain(finding.summary()));
        assertEquals(List.of("March 2020 is not complete: the data ends on 10 March 2020."), finding.caveats().stream().map(QueryMetricsTest::plain).toList());
        assertNull(finding.comparison());
    }

    /** March still runs, so that the least whole month is January. */
    @Test
    void aSeriesHasItsTotalItsPeakAndItsLow() {
        var finding = found("{'metrics':['revenue'],'dimensions':['month'],'period':'Q1 2020'}");
        assertEquals("Revenue in Q1 2020 came to £380.00 in all: most in February 2020 (£250.00), least in January 2020 (£100.00).", plain(finding.summary()));
        assertEquals(List.of("2020-01", "2020-02", "2020-03"), finding.rows().stream().map(List::getFirst).toList());
        assertEquals(new Finding.Chart(Finding.Chart.Kind.LINE, "Month", List.of("Revenue"), true), finding.chart());
    }

    /** Ada 300 of 380 is 79%. */
    @Test
    void aRankingSaysTheTopItsShareAndHowManyRowsAreLeftOut() {
        var finding = found("{'metrics':['revenue'],'dimensions':['customer'],'limit':1}");
        assertEquals(1, finding.rows().size());
        assertTrue(finding.caveats().contains("One more row is not shown."), finding.caveats().toString());
        var both = found("{'metrics':['revenue'],'dimensions':['customer']}");
        assertEquals("Revenue over all data (1 January to 10 March 2020): Ada leads with £300.00, 79% of the total; Bob is next with £80.00.", both.summary());
        assertEquals(300.0 / 380, both.rows().getFirst().get(2));
    }

    @Test
    void aComparisonPutsMembersBesideTheirNumberBefore() {
        var finding = found("{'metrics':['revenue'],'dimensions':['country'],'period':'February 2020','compareTo':'January 2020'}");
        assertEquals(List.of("Country", "Revenue", "Revenue, January 2020", "Revenue, change"), finding.columns().stream().map(column -> plain(column.name())).toList());
        assertEquals("Germany", finding.rows().getFirst().getFirst());
        assertEquals(1.0, finding.rows().getFirst().get(3));
        assertNull(finding.rows().get(1).get(2));
    }

    @Test
    void stepsOfTimeAreComparedByTheirPlaceInThePeriod() {
        var finding = found("{'metrics':['revenue'],'dimensions':['month'],'period':'February 2020','compareTo':'previous month'}");
        assertEquals(List.of("2020-02", "250.00", "100.00", "1.5"), finding.rows().getFirst().stream().map(String::valueOf).toList());
    }

    @Test
    void chineseIsAnsweredInChinese() {
        var finding = found(ADMIN, Language.CHINESE, "{'metrics':['revenue'],'period':'February 2020','filters':[{'dimension':'country','op':'is','values':['德国']}]}");
        assertEquals("2020年2月德国的销售额为200.00英镑，较2020年1月（100.00英镑）增长100%。", finding.summary());
        assertEquals("销售额", finding.columns().getFirst().name());
    }

    @Test
    void aRepIsToldThatOnlyOwnAccountsCount() {
        var finding = found(ANNA, Language.ENGLISH, "{'metrics':['revenue'],'dimensions':['customer']}");
        assertEquals(1, finding.rows().size());
        assertEquals("Only your accounts are counted.", finding.caveats().getFirst());
        assertEquals(List.of("your accounts (Anna)"), finding.provenance().filters());
        var lines = assertInstanceOf(Outcome.Found.class, call(ANNA, Language.ENGLISH, "describe_data", "{}")).finding();
        assertEquals(2L, lines.rows().getFirst().get(1));
    }

    @Test
    void refusalsAreOfDifferentKinds() {
        var nowhere = assertInstanceOf(Outcome.Empty.class, call(ADMIN, Language.ENGLISH, "query_metrics",
                "{'metrics':['revenue'],'filters':[{'dimension':'country','op':'is','values':['Germny']}]}"));
        assertEquals("Germany", nowhere.near().getFirst());
        assertInstanceOf(Outcome.Empty.class, call(ADMIN, Language.ENGLISH, "query_metrics", "{'metrics':['revenue'],'period':'2015'}"));
        var missing = assertInstanceOf(Outcome.OutOfScope.class, call(ADMIN, Language.ENGLISH, "query_metrics", "{'metrics':['win_rate']}"));
        assertEquals("The data has no closed CRM opportunities, so this cannot be answered from it.", missing.message());
        assertThrows(UserError.class, () -> call(ADMIN, Language.ENGLISH, "query_metrics", "{'metrics':['revenu']}"));
    }

    @Test
    void whatIsThereIsDescribedWithWhatIsMissing() {
        var finding = assertInstanceOf(Outcome.Found.class, call(ADMIN, Language.ENGLISH, "describe_data", "{}")).finding();
        assertTrue(plain(finding.summary()).startsWith("There are 4 order lines, from 1 January 2020 to 10 March 2020, with 4 order numbers, 2 customers on file, "
                + "1 products and 2 countries."), finding.summary());
        assertTrue(finding.caveats().getFirst().contains("CRM opportunities"), finding.caveats().toString());
    }

    @Test
    void theToolNamesEveryMetricAndDimensionThereIs() {
        var arguments = toolbox.prompt("query_metrics").arguments();
        for (var metric : queries.model().metrics()) {
            assertTrue(has(arguments.get("metrics"), metric.name()), metric.name());
        }
        for (var dimension : queries.model().dimensions()) {
            assertTrue(has(arguments.get("dimensions"), dimension.name()), dimension.name());
        }
    }

    private static boolean has(@Nullable String text, String word) {
        return text != null && text.matches("(?s).*\\b" + word + "\\b.*");
    }

    @Test
    void theBestMonthIsNotTakenForTheSumOfAll() {
        var best = found("{'metrics':['revenue'],'dimensions':['month'],'period':'Q1 2020','orderBy':'revenue desc','limit':1}");
        assertEquals("Revenue in Q1 2020: highest in February 2020, £250.00.", plain(best.summary()));
        var two = found("{'metrics':['revenue'],'dimensions':['month'],'period':'Q1 2020','orderBy':'revenue asc','limit':2}");
        assertEquals("Revenue in Q1 2020: lowest in March 2020, £30.00; next in January 2020, £100.00.", plain(two.summary()));
    }

    @Test
    void aPeriodThatBeginsBeforeTheDataSaysSo() {
        var finding = found("{'metrics':['revenue'],'period':'February 2020','compareTo':{'from':'2019-12-15','lastDay':'2020-01-31'}}");
        assertTrue(finding.caveats().stream().anyMatch(caveat -> caveat.endsWith("is not complete: the data begins on 1 January 2020.")),
                finding.caveats().toString());
    }

    @Test
    void aWeekIsSaidWithItsDates() {
        assertTrue(found("{'metrics':['revenue'],'period':'2020-W06'}").summary().contains("(3 to 9 February 2020)"));
    }

    /** Germany 300 of 380. */
    @Test
    void aShareWithoutASplitIsOfAllThereIs() {
        var finding = found("{'metrics':['revenue'],'filters':[{'dimension':'country','op':'is','values':['Germany']}],'share':true}");
        assertEquals("Revenue in Germany over all data (1 January to 10 March 2020) came to £300.00, 79% of the total.", plain(finding.summary()));
        assertEquals(300.0 / 380, finding.rows().getFirst().get(1));
        var chinese = found(ADMIN, Language.CHINESE, "{'metrics':['revenue'],'filters':[{'dimension':'country','op':'is','values':['德国']}],'share':true}");
        assertTrue(chinese.summary().endsWith("为300.00英镑，占总额的79%。"), chinese.summary());
    }

    /** Germany has 2 orders with 300; what is beyond it are the 2 of France with 80 of 380. */
    @Test
    void whatIsBeyondTheLimitStandsInARowOfItsOwn() {
        var finding = found("{'metrics':['orders','revenue'],'dimensions':['country'],'limit':1,'others':true}");
        assertEquals(List.of("Germany", "Others"), finding.rows().stream().map(List::getFirst).toList());
        assertEquals(2L, finding.rows().get(1).get(1));
        var one = found("{'metrics':['revenue'],'dimensions':['country'],'limit':1,'others':true}");
        assertEquals("Revenue over all data (1 January to 10 March 2020): Germany leads with £300.00, 79% of the total. The one other comes to £80.00, 21% of the total.",
                plain(one.summary()));
        assertTrue(one.caveats().isEmpty(), one.caveats().toString());
    }

    /** Ada reaches 300, Bob 80. */
    @Test
    void membersThatReachAValueAreCounted() {
        var finding = found("{'metrics':['revenue'],'dimensions':['customer'],'filters':[{'dimension':'revenue','op':'at_least','values':['80']}]}");
        assertEquals("Revenue with revenue of at least £80.00 over all data (1 January to 10 March 2020): 2 in all; Ada leads with £300.00, 79% of the total; "
                + "Bob is next with £80.00.", plain(finding.summary()));
        assertEquals(1, found("{'metrics':['revenue'],'dimensions':['customer'],'filters':[{'dimension':'revenue','op':'more_than','values':['80']}]}").rows().size());
        assertEquals(List.of("revenue at least £80.00"), finding.provenance().filters());
    }

    /** 100, 100 + 250, 350 + 30; the average of February and March is 140. */
    @Test
    void valuesRunAlongTime() {
        var sum = found("{'metrics':['revenue'],'dimensions':['month'],'running':'cumulative'}");
        assertEquals("Revenue over all data (1 January to 10 March 2020), added up: £380.00, the last step in March 2020.", plain(sum.summary()));
        assertEquals(List.of("100.00", "350.00", "380.00"), sum.rows().stream().map(row -> String.valueOf(row.get(2))).toList());
        var average = found("{'metrics':['revenue'],'dimensions':['month'],'running':'moving','window':2}");
        assertNull(average.rows().getFirst().get(2));
        assertEquals(140, ((Number) java.util.Objects.requireNonNull(average.rows().get(2).get(2))).doubleValue());
        assertThrows(UserError.class, () -> found("{'metrics':['revenue'],'dimensions':['country'],'running':'cumulative'}"));
    }

    /** March runs to the 10th: 30; the first ten days of January have the 100 of the 1st, those of February the 250 of the 5th and 6th. */
    @Test
    void aPeriodThatStillRunsIsComparedLikeForLikeOnRequest() {
        var finding = found("{'metrics':['revenue'],'dimensions':['country'],'period':'this month','compareTo':{'from':'2020-01-01','lastDay':'2020-01-31'},'likeForLike':true}");
        assertTrue(plain(finding.title()).contains("1 to 10 January 2020"), finding.title());
        assertTrue(finding.caveats().isEmpty(), finding.caveats().toString());
    }

    /** In January Germany was first, in February Germany with 200 before France with 50. */
    @Test
    void aRankingIsComparedWithTheRankBefore() {
        var finding = found("{'metrics':['revenue'],'dimensions':['country'],'period':'March 2020','compareTo':'previous month','limit':3}");
        assertEquals("Rank before", finding.columns().getLast().name());
        assertEquals(List.of("France", 2L), List.of(String.valueOf(finding.rows().getFirst().getFirst()), java.util.Objects.requireNonNull(finding.rows().getFirst().getLast())));
    }

    /** With the blank that keeps a month and its year together as an ordinary one. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
