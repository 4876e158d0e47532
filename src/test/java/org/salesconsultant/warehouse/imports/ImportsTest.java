package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.Imports.Result;
import org.salesconsultant.warehouse.imports.fields.FileKind;

class ImportsTest extends IntoAnEmptyWarehouse {
    private static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String LAMP = "1,L1,Lamp,2,2011-05-04 10:00,3.50,A,France\n";

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path file(String text) throws IOException {
        return file("orders.csv", text, StandardCharsets.UTF_8);
    }

    private Result run(Path file, @Nullable String mapping) {
        return imports.run(imports.plan(file, mapping, null).getFirst(), "file", null, any -> {});
    }

    private ImportReport report(Path file) {
        return assertInstanceOf(Result.Imported.class, run(file, null)).report();
    }

    private List<Map<String, Object>> rows(String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    private static Object value(ImportReport report, String label) {
        return report.figure(label).orElseThrow();
    }

    private static List<Object> values(ImportReport report, String... labels) {
        return Arrays.stream(labels).map(label -> value(report, label)).toList();
    }

    private String refusal(Path file) {
        return assertThrows(UserError.class, () -> run(file, null)).message();
    }

    /** Sale 2 × 3.50, return −1 × 3.50, free sample 1 × 0, stock correction −5 × 0, postage 1 × 6, write-off 1 × −4: 5.50. */
    @Test
    void everyLineIsKeptAndItsKindDecidesWhatItCountsFor() throws IOException {
        var report = report(file(HEADER + LAMP + "C2,L1,Lamp,-1,2011-05-05 10:00,3.50,A,France\n" + "3,L1,Lamp,1,2011-05-05 10:00,0,A,France\n"
                + "4,L1,damaged,-5,2011-05-05 10:00,0,,France\n" + "5,POST,POSTAGE,1,2011-05-06 10:00,6,A,France\n"
                + "A6,B,Adjust bad debt,1,2011-05-06 10:00,-4,,France\n" + "7,X9,Next Day Carriage,0,2011-05-06 10:00,1,,France\n"));
        assertEquals(new ImportReport.Rows(7, 7, 0, Map.of()), report.rows());
        assertEquals(List.of(2L, 1L, 4L, 3L, 1L), values(report, "sale lines", "return lines", "adjustment lines", "of all: fee lines",
                "of all: cancellation lines"));
        assertEquals(List.of(7L, 1L, 1L, 4L), values(report, "order numbers", "known customers", "countries", "product codes"));
        assertEquals(new BigDecimal("5.5000"), value(report, "total revenue"));
        assertEquals("2011-05-06", value(report, "last date"));
        assertEquals(3L, value(report, "lines without a customer"));
        assertEquals(2L, value(report, "lines with a price of 0"));
    }

    @Test
    void aRowThatCannotBeReadIsKeptAsRejectedWithItsReason() throws IOException {
        var report = report(file(HEADER + LAMP + "1,L1,Lamp,two,2011-05-04 10:00,3.50,A,France\n" + "1,L1,Lamp,2,2011-02-30 10:00,3.50,A,France\n"
                + ",L1,Lamp,2,2011-05-04 10:00,3.50,A,France\n" + "1,L1,Lamp,2,2011-05-04 10:00,,A,France\n"
                + "1,L1,Lamp,99999999999,2011-05-04 10:00,99999999999,A,France\n" + "1,L1,Lamp,2,2011-05-04 10:00,3.50,A,France,more\n" + ",,,,,,,\n"));
        assertEquals(Map.of("unreadable_number", 1L, "unreadable_date", 1L, "no_order_number", 1L, "no_price", 1L, "too_large", 1L,
                "too_many_cells", 1L), report.rows().rejectedByReason());
        assertEquals(7, report.rows().read());
        assertEquals(Map.of("row_number", 2, "reason", "The quantity \"two\" is no number.",
                "raw", "[\"1\",\"L1\",\"Lamp\",\"two\",\"2011-05-04 10:00\",\"3.50\",\"A\",\"France\"]"),
                rows("SELECT row_number, reason, raw FROM rejected_row WHERE code = 'unreadable_number'").getFirst());
    }

    @Test
    void repeatedRowsAreKeptAndCounted() throws IOException {
        var report = report(file(HEADER + LAMP + LAMP + LAMP));
        assertEquals(3, report.rows().kept());
        assertEquals(2L, value(report, "possible repeats"));
    }

    @Test
    void theSameBytesUnderAnotherNameChangeNothing() throws IOException {
        report(file(HEADER + LAMP));
        var again = run(file("copy.csv", HEADER + LAMP, StandardCharsets.UTF_8), null);
        assertEquals("orders.csv", assertInstanceOf(Result.KnownAlready.class, again).fileName());
        assertEquals(1, warehouse.state().lines());
        assertEquals(1, warehouse.state().version());
    }

    @Test
    void aReaderSeesTheStateBeforeWhileAnImportRuns() throws IOException {
        report(file(HEADER + LAMP));
        var seen = new ArrayList<Long>();
        var plan = imports.plan(file(HEADER + LAMP.repeat(5_000)), null, null).getFirst();
        imports.run(plan, "file", null, bytes -> seen.add(warehouse.state().lines() + rows("SELECT * FROM line").size()));
        assertTrue(seen.size() > 1);
        assertEquals(List.of(2L), seen.stream().distinct().toList());
        assertEquals(5_000, warehouse.state().lines(), "the newer copy of order 1 stands");
    }

    @Test
    void anImportThatBreaksOffLeavesNothing() throws IOException {
        var plan = imports.plan(file(HEADER + LAMP.repeat(5_000)), null, null).getFirst();
        assertThrows(IllegalStateException.class, () -> imports.run(plan, "file", null, bytes -> {
            if (bytes > 100_000) {
                throw new IllegalStateException("the power went");
            }
        }));
        assertEquals(0L, warehouse.state().version());
        assertEquals(0, rows("SELECT * FROM orders").size() + rows("SELECT * FROM import_run").size() + rows("SELECT * FROM product").size());
    }

    @Test
    void aGermanExportIsRecognised() throws IOException {
        var report = report(file("de.csv", "Invoice;Order Date;Item No.;Product Name;Qty;Unit Price (EUR);Customer Name\n"
                + "R1;31.12.2024;A-1;Tür;1.000;1.234,50;Müller\nR2;01.02.2024;A-2;Käfig;2;0,99;Groß\n",
                Charset.forName("windows-1252")));
        assertEquals(new BigDecimal("1234501.9800"), value(report, "total revenue"));
        assertEquals("2024-02-01", value(report, "first date"));
        assertEquals("[{name=Groß}, {name=Müller}]", rows("SELECT name FROM customer ORDER BY name").toString());
    }

    @Test
    void aChineseExportIsRecognised() throws IOException {
        var text = "订单编号,下单日期,商品编码,商品名称,数量,单价,客户名称,区域,业务员\n"
                + "S1,2024年3月5日,T1,台灯,2,\"￥1,299.00\",远大公司,华东,王芳\n";
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            var plan = imports.plan(file(charset.name() + ".csv", text, charset), null, null).getFirst();
            assertEquals(9, plan.recognition().recognised().size());
        }
        assertEquals(new BigDecimal("2598.0000"), value(report(file(text)), "total revenue"));
        assertEquals("[{r=华东, s=王芳}]", rows("SELECT region.name AS r, rep.name AS s FROM line JOIN region USING (region_key) JOIN rep USING (rep_key)").toString());
    }

