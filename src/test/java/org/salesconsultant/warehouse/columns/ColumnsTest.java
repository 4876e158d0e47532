package org.salesconsultant.warehouse.columns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarChanges;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.StarWriter.NewCustomer;
import org.salesconsultant.warehouse.StarWriter.NewLine;
import org.salesconsultant.warehouse.StarWriter.NewOrder;
import org.salesconsultant.warehouse.StarWriter.NewProduct;
import org.salesconsultant.warehouse.Warehouse;

/** Whatever becomes of the copy, the next answer is the warehouse's own; and where it can, the copy answers soon again. */
class ColumnsTest {
    private static final LocalDate FRIDAY = LocalDate.of(2011, 12, 9);
    private static final long ONE = 10_000;
    private static final String COUNT = "SELECT count(*) FROM line";

    @TempDir Path folder;
    private Warehouse warehouse;

    /** @param engine which answered */
    private record Answer(long value, String engine) {}

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Answer ask(String sql) {
        return warehouse.facts(facts -> new Answer(facts.rows().createQuery(sql).mapTo(long.class).one(), facts.engine()));
    }

    /** As many orders of one line each, of customer and product drawn from a few. */
    private void load(int first, int orders) throws SQLException {
        var random = new Random(first);
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                for (int number = first; number < first + orders; number++) {
                    var customer = random.nextInt(5) == 0 ? null : (Long) star.customer(
                            new NewCustomer("C" + random.nextInt(20), "Café № " + number, null, null, null, null, null, null));
                    var order = star.order(new NewOrder("test", "N" + number, FRIDAY.minusDays(random.nextInt(90)), customer,
                            star.country("Österreich"), null, null, null, null, null), null);
                    star.line(order, new NewLine(star.product(new NewProduct("P" + random.nextInt(9), null, null, false, null, null)),
                            Kind.SALE, ONE, ONE, 0, number * ONE, random.nextBoolean() ? null : (Long) ONE, "Müller's " + random.nextInt(3)));
                }
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    /** Every table whole, as the copy has it and as the warehouse has it. */
    private void sameRows() {
        var tables = warehouse.database().read(StarTable::of);
        for (var table : tables) {
            var sql = "SELECT " + String.join(", ", table.columns().stream().map(StarTable.Column::name).toList()) + " FROM " + table.name();
            var copy = warehouse.facts(facts -> {
                assertEquals("DuckDB", facts.engine());
                return facts.rows().createQuery(sql).map((row, context) -> row(row, table.columns().size())).list();
            });
            var own = warehouse.database().read(handle -> handle.createQuery(sql).map((row, context) -> row(row, table.columns().size())).list());
            assertEquals(own.stream().sorted().toList(), copy.stream().sorted().toList(), table.name());
        }
    }

    private static String row(java.sql.ResultSet row, int columns) throws SQLException {
        var cells = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            cells.append(row.getString(i)).append('|');
        }
        return cells.toString();
    }

    @Test
    void theWarehouseAnswersUntilTheCopyHasItsVersion() throws Exception {
        load(0, 100);
        assertEquals(new Answer(100, "SQLite"), ask(COUNT));
        try (var columns = Columns.keep(warehouse)) {
            assertTrue(columns.catchUp());
            assertEquals(new Answer(100, "DuckDB"), ask(COUNT));
            sameRows();
            load(100, 1);
            assertEquals(101, ask(COUNT).value(), "whichever engine");
            columns.catchUp();
            assertEquals(new Answer(101, "DuckDB"), ask(COUNT));
        }
        assertEquals(new Answer(101, "SQLite"), ask(COUNT));
    }

