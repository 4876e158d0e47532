package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.Imports.Result;

/**
 * UCI Online Retail (Chen, Sain and Guo 2012) comes in without a written mapping; expected are the figures that its authors and
 * later users of the data published.
 */
class OnlineRetailImportTest {
    private static final Path FILE = Path.of("../shared/data/online-retail/online_retail.csv.gz");

    @TempDir Path folder;

    @Test
    void allOfOnlineRetailIsAccountedFor() {
        assumeTrue(Files.exists(FILE), FILE + " is missing");
        try (var warehouse = Warehouse.open(folder.resolve("warehouse.db"), false)) {
            var imports = new Imports(new Home(Path.of("")), warehouse);
            var report = assertInstanceOf(Result.Imported.class, imports.run(imports.plan(FILE, null, null).getFirst(), "file", null, any -> {})).report();
            assertEquals(new ImportReport.Rows(541_909, 541_909, 0, Map.of()), report.rows());
            assertEquals(new BigDecimal("9747747.9340"), value(report, "total revenue"));
            assertEquals(25_900L, value(report, "order numbers"));
            assertEquals(4_372L, value(report, "known customers"));
            assertEquals(38L, value(report, "countries"));
            assertEquals(9_288L, value(report, "of all: cancellation lines"));
            assertEquals(135_080L, value(report, "lines without a customer"));
            assertEquals(5_268L, value(report, "possible repeats"));
            assertEquals("2010-12-01", value(report, "first date"));
            assertEquals("2011-12-09", value(report, "last date"));
            assertEquals("{customers=4338, orders=19960, revenue=97477479340, lines=541909}",
                    warehouse.database().read(handle -> handle.createQuery("""
                            SELECT count(DISTINCT CASE WHEN sale_lines > 0 THEN customer_key END) AS customers,
                              count(DISTINCT CASE WHEN sale_lines > 0 THEN number_key END) AS orders,
                              sum(revenue) AS revenue, sum(lines) AS lines FROM orders""").mapToMap().one().toString()));
        }
    }

    private static Object value(ImportReport report, String label) {
        return report.figure(label).orElseThrow();
    }
}
