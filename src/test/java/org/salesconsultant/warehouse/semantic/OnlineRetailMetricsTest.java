package org.salesconsultant.warehouse.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.Imports;

/** UCI Online Retail: figures published with the data, and answers computed from it by SQL that nobody here wrote. */
class OnlineRetailMetricsTest {
    private static final Path FILE = Path.of("../shared/data/online-retail/online_retail.csv.gz");
    private static final double CENT = 0.006;

    @TempDir static Path folder;
    private static Warehouse warehouse;
    private static MetricQueries queries;

    @BeforeAll
    static void load() {
        Assumptions.assumeTrue(Files.isReadable(FILE), FILE + " is not here");
        var home = new Home(Path.of(""));
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        var imports = new Imports(home, warehouse);
        imports.run(imports.plan(FILE, null, null).getFirst(), "file", Currency.getInstance("GBP"), any -> {});
        var model = SemanticModel.load(home);
        queries = new MetricQueries(model, new Members(model));
    }

    @AfterAll
    static void close() {
        if (warehouse != null) {
            warehouse.close();
        }
    }

    /** Metrics, dimension, country or empty, period, limit or empty; then the numbers in order. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "revenue, -, -, -, -, 9747747.93",
            "orders customers, -, -, -, -, 19960 4338",
            "revenue, month, -, 2011, -, 560000.26 498062.65 683267.08 493207.12 723333.51 691123.12 681300.11 682680.51 1019687.62 1070704.67 1461756.25 433668.01",
            "revenue, quarter, -, 2011, -, 1741329.99 1907663.75 2383668.24 2966128.93",
            "revenue, country, -, 2011, 5, 7511063.74 275877.06 254246.87 207135.37 187828.54",
            "orders, -, -, October 2011, -, 2040",
            "orders, -, -, March 2011, -, 1454",
            "customers, -, -, Q2 2011, -, 1991",
            "customers, -, -, April 2011, -, 856",
            "units, product, -, November 2011, 3, 14883 12159 7868",
            "average_order_value, -, Germany, -, -, 500.80",
            "average_order_value, -, Germany, 2011, -, 500.30",
            "average_order_value, -, France, 2011, -, 539.35",
            "revenue, quarter, Spain, 2011, -, 14598.89 8375.69 16072.32 13883.95",
            "revenue, -, 德国, last quarter, -, 52465.62",
            "revenue, -, !UK, Q3 2011, -, 417039.75",
            "revenue, country, !UK, Q3 2011, 3, 97537.17 66619.09 52465.62",
            "new_customers, -, -, October 2011, -, 358",
            "gross_revenue, -, -, September 2011, -, 1058590.17",
            "revenue, customer, -, -, 1, 279489.02"})
    void numbersAreThoseComputedElsewhere(String metrics, @Nullable String dimension, @Nullable String country, @Nullable String period,
                                             @Nullable Integer limit, String numbers) {
        var rows = run(metrics, dimension, country, period, limit).rows();
        var cells = rows.stream().flatMap(row -> row.stream().filter(Number.class::isInstance).map(Number.class::cast)).toList();
        var expected = Arrays.stream(numbers.split(" ")).map(Double::valueOf).toList();
        assertEquals(expected.size(), cells.size(), rows.toString());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), cells.get(i).doubleValue(), CENT, rows.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"last month, 0.0316", "Q2 2011, 0.0785"})
    void returnRatesAreThoseComputedElsewhere(String period, double rate) {
        var cell = (Number) Objects.requireNonNull(run("return_rate", null, null, period, null).rows().getFirst().getFirst());
        assertEquals(rate, cell.doubleValue(), 0.00006);
    }

    @Test
    void thereAre38CountriesAnd4372CustomersOnFile() {
        var model = queries.model();
        assertEquals(38, queries.members().of(warehouse, model.dimension("country"), new RowScope.All()).size());
        assertEquals(4372, queries.members().of(warehouse, model.dimension("customer"), new RowScope.All()).size());
    }

    /** What needs no product is read from the 25,900 orders, not from the 541,909 lines. */
    @Test
    void whatNeedsNoProductIsReadFromOrders() {
        assertEquals(25_900, run("revenue", "month", null, null, null).rowsRead());
        assertTrue(run("revenue", "product", null, null, 10).rowsRead() > 500_000);
    }

    private static QueryResult run(String metrics, @Nullable String dimension, @Nullable String country,
                                   @Nullable String period, @Nullable Integer limit) {
        var state = warehouse.state();
        Period read = period == null ? null : new Periods(Objects.requireNonNull(state.firstDay()), state.now()).read(period);
        List<Filter> filters = country == null ? List.of() : country.startsWith("!")
                ? List.of(new Filter("country", Filter.Operator.IS_NOT, List.of(country.substring(1))))
                : List.of(new Filter("country", Filter.Operator.IS, List.of(country)));
        return queries.run(warehouse, new MetricQuery(Arrays.asList(metrics.split(" ")), dimension == null ? List.of() : List.of(dimension), filters, read,
                null, limit), new RowScope.All());
    }
}