    @Test
    void anEmptyWarehouseHasNoCopy() throws Exception {
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            assertEquals(new Answer(0, "SQLite"), ask(COUNT));
            assertFalse(Files.exists(Columns.file(warehouse)));
        }
    }

    @Test
    void isBroughtUpToDateByWhatChanged() throws Exception {
        load(0, 2_000);
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            for (int i = 1; i <= 5; i++) {
                load(i * 10_000, 50);
                if (i % 2 == 0) { // two versions at once in between
                    columns.catchUp();
                    sameRows();
                }
            }
            change(3, 7, "UPDATE line SET amount = -5 WHERE line_key BETWEEN 3 AND 7");
            change(2_000, 2_049, "DELETE FROM line WHERE line_key BETWEEN 2000 AND 2049");
            columns.catchUp();
            sameRows();
            assertEquals(-25, ask("SELECT sum(amount) FROM line WHERE line_key <= 7 AND line_key >= 3").value());
        }
    }

    private void change(long first, long last, String sql) {
        warehouse.database().write(handle -> {
            new StarChanges(handle).rows("line", first, last);
            handle.execute(sql);
            handle.execute("UPDATE warehouse_setting SET value = CAST(value AS INTEGER) + 1 WHERE name = 'data_version'");
            return null;
        });
    }

    @Test
    void aVersionThatDoesNotSayWhatItChangedIsCopiedWhole() throws Exception {
        load(0, 100);
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            change(1, 0, "UPDATE line SET amount = 7");
            load(100, 10);
            columns.catchUp();
            sameRows();
        }
    }

    /** The first process was killed after its commit, or in the middle of its first copy. */
    @Test
    void whatAKilledImportLeftIsMadeGood() throws Exception {
        load(0, 100);
        try (var half = ColumnFile.open(Columns.file(warehouse), false)) {
            half.create(warehouse.database().read(StarTable::of));
        }
        try (var columns = Columns.keep(warehouse)) {
            assertEquals(100, ask(COUNT).value());
            columns.catchUp();
            sameRows();
        }
        load(100, 5);
        assertEquals(new Answer(105, "SQLite"), ask(COUNT));
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            sameRows();
        }
    }

    /** {@code kill -9} in the middle of a first copy, and of bringing one up to date. */
    @Test
    void aProcessKilledAtCopyingLeavesNoWrongAnswer() throws Exception {
        int orders = 20_000;
        load(0, orders);
        for (int i = 0; i < 6; i++) {
            var other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                    "--enable-native-access=ALL-UNNAMED", CopiesStar.class.getName(), folder.resolve("warehouse.db").toString()).redirectErrorStream(true).start();
            assertEquals('c', other.getInputStream().read());
            Thread.sleep(150L * i);
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            try (var columns = Columns.keep(warehouse)) {
                assertEquals(orders, ask(COUNT).value());
                if (i % 3 == 2) {
                    columns.catchUp();
                    sameRows();
                }
            }
            load(orders, 2_000);
            orders += 2_000;
            assertEquals(orders, ask(COUNT).value());
        }
    }

    @Test
    void aDamagedFileIsMadeAnew() throws Exception {
        load(0, 3_000);
        var file = Columns.file(warehouse);
        copyOnce();
        var sound = folder.resolve("sound.duckdb");
        Files.copy(file, sound);
        var random = new Random(6);
        for (int i = 0; i < 25; i++) {
            Files.copy(sound, file, StandardCopyOption.REPLACE_EXISTING);
            damage(file, i, random);
            try (var columns = Columns.keep(warehouse)) {
                assertEquals(3_000, ask(COUNT).value());
                columns.catchUp();
                // what is damaged where nothing looked until now is found by the question, which the warehouse then answers
                assertEquals(4_498_500 * ONE, ask("SELECT sum(amount) FROM line").value());
                columns.catchUp();
                assertEquals(new Answer(4_498_500 * ONE, "DuckDB"), ask("SELECT sum(amount) FROM line"), "damage " + i);
            }
        }
    }

    private static void damage(Path file, int kind, Random random) throws IOException {
        var garbage = new byte[kind % 2 == 0 ? 4_096 : 64 * 1_024];
        random.nextBytes(garbage);
        try (var bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
            switch (kind) {
                case 0 -> bytes.truncate(0);
                case 1 -> bytes.truncate(bytes.size() / 2);
                case 2 -> bytes.truncate(bytes.size() - 1);
                case 3 -> bytes.truncate(100);
                default -> bytes.write(java.nio.ByteBuffer.wrap(garbage), kind < 8 ? 0 : random.nextLong(bytes.size()));
            }
        }
        if (kind % 5 == 4) {
            Files.write(file.resolveSibling(file.getFileName() + ".wal"), garbage);
        }
    }

    private void copyOnce() throws InterruptedException {
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            assertEquals("DuckDB", ask(COUNT).engine());
        }
    }

    /** A backup put back has a version number that the copy also had, for other rows. */
    @Test
    void theSameVersionNumberOfAnotherHistoryIsNotTakenForTheSame() throws Exception {
        load(0, 10);
        warehouse.close();
        Files.copy(folder.resolve("warehouse.db"), folder.resolve("backup.db"));
        open();
        load(10, 10);
        copyOnce();
        warehouse.close();
        Files.move(folder.resolve("backup.db"), folder.resolve("warehouse.db"), StandardCopyOption.REPLACE_EXISTING);
        open();
        load(50, 3);
        assertEquals(2, warehouse.state().version());
        try (var columns = Columns.keep(warehouse)) {
            assertEquals(13, ask(COUNT).value());
            columns.catchUp();
            sameRows();
            assertEquals(new Answer(13, "DuckDB"), ask(COUNT));
        }
    }

    @Test
    void aFileWithOtherTablesIsMadeAnew() throws Exception {
        load(0, 10);
        copyOnce();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + Columns.file(warehouse)); var statement = connection.createStatement()) {
            statement.execute("UPDATE star_stamp SET tables = 'other'");
        }
        copyOnce();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + Columns.file(warehouse)); var statement = connection.createStatement()) {
            statement.execute("DROP TABLE line");
        }
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            assertEquals(new Answer(10, "SQLite"), ask(COUNT));
        }
    }

    @Test
    void whereAnotherProcessHasTheFileTheWarehouseAnswersAndTheCopyFollowsLater() throws Exception {
        load(0, 10);
        copyOnce();
        load(10, 10);
        var other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED", HoldsFile.class.getName(), Columns.file(warehouse).toString())
                .redirectErrorStream(true).start();
        try {
            assertEquals('h', other.getInputStream().read());
            try (var columns = Columns.keep(warehouse)) {
                assertTrue(columns.catchUp());
                assertEquals(new Answer(20, "SQLite"), ask(COUNT));
                try (var borrowed = Columns.borrow(warehouse)) {
                    borrowed.catchUp();
                    assertEquals(new Answer(20, "SQLite"), ask(COUNT));
                }
                warehouse.answerFrom(columns);
                other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
                columns.catchUp();
                assertEquals(new Answer(20, "DuckDB"), ask(COUNT));
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aBorrowedCopyIsReadWhereItIsCurrentAndNeverChanged() throws Exception {
        load(0, 10);
        copyOnce();
        var before = Files.readAllBytes(Columns.file(warehouse));
        try (var columns = Columns.borrow(warehouse)) {
            columns.catchUp();
            assertEquals(new Answer(10, "DuckDB"), ask(COUNT));
            load(10, 1);
            columns.catchUp();
            assertEquals(new Answer(11, "SQLite"), ask(COUNT));
        }
        assertEquals(List.of(before.length, java.util.Arrays.hashCode(before)),
                List.of((int) Files.size(Columns.file(warehouse)), java.util.Arrays.hashCode(Files.readAllBytes(Columns.file(warehouse)))));
    }

    /** Each load adds ten lines and raises the version by one: an answer of one version with the rows of another would show. */
    @Test
    void versionAndRowsAgreeWhileImportsCommit() throws Exception {
        load(0, 10);
        try (var columns = Columns.keep(warehouse); var threads = Executors.newFixedThreadPool(2)) {
            columns.catchUp();
            var loads = threads.submit(() -> {
                for (int i = 1; i <= 15; i++) {
                    load(i * 10, 10);
                    columns.catchUp();
                }
                return null;
            });
            int asked = 0;
            while (!loads.isDone()) {
                warehouse.facts(facts -> {
                    long lines = facts.rows().createQuery(COUNT).mapTo(long.class).one();
                    assertEquals(10 * warehouse.state(facts.stored()).version(), lines, facts.engine());
                    return lines;
                });
                asked++;
            }
            loads.get();
            assertTrue(asked > 0);
            assertEquals(new Answer(160, "DuckDB"), ask(COUNT));
        }
    }
}