    /** 5 March or 3 May: the last row, a 25, tells. */
    @Test
    void dayAndMonthAreToldApartByAnyRowOfTheFile() throws IOException {
        var early = "1,L1,Lamp,2,3/5/2011 8:26,3.50,A,France\n".repeat(1_500);
        var report = report(file(HEADER + early + "2,L1,Lamp,2,3/25/2011 8:26,3.50,A,France\n"));
        assertEquals("2011-03-05", value(report, "first date"));
        assertEquals(List.of(), report.readings());
        assertTrue(report(file(HEADER + early)).readings().getFirst().startsWith("Every date can be read as day/month or month/day"));
    }

    @Test
    void codesThatWereExportedAsFloatsLoseTheirPoint() throws IOException {
        report(file(HEADER + LAMP.replace(",A,", ",17850.0,") + LAMP.replace(",A,", ",,")));
        assertEquals("[{code=17850}]", rows("SELECT code FROM customer").toString());
    }

    /** A discount of 20% of 10 × 5 is 10; an amount that the file gives stands: 40 after 20% were 50 before. */
    @Test
    void discountsBecomeMoneyAndAmountsStand() throws IOException {
        report(file("Order No,Date,SKU,Qty,Price,Discount\n1,2024-01-31,A,10,5,20%\n"));
        assertEquals("[{unit_price=50000, discount=100000, amount=400000}]", rows("SELECT unit_price, discount, amount FROM line").toString());
        report(file("Order ID,Order Date,Product ID,Quantity,Sales,Discount,Profit\n2,2024-01-31,B,10,40,0.2,7\n"));
        assertEquals("[{unit_price=50000, discount=100000, amount=400000, margin=70000}]",
                rows("SELECT unit_price, discount, amount, margin FROM line WHERE margin IS NOT NULL").toString());
    }

