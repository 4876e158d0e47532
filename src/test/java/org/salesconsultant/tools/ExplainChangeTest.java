package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;

class ExplainChangeTest {
    private static final Viewer ANNA = new Viewer("key:anna", "Anna", Role.MANAGER, null);
    private static final long ONE = 10_000;
    private static final List<String> COUNTRIES = List.of("France", "Spain", "Peru");

    @TempDir Path folder;
    private Warehouse warehouse;
    private final Toolbox tools = tools();

    private interface Filling {
        void into(StarWriter star) throws SQLException;
    }

    private static Toolbox tools() {
        var home = new Home(Path.of("."));
        var model = SemanticModel.load(home);
        return new Toolbox(home, List.of(new ExplainChange(new MetricQueries(model, new Members(model)))));
    }

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("empty.db"), false);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private void fill(String name, Filling filling) throws SQLException {
        warehouse.close();
        warehouse = Warehouse.open(folder.resolve(name + ".db"), false);
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                filling.into(star);
                star.finish("GBP", null, any -> false);
            }
            return null;
        });
    }

    private static void sell(StarWriter star, String number, String day, @Nullable Long customer, @Nullable Long product, Kind kind, long pieces, long price) throws SQLException {
        var order = star.order(new NewOrder("test", number, LocalDate.parse(day), customer, null, null, null, null, null, null), null);
        star.line(order, new NewLine(product, kind, pieces * ONE, price * ONE, 0, pieces * price * ONE, null, null));
    }

    private Outcome call(String arguments) {
        return tools.call("explain_change", arguments, ANNA, Language.ENGLISH, warehouse, step -> {});
    }

    private Finding find(String arguments) {
        return assertInstanceOf(Outcome.Found.class, call(arguments)).finding();
    }

    private static Map<String, BigDecimal> changes(Finding finding, String split) {
        Map<String, BigDecimal> changes = new LinkedHashMap<>();
        finding.rows().stream().filter(row -> split.equals(row.getFirst())).forEach(row -> changes.put(String.valueOf(row.get(1)), decimal(row.get(4))));
        return changes;
    }

    private static BigDecimal decimal(@Nullable Object cell) {
        return new BigDecimal(String.valueOf(cell)).stripTrailingZeros();
    }

    private static BigDecimal of(long amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros();
    }

    /** The sales of {@code PriceVolumeMixTest}, with a return of 2 in May and 5 of postage in June. */
    private static void twoMonths(StarWriter star) throws SQLException {
        long spain = star.country("Spain");
        long kept = star.customer(new NewCustomer("K", "Kept", null, null, null, spain, null, null));
        long lost = star.customer(new NewCustomer("L", "Lost", null, null, null, star.country("Peru"), null, null));
        long fresh = star.customer(new NewCustomer("N", "New", null, null, null, spain, null, null));
        long back = star.customer(new NewCustomer("B", "Back", null, null, null, spain, null, null));
        long lamp = star.product(new NewProduct("LAMP", "Lamp", "Light", false, null, null));
        long jug = star.product(new NewProduct("JUG", "Jug", "Kitchen", false, null, null));
        long post = star.product(new NewProduct("POST", "Postage", null, true, null, null));
        sell(star, "1", "2024-01-15", back, lamp, Kind.SALE, 1, 2);
        sell(star, "2", "2024-05-02", kept, lamp, Kind.SALE, 10, 2);
        sell(star, "3", "2024-05-03", lost, jug, Kind.SALE, 10, 4);
        sell(star, "4", "2024-05-04", kept, lamp, Kind.RETURN, -1, 2);
        sell(star, "5", "2024-06-02", fresh, lamp, Kind.SALE, 10, 3);
        sell(star, "6", "2024-06-03", back, lamp, Kind.SALE, 5, 3);
        sell(star, "7", "2024-06-30", kept, jug, Kind.SALE, 10, 4);
        sell(star, "8", "2024-06-30", null, post, Kind.SALE, 1, 5);
    }

    @Test
    void tellsPricesAndCustomersApart() throws SQLException {
        fill("months", ExplainChangeTest::twoMonths);
        var finding = find("{\"period\":\"June 2024\",\"compareTo\":\"May 2024\"}");
        assertEquals(Map.of("Volume", of(15), "Price", of(15), "Mix of products", of(-5), "Returns", of(2), "Fees and adjustments", of(5)),
                changes(finding, "Price, volume and mix"));
        assertEquals(Map.of("1 kept", of(22), "1 new", of(30), "1 back after a pause", of(15), "1 who did not buy again", of(-40), "Unknown customers", of(5)),
                changes(finding, "Customers"));
        assertEquals(Map.of("Spain", of(67), "Peru", of(-40), "No country", of(5)), changes(finding, "By country"));
        assertTrue(finding.summary().replace('\u00a0', ' ').startsWith("Revenue rose by £32.00 (55%), from £58.00 in May 2024 to £90.00 in June 2024."), finding.summary());
    }

    @Test
    void theStretchBeforeIsMeantWhereNoneIsNamed() throws SQLException {
        fill("months", ExplainChangeTest::twoMonths);
        assertEquals(of(32), changes(find("{\"metric\":\"revenue\",\"period\":\"June 2024\"}"), "Total").get("revenue"));
    }

    @Test
    void distinctThingsThatOverlapAreNotSplit() throws SQLException {
        fill("months", star -> {
            long lamp = star.product(new NewProduct("LAMP", "Lamp", "Light", false, null, null));
            long jug = star.product(new NewProduct("JUG", "Jug", "Kitchen", false, null, null));
            sell(star, "1", "2024-05-02", null, lamp, Kind.SALE, 1, 2);
            sell(star, "2", "2024-06-30", null, lamp, Kind.SALE, 1, 2);
            sell(star, "2", "2024-06-30", null, jug, Kind.SALE, 1, 2);
        });
        var finding = find("{\"metric\":\"orders\",\"period\":\"June 2024\",\"dimensions\":[\"product\"]}");
        assertEquals(List.of("Split by product, orders does not add up to the total, so that split is left out."), finding.caveats());
        assertEquals(1, finding.rows().size());
    }

    @Test
    void ratesAndEmptyPeriodsAreDeclined() throws SQLException {
        fill("months", ExplainChangeTest::twoMonths);
        assertInstanceOf(Outcome.OutOfScope.class, call("{\"metric\":\"average_order_value\",\"period\":\"June 2024\"}"));
        assertInstanceOf(Outcome.Empty.class, call("{\"period\":\"March 2024\",\"compareTo\":\"February 2024\"}"));
    }

    /** Whatever is sold, returned, charged or adjusted, with and without customers and products: each split comes to the change. */
    @Test
    void eachSplitAddsUpToTheCent() throws SQLException {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            fill("random" + seed, star -> draw(star, random));
            for (var metric : List.of("revenue", "gross_revenue", "units_sold", "orders", "customers")) {
                for (var filters : List.of("[]", "[{\"dimension\":\"country\",\"op\":\"is_not\",\"values\":[\"Peru\"]}]", "[{\"dimension\":\"product\",\"op\":\"in\",\"values\":[\"P1\",\"P2\"]}]")) {
                    adds(find("{\"metric\":\"" + metric + "\",\"period\":{\"from\":\"2024-02-01\",\"lastDay\":\"2024-02-20\"},"
                            + "\"compareTo\":{\"from\":\"2024-01-05\",\"lastDay\":\"2024-01-31\"},\"filters\":" + filters + "}"), metric + " " + filters + " " + seed);
                }
            }
        }
    }

    private static void adds(Finding finding, String which) {
        var change = decimal(finding.rows().getFirst().get(4));
        var splits = finding.rows().stream().map(List::getFirst).distinct().toList();
        for (var split : splits) {
            var sum = finding.rows().stream().filter(row -> row.getFirst().equals(split)).map(row -> decimal(row.get(4))).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, change.compareTo(sum), () -> which + ": " + split + " comes to " + sum + ", not " + change);
        }
        assertTrue(splits.size() > 1 || which.startsWith("orders") || which.startsWith("customers"), which + " is not split");
    }

    private static void draw(StarWriter star, Random random) throws SQLException {
        List<Long> customers = new ArrayList<>();
        List<Long> products = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            customers.add(star.customer(new NewCustomer("C" + i, null, i % 2 == 0 ? "Shop" : "Inn", null, null, star.country(COUNTRIES.get(i % 3)), null, null)));
            products.add(star.product(new NewProduct("P" + i, null, i < 5 ? "Cups" : null, i == 7, null, null)));
        }
        for (int i = 0; i < 150; i++) {
            var day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(60));
            Long customer = random.nextInt(5) == 0 ? null : customers.get(random.nextInt(8));
            var order = star.order(new NewOrder("test", "N" + i, day, customer, null, null, null, null, null, null), null);
            for (int line = random.nextInt(3); line >= 0; line--) {
                var kind = Kind.values()[Math.max(0, random.nextInt(6) - 3)];
                long quantity = (1 + random.nextInt(9)) * ONE * (kind == Kind.RETURN ? -1 : 1);
                long price = random.nextInt(999_999);
                Long product = random.nextInt(9) == 0 ? null : products.get(random.nextInt(8));
                star.line(order, new NewLine(product, kind, quantity, price, 0, quantity / ONE * price + random.nextInt(99), null, null));
            }
        }
    }
}
