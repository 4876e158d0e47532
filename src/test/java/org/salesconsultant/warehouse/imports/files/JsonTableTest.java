package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.UserError;

class JsonTableTest {
    @TempDir
    private Path folder;

    private TableFile open(String text) throws IOException {
        var tables = TableFiles.open(Files.writeString(folder.resolve("file.json"), text));
        assertEquals(1, tables.size());
        return tables.getFirst();
    }

    @Test
    void linesAreRowsAndNestedObjectsColumns() throws IOException {
        var table = open("""
                {"order": 1, "customer": {"name": "Ada", "address": {"city": "Köln"}}, "price": 3.50, "paid": true}
                {"order": 2, "customer": {"name": "Bob"}, "price": 12345678901234567890.125, "note": null, "tags": ["new", 5]}
                """);
        assertEquals(List.of("order", "customer.name", "customer.address.city", "price", "paid", "note", "tags"), table.header());
        assertEquals(List.of(List.of("1", "Ada", "Köln", "3.50", "true", "", ""),
                List.of("2", "Bob", "", "12345678901234567890.125", "", "", "new, 5")), Tables.rows(table));
        assertEquals("JSON, UTF-8", table.format());
    }

    @Test
    void aListOfLineItemsGivesARowEach() throws IOException {
        var table = open("""
                [{"order": 1, "items": [{"sku": "A", "qty": 2}, {"sku": "B", "qty": 1}], "customer": "Ada"},
                 {"order": 2, "items": [], "customer": "Bob"}]""");
        assertEquals(List.of("order", "customer", "items.sku", "items.qty"), table.header());
        assertEquals(List.of(List.of("1", "Ada", "A", "2"), List.of("1", "Ada", "B", "1"), List.of("2", "Bob", "", "")), Tables.rows(table));
        assertEquals(List.of(), table.doubts());
    }

    @Test
    void ofSeveralListsTheLongestGivesTheRowsAndThatIsSaid() throws IOException {
        var table = open("""
                {"order": 1, "taxes": [{"rate": 0.2}], "items": [{"sku": "A"}, {"sku": "B"}]}
                """);
        assertEquals(List.of("order", "taxes", "items.sku"), table.header());
        assertEquals(List.of("1", "[{\"rate\":0.2}]", "B"), Tables.rows(table).get(1));
        assertEquals(List.of("Each element of items is a row; other lists in a record were left as they are: taxes."), table.doubts());
    }

    @Test
    void recordsInAnAnswerOfAnInterfaceAreFound() throws IOException {
        var table = open("""
                {"count": 2, "next": null, "orders": [{"id": 7, "items": [{"sku": "A"}]}, {"id": 8, "items": [{"sku": "B"}]}]}""");
        assertEquals(List.of("id", "items.sku"), table.header());
        assertEquals(List.of(List.of("7", "A"), List.of("8", "B")), Tables.rows(table));
    }

    @Test
    void aSingleOrderIsARecord() throws IOException {
        assertEquals(List.of("order", "items.sku"), open("{\"order\": \"A7\", \"items\": [{\"sku\": \"A\"}]}").header());
    }

    @Test
    void aBrokenLineIsNamed() {
        var error = assertThrows(UserError.class, () -> open("{\"order\": 1}\n{\"order\": 2}\n{\"order\": }\n"));
        assertEquals(UserError.Category.BAD_FILE, error.category());
        assertEquals(true, error.message().contains("is no readable JSON, line 3: "));
    }

    @Test
    void oneEndlessLineIsReadInPieces() throws IOException {
        var table = open("[" + "{\"a\":1,\"b\":\"text\"},".repeat(100_000) + "{\"a\":2,\"b\":\"end\"}]");
        assertEquals(100_001, Tables.rows(table).size());
    }
}