    @Test
    void aLineMarkedAsReturnIsOneWhateverItsSign() throws IOException {
        var report = report(file("Order No,Date,SKU,Qty,Price,Type\n1,2024-01-31,A,2,5,Sale\n2,2024-01-31,A,1,5,Refund\n"));
        assertEquals(List.of(1L, 1L, 0L, 1L), values(report, "sale lines", "return lines", "adjustment lines", "of all: cancellation lines"));
        assertEquals(new BigDecimal("5.0000"), value(report, "total revenue"));
    }

    @Test
    void aWrittenMappingWinsOverWhatIsRecognised() throws IOException {
        Files.createDirectories(folder.resolve("config/import-mappings"));
        Files.writeString(folder.resolve("config/import-mappings/ours.yaml"), "columns: {order_number: Beleg, country: ''}\ndate: M/d/uuuu\n");
        var file = file("Beleg,Date,SKU,Qty,Price,Country\n1,3/5/2024,A,2,5,France\n");
        assertTrue(assertThrows(UserError.class, () -> run(file, "theirs")).hint().contains("ours"));
        var report = assertInstanceOf(Result.Imported.class, run(file, "ours")).report();
        assertEquals("2024-03-05", value(report, "first date"));
        assertEquals(0L, value(report, "countries"));
    }

    @Test
    void aPlanCanBeWrittenDownOnceAndNamedLater() throws IOException {
        var file = file("No,Date,SKU,Qty,Price\n1,2024-03-05,A,2,5\n");
        var plan = imports.plan(file, null, null).getFirst();
        assertEquals("config/import-mappings/our-erp.yaml", imports.saveMapping(plan, "our-erp"));
        assertEquals(plan.recognition().columns(), imports.plan(file, "our-erp", null).getFirst().recognition().columns());
        assertEquals("There is a file config/import-mappings/our-erp.yaml already.", assertThrows(UserError.class, () -> imports.saveMapping(plan, "our-erp")).message());
        assertEquals("\"../x\" is no name for a mapping.", assertThrows(UserError.class, () -> imports.saveMapping(plan, "../x")).message());
    }

    @Test
    void aFileWithoutUsableColumnsIsRefusedWithWhatIsMissing() throws IOException {
        assertTrue(refusal(file("Item,Colour\nLamp,red\n")).startsWith("orders.csv looks like none of order lines, order headers, "));
        assertEquals("orders.csv has no column for date, amount or quantity, amount or unit price (its columns: Item, Colour; recognised: description).",
                assertThrows(UserError.class, () -> imports.plan(file("Item,Colour\nLamp,red\n"), null, FileKind.ORDERS)).message());
    }

    @Test
    void filesThatCannotBeReadAreRefused() throws IOException {
        assertEquals("There is no file " + folder.resolve("none.csv") + ".", refusal(folder.resolve("none.csv")));
        assertEquals(folder + " is a folder.", refusal(folder));
        assertTrue(refusal(file("")).endsWith(" is empty."));
        assertTrue(refusal(file(HEADER + LAMP + "2,L1,\"" + "Lamp,".repeat(5_000_000))).contains("has a line of more than 16 MB"));
        assertTrue(refusal(file(HEADER)).endsWith(" has a header and no rows."));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADER + LAMP).getBytes(StandardCharsets.UTF_8));
        }
        var whole = packed.toByteArray();
        assertTrue(refusal(Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length - 12))).contains("is a damaged .gz file"));
        assertEquals(0L, warehouse.state().version());
        assertEquals(1, report(Files.write(folder.resolve("whole.csv.gz"), whole)).rows().kept());
    }

    @Test
    void aSecondCurrencyIsRefused() throws IOException {
        imports.run(imports.plan(file(HEADER + LAMP), null, null).getFirst(), "file", Currency.getInstance("GBP"), any -> {});
        assertEquals("GBP", warehouse.state().currency());
        var more = imports.plan(file(HEADER + LAMP + LAMP), null, null).getFirst();
        var refusal = assertThrows(UserError.class, () -> imports.run(more, "file", Currency.getInstance("EUR"), any -> {}));
        assertEquals("The warehouse is in GBP and holds one currency only, not EUR too.", refusal.message());
    }
}
