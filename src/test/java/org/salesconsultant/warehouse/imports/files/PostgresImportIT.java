package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.FreePort;
import org.salesconsultant.sales.UserError;

/** Queries of a real PostgreSQL, started for the test from the system's packages; skipped where it is not installed. */
class PostgresImportIT {
    private static final String PASSWORD = "sec-ret7";
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");

    @TempDir
    private static Path folder;

    private static Path bin = Path.of("");
    private static String url = "";

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var installed = installed();
        assumeTrue(installed.isPresent(), "PostgreSQL is not installed");
        bin = installed.get();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        var password = Files.writeString(folder.resolve("password"), PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        run("initdb", "-D", folder + "/data", "-A", "scram-sha-256", "-U", "clerk", "--pwfile=" + password, "--encoding=UTF8", "--no-sync");
        int port = FreePort.find();
        run("pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o", "-p " + port + " -h 127.0.0.1 -k " + folder + " -F", "start");
        url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=clerk&password=" + PASSWORD;
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (!url.isEmpty()) {
            run("pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");
        }
    }

    private static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (var versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin")).filter(each -> Files.isExecutable(each.resolve("initdb"))).findFirst();
        }
    }

    /** PostgreSQL refuses to run as root: then as nobody. */
    private static void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        var said = folder.resolve(program + ".out").toFile();
        int code = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said).start().waitFor();
        assertEquals(0, code, () -> String.valueOf(said));
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyTypeIsTextWithoutLoss() {
        var table = JdbcTable.open(url, """
                SELECT 12345678901234567890.1230::numeric AS plain, 0.1::float8 + 0.2::float8 AS sum, 1e20::float8 AS large, 9223372036854775807 AS int8,
                  '2011-12-09 08:26:00'::timestamp AS at, '2011-12-09 08:26:00+01'::timestamptz AT TIME ZONE 'UTC' AS utc, '2011-12-09'::date AS day,
                  true AS paid, null::text AS nothing, E'two\\nlines, "quoted"' AS words, '{a,b}'::text[] AS list, '{"a":1}'::jsonb AS json,
                  '2011-12-09 08:26:00+00'::timestamptz AS zoned, '08:26'::time AS clock""");
        assertEquals(List.of("plain", "sum", "large", "int8", "at", "utc", "day", "paid", "nothing", "words", "list", "json", "zoned", "clock"), table.header());
        assertEquals(List.of(List.of("12345678901234567890.1230", "0.30000000000000004", "100000000000000000000", "9223372036854775807",
                "2011-12-09T08:26", "2011-12-09T07:26", "2011-12-09", "true", "", "two\nlines, \"quoted\"", "{a,b}", "{\"a\": 1}",
                "2011-12-09T08:26Z", "08:26")), Tables.rows(table));
    }

    @Test
    void rowsStayTheSameWhateverHappensThere() throws SQLException {
        execute("CREATE TABLE orders AS SELECT n AS order_no, n * 1.5 AS price FROM generate_series(1, 50000) AS n");
        var table = JdbcTable.open(url, "SELECT * FROM orders ORDER BY order_no");
        execute("DELETE FROM orders WHERE order_no > 10");
        var rows = Tables.rows(table);
        assertEquals(50_000, rows.size());
        assertEquals(List.of("50000", "75000.0"), rows.getLast());
        assertEquals(rows, Tables.rows(table));
        assertNotEquals(table.sha256(), JdbcTable.open(url, "SELECT * FROM orders ORDER BY order_no").sha256());
    }

    @Test
    void nothingCanBeWritten() throws SQLException {
        execute("CREATE TABLE kept AS SELECT 1 AS n");
        var error = assertThrows(UserError.class, () -> JdbcTable.open(url, "DELETE FROM kept RETURNING n"));
        assertTrue(error.message().contains("cannot execute DELETE in a read-only transaction"), error.message());
        assertEquals(List.of(List.of("1")), Tables.rows(JdbcTable.open(url, "SELECT n FROM kept")));
    }

    @Test
    void noPasswordIsTold() {
        var wrong = url.replace(PASSWORD, "not-" + PASSWORD);
        for (var error : List.of(assertThrows(UserError.class, () -> JdbcTable.open(wrong, "SELECT 1")),
                assertThrows(UserError.class, () -> JdbcTable.open(url, "SELECT * FROM nowhere")),
                assertThrows(UserError.class, () -> JdbcTable.open(url.replace("postgresql", "nosuchdatabase"), "SELECT 1")))) {
            assertFalse(error.message().contains(PASSWORD), error.message());
            assertFalse(error.message().contains("\n"), error.message());
        }
        assertFalse(JdbcTable.open(url, "SELECT 1 AS n").name().contains(PASSWORD));
    }

    @Test
    void bytesAreRefused() {
        assertEquals("Column \"photo\" of the query holds bytes, not text.",
                assertThrows(UserError.class, () -> JdbcTable.open(url, "SELECT 'x'::bytea AS photo")).message());
    }
}
