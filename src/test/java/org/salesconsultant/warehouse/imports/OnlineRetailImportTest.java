package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.OrderImport.Result;

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
            var imports = new OrderImport(new Home(Path.of("")), warehouse);
            var report = assertInstanceOf(Result.Imported.class, imports.run(imports.plan(FILE, null), "file", null, any -> {})).report();
            assertEquals(new ImportReport.Rows(541_909, 541_909, 0, Map.of()), report.rows());
            assertEquals(new BigDecimal("9747747.9340"), report.totalRevenue());
            assertEquals(25_900, report.seen().orderNumbers());
            assertEquals(4_372, report.seen().knownCustomers());
            assertEquals(38, report.seen().countries());
            assertEquals(9_288, report.lines().cancellation());
            assertEquals(135_080, report.doubts().withoutCustomer());
            assertEquals(5_268, report.doubts().repeats());
            assertEquals(LocalDate.of(2010, 12, 1), report.firstDate());
            assertEquals(LocalDate.of(2011, 12, 9), report.lastDate());
            assertEquals("{customers=4338, orders=19960, revenue=97477479340, lines=541909}",
                    warehouse.database().read(handle -> handle.createQuery("""
                            SELECT count(DISTINCT CASE WHEN sale_lines > 0 THEN customer_key END) AS customers,
                              count(DISTINCT CASE WHEN sale_lines > 0 THEN number_key END) AS orders,
                              sum(revenue) AS revenue, sum(lines) AS lines FROM orders""").mapToMap().one().toString()));
        }
    }
}
