package org.salesconsultant.warehouse.imports.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Cells;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.fields.Numbers;
import org.salesconsultant.warehouse.imports.fields.RejectedRow;
import org.salesconsultant.warehouse.imports.files.TableFiles;

class NamedMappingTest {
    private final Home shipped = new Home(Path.of(""));

    @TempDir Path folder;

    /** Every shipped mapping signs an export of its own, has what its kind needs, and names only fields that its kind has. */
    @TestFactory
    Stream<DynamicTest> shippedMappingsFitTheirKinds() {
        var vocabulary = Vocabulary.of(shipped);
        var all = NamedMapping.signed(shipped);
        assertTrue(all.size() >= 30, "only " + all.size());
        return all.stream().map(mapping -> DynamicTest.dynamicTest(mapping.name(), () -> {
            var kind = mapping.kind().orElseThrow();
            assertTrue(kind.needs().stream().allMatch(either -> either.stream().anyMatch(mapping.columns()::containsKey)), kind.label());
            assertTrue(vocabulary.of(kind).weights().keySet().containsAll(mapping.columns().keySet()), "a field that " + kind.word() + " does not have");
            assertTrue(mapping.columns().keySet().containsAll(mapping.carried()), "carries what it does not name");
            var header = Stream.concat(mapping.signature().stream(), mapping.columns().values().stream().flatMap(List::stream).map(List::getFirst)).distinct().toList();
            assertEquals(mapping.columns().keySet(), mapping.columnsOf(header).keySet());
            var chosen = all.stream().filter(each -> each.isSignedBy(header)).max(java.util.Comparator.comparingInt(each -> each.columnsOf(header).size())).orElseThrow();
            assertEquals(mapping.name(), chosen.name());
        }));
    }

    /** Headers and rows as Shopify's help describes its export: two items of one order, its own fields on the first row. */
    @Test
    void aShopifyExportIsReadWithoutBeingNamed() throws IOException, RejectedRow {
        var file = write("orders_export_1.csv", """
                Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Billing Name,Billing City,Billing Country,Source
                #1002,ada@example.com,paid,2024-03-02 09:00:00 +0100,fulfilled,EUR,40.00,5.00,7.20,45.00,SPRING,10.00,2024-03-02 08:59:00 +0100,2,Lamp,15.00,L-1,0.00,Ada King,Paris,FR,web
                #1002,,,,,,,,,,,,2024-03-02 08:59:00 +0100,1,Chair,20.00,C-1,2.50,,,,
                #1003,bob@example.com,paid,2024-03-03 10:00:00 +0100,,EUR,15.00,0.00,2.40,15.00,,0.00,2024-03-03 10:00:00 +0100,1,Lamp,15.00,L-1,0.00,Bob Ray,Lyon,FR,web
                """);
        var recognition = recognise(file, null, null);
        assertEquals("shopify-orders", recognition.mapping());
        assertEquals("shopify", recognition.source().orElseThrow());
        assertEquals(FileKind.ORDERS, recognition.kind());
        assertEquals("EUR", recognition.currency().orElseThrow().getCurrencyCode());
        assertFalse(recognition.columns().has(Field.AMOUNT));
        var cells = new Cells(recognition.columns(), recognition.formats(), CellWords.of(shipped));
        List<String> read = new ArrayList<>();
        TableFiles.open(file).getFirst().<RejectedRow>read(any -> {}, (number, row) -> read.add(cells.at(number, row).text(Field.CUSTOMER_NAME) + " " + cells.moment(Field.DATE)
                + " " + cells.number(Field.DISCOUNT)));
        assertEquals(List.of("Ada King Moment[date=2024-03-02, minute=539] 0", "Ada King Moment[date=2024-03-02, minute=539] 25000",
                "Bob Ray Moment[date=2024-03-03, minute=600] 0"), read);
    }

    /** Odoo writes an order's number on its first row only too; the second order has one line. */
    @Test
    void anOdooExportWithLinesIsReadWithoutBeingNamed() throws IOException, RejectedRow {
        var file = write("sale.order.csv", """
                Order Reference,Creation Date,Customer,Salesperson,Order Lines/Product,Order Lines/Quantity,Order Lines/Unit Price,Order Lines/Discount (%),Order Lines/Subtotal
                S00021,2024-05-01 07:12:00,Azure Interior,Mitchell Admin,[FURN_7777] Office Chair,3.00,70.00,10.00,189.00
                ,,,,[FURN_0269] Desk,1.00,400.00,0.00,400.00
                S00022,2024-05-02 08:00:00,Deco Addict,Marc Demo,[FURN_7777] Office Chair,1.00,70.00,0.00,70.00
                """);
        var recognition = recognise(file, null, null);
        assertEquals("odoo-sale-orders-with-lines", recognition.mapping());
        assertEquals(Discounts.PERCENT, recognition.formats().discounts());
        var cells = new Cells(recognition.columns(), recognition.formats(), CellWords.of(shipped));
        List<String> read = new ArrayList<>();
        TableFiles.open(file).getFirst().<RejectedRow>read(any -> {}, (number, row) -> read.add(cells.at(number, row).text(Field.ORDER_NUMBER) + " " + cells.text(Field.REP)));
        assertEquals(List.of("S00021 Mitchell Admin", "S00021 Mitchell Admin", "S00022 Marc Demo"), read);
    }

