package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Json;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;

/** What a report says of each column, against files whose faults were counted by hand. */
class ColumnQualityTest {
    private static final Path RETAIL = Path.of("../shared/data/online-retail");

    @TempDir Path folder;

    private ImportReport bring(Path file) {
        try (var warehouse = Warehouse.open(folder.resolve("warehouse.db"), false)) {
            var imports = new Imports(new Home(Path.of("")), warehouse);
            var imported = assertInstanceOf(Imports.Result.Imported.class, imports.run(imports.plan(file, null, null).getFirst(), new Terms(null, null, false), any -> {}));
            var kept = warehouse.database().read(handle -> handle.createQuery("SELECT report FROM import_run").mapTo(String.class).one());
            assertEquals(Json.MAPPER.valueToTree(imported.report()).get("quality").toString(), read(kept).get("quality").toString(), "kept with the run");
            return imported.report();
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String of(ImportReport report, String field) {
        return report.quality().stream().filter(column -> column.field().equals(field)).map(column -> column.usable() + " " + column.missing() + " " + column.unreadable() + " "
                + column.impossible() + " " + column.unusual() + " " + column.example()).collect(Collectors.joining("; "));
    }

    /** 40 rows; 3 have no customer, 2 no readable quantity, 1 a date that cannot be, 1 a cost below 0, and one price is ten thousand times the others. */
    @Test
    void everyRowOfAColumnIsUsableMissingUnreadableOrImpossible() throws IOException {
        var rows = new StringBuilder("Order No,Date,Customer,SKU,Qty,Unit Price,Unit Cost\n");
        for (int i = 1; i <= 40; i++) {
            rows.append(i).append(i == 7 ? ",2124-03-05," : ",2024-03-05,").append(i <= 3 ? "" : "Ann " + i).append(",P").append(i % 4).append(',')
                    .append(i == 10 || i == 11 ? "many" : i % 5 + 1).append(',').append(i == 20 ? "104500.00" : 10 + i % 3 + ".50").append(',').append(i == 30 ? "-4" : "4").append('\n');
        }
        var report = bring(Files.writeString(folder.resolve("orders.csv"), rows));
        assertEquals("37 3 0 0 0 null", of(report, "customer_name"));
        assertEquals("38 0 2 0 0 many (row 10)", of(report, "quantity"));
        assertEquals("39 0 0 1 0 2124-03-05 (row 7)", of(report, "date"));
        assertEquals("39 0 0 1 0 -4 (row 30)", of(report, "unit_cost"));
        assertEquals("40 0 0 0 1 104500.00 (row 20)", of(report, "unit_price"));
        assertEquals(38, report.rows().kept(), "what is unusual is kept");
        assertEquals("line_customer PART 0.925", report.grounds().stream().filter(ground -> ground.check().equals("line_customer"))
                .map(ground -> ground.check() + " " + ground.ground() + " " + ground.usable()).findFirst().orElseThrow());
        assertEquals("line_cost, line_price, line_product", report.grounds().stream().filter(ground -> ground.ground().name().equals("WHOLE")).map(ground -> ground.check())
                .filter(check -> check.startsWith("line")).sorted().collect(Collectors.joining(", ")));
    }

    /** Values around ten are no exceptions among themselves, nor is half of the file that is a thousand times the rest. */
    @Test
    void onlyAFewFarAwayAreUnusual() {
        var even = new Magnitudes();
        var halves = new Magnitudes();
        for (int i = 1; i <= 1_000; i++) {
            even.add(80_000 + i * 40L);
            halves.add(i % 2 == 0 ? 10_000 : 10_000_000);
        }
        assertEquals(0, even.unusual());
        assertEquals(0, halves.unusual());
        even.add(10_000_000_000L);
        even.add(-10);
        assertEquals(2, even.unusual());
    }

    /** Of 541,909 rows 135,080 have no customer: published with the data set, and often counted since. */
    @Test
    void theCustomersOfOnlineRetail() throws IOException {
        assumeTrue(Files.isDirectory(RETAIL), RETAIL + " is missing");
        var file = Files.list(RETAIL).filter(each -> each.getFileName().toString().matches(".*\\.(csv|xlsx)(\\.gz)?")).sorted().findFirst().orElseThrow();
        var report = bring(file);
        assertEquals("406829 135080 0 0 0 null", of(report, "customer_code"));
        assertTrue(report.quality().stream().filter(column -> column.field().equals("quantity")).allMatch(column -> column.unusual() > 0 && String.valueOf(column.example()).contains("80995")), report.quality().toString());
    }
}
