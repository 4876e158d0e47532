package org.salesconsultant.warehouse.imports.kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** Metrics of public data, found out by itself; the figures were taken with Python from the same files, row by row. */
class PublicDataMetricsTest {
    private static final Path DATA = Path.of("..", "shared", "data");

    @TempDir Path folder;

    interface Check {
        void of(Asking asking);
    }

    /** Queries over one warehouse, their rows as text; rates to six digits. */
    record Asking(MetricQueries queries, Warehouse warehouse) {
        List<String> rows(String metrics, String dimensions, @Nullable Integer limit, Filter... filters) {
            var query = new MetricQuery(List.of(metrics.split(" ")), dimensions.isEmpty() ? List.of() : List.of(dimensions.split(" ")), List.of(filters), null, null, limit);
            return queries.run(warehouse, query, new RowScope.All()).rows().stream().map(row -> String.join(" ", row.stream().map(Asking::cell).toList())).toList();
        }

        private static String cell(@Nullable Object cell) {
            return cell instanceof Double rate ? String.format(Locale.ROOT, "%.6f", rate) : String.valueOf(cell);
        }
    }

    private static Filter is(String dimension, String... values) {
        return new Filter(dimension, Filter.Operator.IS, List.of(values));
    }

    private void bring(String set, List<String> names, Check check) {
        bring(folder, set, names, check);
    }

    static void bring(Path folder, String set, List<String> names, Check check) {
        assumeTrue(Files.isDirectory(DATA.resolve(set)), set + " is not in ../shared/data");
        var model = SemanticModel.load(new Home(Path.of("")));
        try (var warehouse = Warehouse.open(folder.resolve("warehouse.db"), false)) {
            var files = new ImportedFiles(folder, warehouse);
            names.forEach(name -> files.bring(DATA.resolve(set).resolve(name)));
            check.of(new Asking(new MetricQueries(model, new Members(model)), warehouse));
        }
    }

    @Test
    void mavenCrm() {
        bring("maven-crm", List.of("sales_pipeline.csv.gz", "accounts.csv.gz", "products.csv.gz", "sales_teams.csv.gz"), asking -> {
            assertEquals(List.of("0.631501"), asking.rows("win_rate", "", null));
            assertEquals(List.of("Melvin Marxen 2251930.00", "Summer Sewald 1964750.00", "Rocco Neubert 1960545.00"), asking.rows("won_value", "manager", 3));
            assertEquals(List.of("2017-Q1 1134672.00", "2017-Q2 3086111.00", "2017-Q3 2982255.00", "2017-Q4 2802496.00"), asking.rows("won_value", "quarter", null));
            assertEquals(List.of("Darcel Schlecht 1153214.00", "Vicki Laflamme 478396.00"), asking.rows("won_value", "rep", 2));
            assertEquals(List.of("GTX Basic 1866", "MG Special 1651", "GTX Pro 1480"), asking.rows("opportunities", "product", 3));
        });
    }

    @Test
    void womens() {
        bring("womens", List.of("womens_reviews.csv.gz"), asking -> {
            assertEquals(List.of("23486 4.196032"), asking.rows("feedback_count average_rating", "", null));
            assertEquals(List.of("1078 1024", "862 806", "1094 756"), asking.rows("feedback_count", "product", 3));
            assertEquals(List.of("4.204102"), asking.rows("average_rating", "", null, is("product", "1078")));
            assertEquals(List.of("2586"), asking.rows("feedback_count", "", null, is("product", "1078", "862", "1094")));
            assertEquals(List.of("22462"), asking.rows("feedback_count", "", null, new Filter("product", Filter.Operator.IS_NOT, List.of("1078"))));
        });
    }

    @Test
    void hillstrom() {
        bring("hillstrom", List.of("hillstrom.csv.gz"), asking -> {
            assertEquals(List.of("64000 9394 578"), asking.rows("contacts responses conversions", "", null));
            assertEquals(List.of("0.146781 0.009031"), asking.rows("response_rate conversion_rate", "", null));
            assertEquals(List.of("Mens E-Mail 0.182757", "Womens E-Mail 0.151400", "No E-Mail 0.106167"), asking.rows("response_rate", "arm", null));
            assertEquals(List.of("Womens E-Mail 21387", "Mens E-Mail 21307", "No E-Mail 21306"), asking.rows("contacts", "arm", null));
            assertEquals(List.of("456"), asking.rows("conversions", "", null, is("arm", "Mens E-Mail", "Womens E-Mail")));
        });
    }

    /** 80 purchases of nothing are no sales. */
    @Test
    void cdnow() {
        bring("cdnow", List.of("CDNOW_master.txt.gz"), asking -> {
            assertEquals(List.of("2500315.63 23502 69579"), asking.rows("revenue customers orders", "", null));
            assertEquals(List.of("1997-01 299060.17", "1997-02 379590.03", "1997-03 393155.27"), asking.rows("revenue", "month", 3));
            assertEquals(List.of("1997-01 7814", "1997-02 9610", "1997-03 9506"), asking.rows("customers", "month", 3));
            assertEquals(List.of("1997-01 7814", "1997-02 8455", "1997-03 7231"), asking.rows("new_customers", "month", 3));
            assertEquals(List.of("1997-04 3781"), asking.rows("orders", "month", null, is("month", "1997-04")));
        });
    }
}