    @Test
    void aWrittenMappingSaysEverything() throws IOException {
        mapping("ours", """
                kind: campaign_contacts
                source: mailer
                columns:
                  arm: Gruppe
                  responded: Klick | Click
                  response_value: [A, B]
                  date: Tag
                  channel: ''
                constants: {campaign_name: Spring mail}
                date: M/d/uuuu
                decimal: ","
                """);
        var file = write("mail.csv", "Gruppe;Click;A;B;Tag;Channel\nx;1;1,5;2;3/4/2024;mail\ny;0;0;0;3/5/2024;mail\n");
        var recognition = recognise(file, "ours", null);
        assertEquals(FileKind.CAMPAIGN_CONTACTS, recognition.kind());
        assertEquals(Map.of(Field.ARM, List.of(0), Field.RESPONDED, List.of(1), Field.RESPONSE_VALUE, List.of(2, 3), Field.DATE, List.of(4)), recognition.columns().positions());
        assertEquals(Map.of(Field.CAMPAIGN_NAME, "Spring mail"), recognition.columns().constants());
        assertEquals(Map.of(Field.DATE, new Dates("M/d/uuuu")), recognition.formats().dates());
        assertEquals(Numbers.COMMA, recognition.formats().numbers());
        assertEquals("mailer", recognition.source().orElseThrow());
    }

    @Test
    void aMistakeInAMappingIsNamedWithItsLine() throws IOException {
        var file = write("orders.csv", "No,Date,SKU,Qty,Price\n1,2024-03-05,A,2,5\n");
        mapping("column", "kind: orders\ncolumns:\n  # who\n  customer_name: Kunde\n");
        assertEquals("config/import-mappings/column.yaml line 4 says that customer name is the column \"Kunde\", which the file does not have.", refusal(file, "column"));
        mapping("date", "date: d/b/uuuu\n");
        assertTrue(refusal(file, "date").startsWith("config/import-mappings/date.yaml line 1: date: "), refusal(file, "date"));
        mapping("decimal", "kind: orders\ndecimal: x\n");
        assertEquals("config/import-mappings/decimal.yaml line 2: decimal: \"x\" is none.", refusal(file, "decimal"));
        mapping("kind", "kind: orderz\n");
        assertEquals("config/import-mappings/kind.yaml line 1: kind: \"orderz\" is none.", refusal(file, "kind"));
        mapping("field", "columns:\n  colour: Date\n");
        assertTrue(refusal(file, "field").startsWith("config/import-mappings/field.yaml line 2"), refusal(file, "field"));
        mapping("key", "kolumns: {}\n");
        assertTrue(refusal(file, "key").startsWith("config/import-mappings/key.yaml line ") && refusal(file, "key").contains("kolumns"), refusal(file, "key"));
    }

    /** What is proposed, written down and named, reads the file in the same way. */
    @Test
    void aProposalWrittenDownReadsTheFileAlike() throws IOException {
        for (var name : List.of("german-erp-lines.csv", "us-crm-opportunities.csv", "quotas-monthly.csv", "superstore.csv", "shop-lines-with-totals.csv", "northwind-customers.csv")) {
            var file = Labelled.FOLDER.resolve("known").resolve(name);
            var proposed = recognise(file, null, null);
            mapping("saved", MappingText.of(proposed, name));
            var again = recognise(file, "saved", null);
            assertEquals(proposed.kind(), again.kind());
            assertEquals(proposed.columns(), again.columns());
            assertEquals(proposed.formats(), again.formats());
        }
    }

    private Recognition recognise(Path file, @Nullable String mapping, @Nullable FileKind as) {
        return Recognition.of(new Home(folder), TableFiles.open(file).getFirst(), mapping, as);
    }

    private String refusal(Path file, String mapping) {
        return assertThrows(UserError.class, () -> recognise(file, mapping, null)).message();
    }

    private void mapping(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("config/import-mappings"));
        Files.writeString(folder.resolve("config/import-mappings/" + name + ".yaml"), text);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
