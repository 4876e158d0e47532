package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.UserError;

class JdbcTableTest {
    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void fill() throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("shop.db");
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (number TEXT, day DATE, price NUMERIC, weight REAL, note TEXT, photo BLOB)");
            statement.execute("INSERT INTO orders VALUES ('A1', '2011-12-09', 3.5, 0.25, NULL, NULL), ('A2', '2011-12-10', 4, 1e3, 'ok', x'00')");
        }
    }

    @Test
    void aSqliteDatabaseIsReadToo() {
        var table = JdbcTable.open(url, "SELECT number, day, price, weight, note FROM orders ORDER BY number");
        assertEquals(List.of("number", "day", "price", "weight", "note"), table.header());
        assertEquals(List.of(List.of("A1", "2011-12-09", "3.5", "0.25", ""), List.of("A2", "2011-12-10", "4", "1000", "ok")), Tables.rows(table));
        assertTrue(table.bytes() > 0);
    }

    @Test
    void itCannotBeWritten() {
        assertTrue(assertThrows(UserError.class, () -> JdbcTable.open(url, "DELETE FROM orders RETURNING number")).message().contains("readonly"));
        assertEquals(2, Tables.rows(JdbcTable.open(url, "SELECT number FROM orders")).size());
    }

    @Test
    void bytesAndMistakesAreRefused() {
        assertEquals("Column \"photo\" of the query holds bytes, not text.",
                assertThrows(UserError.class, () -> JdbcTable.open(url, "SELECT number, photo FROM orders")).message());
        assertTrue(assertThrows(UserError.class, () -> JdbcTable.open(url, "SELECT * FROM nowhere")).message().contains("no such table: nowhere"));
    }
}
