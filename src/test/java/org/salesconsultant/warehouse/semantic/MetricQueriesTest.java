package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewContact;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewFeedback;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOpportunity;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.StarWriter.NewRep;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.QueryResult.Note;

/**
 * By hand. Anna sells to Ada (Germany): 1 March, order 1: 2 mugs at 10, postage 5; 2 April, order 2: 1 mug at 10 comes back.
 * Ben sells to Bob (France): 1 April, order 3: 3 lamps at 20 of cost 15. Nobody known buys order 4 on 5 April: 1 lamp at 30.
 */
class MetricQueriesTest {
    private static final long ONE = 10_000;
    private static final RowScope ALL = new RowScope.All();
    private static final RowScope OF_ANNA = new RowScope.OfRep("Anna");
    private static final Period APRIL = new Period("April 2020", LocalDate.of(2020, 4, 1), LocalDate.of(2020, 5, 1), false);

    private final MetricQueries queries;

    @TempDir Path folder;
    private Warehouse warehouse;

    MetricQueriesTest() {
        var model = SemanticModel.load(new Home(Path.of("")));
        queries = new MetricQueries(model, new Members(model));
    }

    @BeforeEach
    void fill() throws SQLException {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                fill(star);
                star.finish("EUR", null, name -> false);
            }
            return null;
        });
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private static void fill(StarWriter star) throws SQLException {
        long anna = star.rep(new NewRep("Anna", null, null));
        long ben = star.rep(new NewRep("Ben", null, null));
        long ada = star.customer(new NewCustomer("1", "Ada", null, null, null, star.country("Germany"), null, anna));
        long bob = star.customer(new NewCustomer("2", "Bob", null, null, null, star.country("France"), null, ben));
        long mug = star.product(new NewProduct("MUG", "Mug", "Tableware", false, null, null));
        long lamp = star.product(new NewProduct("LAMP", "Lamp", "Lighting", false, 15 * ONE, null));
        long post = star.product(new NewProduct("POST", "Postage", null, true, null, null));
        var first = order(star, "1", LocalDate.of(2020, 3, 1), ada, anna);
        line(star, first, mug, Kind.SALE, 2, 10, null);
        line(star, first, post, Kind.SALE, 1, 5, null);
        line(star, order(star, "2", LocalDate.of(2020, 4, 2), ada, anna), mug, Kind.RETURN, -1, 10, null);
        line(star, order(star, "3", LocalDate.of(2020, 4, 1), bob, ben), lamp, Kind.SALE, 3, 20, 15L);
        line(star, order(star, "4", LocalDate.of(2020, 4, 5), null, null), lamp, Kind.SALE, 1, 30, 15L);
    }

    private static StarWriter.PlacedOrder order(StarWriter star, String number, LocalDate day, @Nullable Long customer, @Nullable Long rep) throws SQLException {
        return star.order(new NewOrder("test", number, day, customer, null, null, rep, null, null, null), null);
    }

    private static void line(StarWriter star, StarWriter.PlacedOrder order, long product, Kind kind, int quantity, int price, @Nullable Long cost) throws SQLException {
        long amount = quantity * price * ONE;
        star.line(order, new NewLine(product, kind, quantity * ONE, price * ONE, 0, amount, cost == null ? null : (Long) (amount - quantity * cost * ONE), null));
    }

    private QueryResult run(String metrics, String dimensions, List<Filter> filters, @Nullable Period period, @Nullable Integer limit, RowScope scope) {
        return queries.run(warehouse, new MetricQuery(Arrays.asList(metrics.split(" ")), dimensions.isEmpty() ? List.of() : Arrays.asList(dimensions.split(" ")),
                filters, period, null, limit), scope);
    }

    private static Filter is(String dimension, String... values) {
        return new Filter(dimension, Filter.Operator.IS, Arrays.asList(values));
    }

    private static void assertRow(List<@Nullable Object> row, @Nullable Object... cells) {
        assertEquals(cells.length, row.size(), row.toString());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number expected && row.get(i) instanceof Number actual) {
                assertEquals(0, new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString())), row.toString());
            } else {
                assertEquals(cells[i], row.get(i), row.toString());
            }
        }
    }

    /** Revenue 20 + 5 − 10 + 60 + 30 = 105; gross 115; returned 10; sold 2 + 1 + 3 + 1 = 7; net 6; orders 1, 3, 4; customers Ada, Bob. */
    @Test
    void metricsOfAllLines() {
        assertRow(run("revenue gross_revenue returns_value units_sold units orders customers", "", List.of(), null, null, ALL).rows().getFirst(),
                105, 115, 10, 7, 6, 3, 2);
    }

    /** By month: March has order 1 with 25; April 60 + 30 − 10 = 80; Ada is new in March, Bob in April. */
    @Test
    void timeRunsForwardAndNewCustomersCountWhereTheyFirstBought() {
        var rows = run("revenue new_customers", "month", List.of(), null, null, ALL).rows();
        assertRow(rows.get(0), "2020-03", 25, 1);
        assertRow(rows.get(1), "2020-04", 80, 1);
    }

    /** The average order of both months is 115 / 3 = 38.33, not the mean of 25 and 45. */
    @Test
    void ratiosAreTakenFromSums() {
        var value = (BigDecimal) run("average_order_value", "", List.of(), null, null, ALL).rows().getFirst().getFirst();
        assertEquals(38.3333, value == null ? 0 : value.doubleValue(), 0.0001);
    }

    /** Lamps: 90 in all, cost 60, margin 30; nothing else has a cost: 90 of 105 sold and returned. */
    @Test
    void aMarginIsOfTheLinesWithAKnownCostAndSaysTheirShare() {
        var result = run("gross_margin margin_rate", "", List.of(), null, null, ALL);
        assertRow(result.rows().getFirst(), 30, 30.0 / 90);
        assertEquals(90.0 / 105, result.costShare());
        assertEquals(List.of(Note.COST_KNOWN_FOR_PART), result.notes());
    }

    /** From 1 March to 5 April are 36 days, on two of which mugs moved; on 2 April one came back and none was sold. */
    @Test
    void aDivisionByNothingIsEmptyAndADayWithoutSalesIsAZero() {
        var rows = run("return_rate revenue", "day", List.of(is("product", "mug")), null, null, ALL).rows();
        assertEquals(36, rows.size());
        assertRow(rows.get(0), LocalDate.of(2020, 3, 1), 0.0, 20);
        assertRow(rows.get(1), LocalDate.of(2020, 3, 2), null, 0);
        assertRow(rows.get(32), LocalDate.of(2020, 4, 2), null, -10);
    }

    @Test
    void aRankingOfProductsLeavesFeesOutAndAFullSplitGathersThem() {
        var top = run("revenue", "product", List.of(), null, 1, ALL);
        assertRow(top.rows().getFirst(), "Lamp", 90);
        assertEquals(1, top.omitted());
        assertEquals(List.of(Note.FEES_LEFT_OUT), top.notes());
        var split = run("revenue", "product", List.of(), null, null, ALL);
        assertRow(split.rows().get(2), QueryResult.FEES, 5);
        assertEquals(List.of(Note.FEES_IN_ONE_ROW), split.notes());
    }

    @Test
    void aRankingOfCustomersLeavesOrdersWithoutCustomerOut() {
        var result = run("revenue", "customer", List.of(), null, 5, ALL);
        assertRow(result.rows().get(0), "Bob", 60);
        assertRow(result.rows().get(1), "Ada", 15);
        assertEquals(2, result.rows().size());
        assertEquals(List.of(Note.LINES_WITHOUT_CUSTOMER), result.notes());
    }

    @Test
    void membersAreFoundByCodeNameAliasAndCase() {
        for (var called : List.of("Germany", "germany", "德国", "Deutschland")) {
            assertRow(run("revenue", "", List.of(is("country", called)), null, null, ALL).rows().getFirst(), 15);
        }
        assertRow(run("revenue", "", List.of(is("customer", "ada")), null, null, ALL).rows().getFirst(), 15);
        assertRow(run("revenue", "", List.of(is("customer", "1")), null, null, ALL).rows().getFirst(), 15);
    }

    @Test
    void anUnknownMemberComesWithNearNames() {
        var unknown = assertThrows(UnknownMember.class, () -> run("revenue", "", List.of(is("country", "Germny")), null, null, ALL));
        assertEquals("Germny", unknown.value());
        assertEquals("Germany", unknown.near().getFirst());
        for (var silly : List.of("small", "Spain", "Norway", "Gemini")) {
            assertEquals(List.of(), assertThrows(UnknownMember.class, () -> run("revenue", "", List.of(is("country", silly)), null, null, ALL)).near(), silly);
        }
    }

    @Test
    void aRepSeesOwnOrdersOnlyAndNobodyElsesCustomersNotEvenAsANearName() {
        assertRow(run("revenue orders customers", "", List.of(), null, null, OF_ANNA).rows().getFirst(), 15, 1, 1);
        assertRow(run("revenue", "product", List.of(), null, null, OF_ANNA).rows().getFirst(), "Mug", 10);
        var unknown = assertThrows(UnknownMember.class, () -> run("revenue", "", List.of(is("customer", "Bob")), null, null, OF_ANNA));
        assertFalse(unknown.near().contains("Bob"));
        assertEquals(List.of("Ada"), queries.members().of(warehouse, queries.model().dimension("customer"), OF_ANNA).stream().map(Member::name).toList());
        assertTrue(run("revenue", "", List.of(), null, null, new RowScope.Nothing()).rows().isEmpty());
    }

    @Test
    void whatWasNeverImportedIsMissingAndNotZero() {
        assertThrows(MissingData.class, () -> run("win_rate", "", List.of(), null, null, ALL));
        assertThrows(MissingData.class, () -> run("discount_rate", "", List.of(), null, null, ALL));
        assertThrows(MissingData.class, () -> run("revenue", "region", List.of(), null, null, ALL));
    }

    @Test
    void aSplitThatNoTableKnowsIsRefusedWithThoseThereAre() {
        var error = assertThrows(UserError.class, () -> run("revenue", "stage", List.of(), null, null, ALL));
        assertEquals("\"revenue\" cannot be split or narrowed by \"stage\".", error.message());
    }

    /** Mug and Lamp in two products called "Mug" are told apart by code. */
    @Test
    void productsOfOneNameAreToldApart() throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                line(star, order(star, "5", LocalDate.of(2020, 4, 6), null, null), star.product(new NewProduct("MUG2", "Mug", null, false, null, null)),
                        Kind.SALE, 1, 1, null);
                star.finish(null, null, name -> false);
            }
            return null;
        });
        var names = run("revenue", "product", List.of(), null, null, ALL).rows().stream().map(List::getFirst).toList();
        assertTrue(names.containsAll(List.of("Mug (MUG)", "Mug (MUG2)")), names.toString());
    }

    /** Two won of 100 and 50, one lost, one open of 70, created in March and April; contacts 2 of which 1 responded; ratings 4 and 5. */
    @Test
    void opportunitiesCampaignsAndFeedbackHaveTheirOwnDays() throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long anna = star.rep(new NewRep("Anna", null, null));
                var march = LocalDate.of(2020, 3, 10);
                var april = LocalDate.of(2020, 4, 10);
                star.opportunity(new NewOpportunity("O1", null, null, null, null, anna, null, "Won", "won", march, april, null, 100 * ONE));
                star.opportunity(new NewOpportunity("O2", null, null, null, null, null, null, "Won", "won", march, march, null, 50 * ONE));
                star.opportunity(new NewOpportunity("O3", null, null, null, null, anna, null, "Lost", "lost", march, april, null, null));
                star.opportunity(new NewOpportunity("O4", null, null, null, null, anna, null, "Offer", "open", april, null, 70 * ONE, null));
                long campaign = star.campaign(new StarWriter.NewCampaign("SPRING", "Spring", null, march, april, 40 * ONE));
                star.contact(new NewContact(campaign, null, march, null, true, null));
                star.contact(new NewContact(campaign, null, april, null, false, null));
                star.feedback(new NewFeedback(april, null, null, 4, "survey", "en", "fine"));
                star.feedback(new NewFeedback(april, null, null, 5, "survey", "en", "good"));
                star.finish(null, null, name -> false);
            }
            return null;
        });
        assertRow(run("opportunities open_pipeline won_value win_rate", "", List.of(), APRIL, null, ALL).rows().getFirst(), 1, 70, 100, 0.5);
        assertRow(run("opportunities won_value", "", List.of(), null, null, OF_ANNA).rows().getFirst(), 3, 100);
        assertRow(run("contacts responses response_rate", "", List.of(), null, null, ALL).rows().getFirst(), 2, 1, 0.5);
        assertRow(run("spend", "month", List.of(), null, null, ALL).rows().getFirst(), "2020-03", 40);
        assertRow(run("feedback_count average_rating", "", List.of(), APRIL, null, ALL).rows().getFirst(), 2, 4.5);
        var both = run("revenue opportunities", "month", List.of(), null, null, ALL).rows();
        assertRow(both.get(0), "2020-03", 25, 3);
        assertRow(both.get(1), "2020-04", 80, 1);
    }

    /** The same words narrow other readers' statements. */
    @Test
    void aConditionSelectsTheSameRows() {
        var condition = queries.condition(warehouse, Fact.LINES, List.of(is("country", "法国"), is("month", "April 2020")), APRIL, ALL);
        var amount = warehouse.database().read(handle -> handle.createQuery("SELECT SUM(f.amount) FROM " + Fact.LINES.table() + " WHERE " + condition.sql())
                .bindMap(condition.values()).mapTo(Long.class).one());
        assertEquals(60 * ONE, amount);
        assertEquals(List.of("country is France", "month is April 2020"), condition.filters());
    }

    /** Ada, customer 1, is a champion, Bob, customer 2, at risk; order 4 is of nobody known. */
    @Test
    void segmentsAreCountedByAsTheyAreHandedIn() {
        queries.members().segmentBy((any, scope) -> Optional.of(scope.equals(ALL) ? "{\"1\":0,\"2\":4}" : "{\"1\":5}"));
        var split = run("revenue orders", "segment", List.of(), null, null, ALL);
        assertRow(split.rows().get(0), "at_risk", 60, 1);
        assertRow(split.rows().get(1), null, 30, 1);
        assertRow(split.rows().get(2), "champions", 15, 1);
        assertEquals(Set.of(Note.SEGMENTS_OF_NOW), Set.copyOf(split.notes()));
        assertRow(run("orders", "month", List.of(is("segment", "champions")), null, null, ALL).rows().getFirst(), "2020-03", 1);
        assertRow(run("revenue", "", List.of(new Filter("segment", Filter.Operator.IS_NOT, List.of("At risk"))), null, null, ALL).rows().getFirst(), 45);
        assertRow(run("revenue", "segment", List.of(), null, null, OF_ANNA).rows().getFirst(), "occasional", 15);
        assertThrows(UnknownMember.class, () -> run("revenue", "", List.of(is("segment", "whales")), null, null, ALL));
    }

    @Test
    void withoutEnoughCustomersThereAreNoSegments() {
        assertEquals("customers enough to group into segments",
                assertThrows(MissingData.class, () -> run("revenue", "segment", List.of(), null, null, ALL)).what().en());
    }

    @Test
    void segmentsOfTheCompanysOwnWinOverThoseThatAreMade() {
        queries.members().segmentBy((any, scope) -> Optional.of("{\"1\":0,\"2\":4}"));
        warehouse.database().write(handle -> {
            handle.execute("INSERT INTO attribute (of, member_key, name, value, value_folded) VALUES ('customer', 1, 'segment', 'Key', 'key'), ('customer', 2, 'segment', 'Small', 'small')");
            return handle.execute("UPDATE warehouse_setting SET value = '2' WHERE name = 'data_version'");
        });
        assertRow(run("revenue", "segment", List.of(), null, null, ALL).rows().getFirst(), "Small", 60);
        assertRow(run("revenue", "", List.of(is("segment", "Key")), null, null, ALL).rows().getFirst(), 15);
    }
}
