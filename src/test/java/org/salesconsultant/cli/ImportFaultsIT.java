package org.salesconsultant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.salesconsultant.Main;
import org.salesconsultant.warehouse.Warehouse;

/**
 * What can go wrong while a file comes in, each with the command in a process of its own: a clear error of one line, the data of
 * before intact, nothing half-imported, and the next import fine.
 */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class ImportFaultsIT {
    private static final String HEADER = "Order No,Date,SKU,Qty,Price\n";
    private static final long PATIENCE_SECONDS = 300;
    private static final int KILLS = 20;
    private static final int ROWS = 20_000;
    /** In bytes; opening the warehouse writes less, the rows more. */
    private static final long SMALL_LOG = 100_000;
    private static final int WRITING_MILLIS = 100;
    /** In MB; what comes in below is a multiple of it. */
    private static final int MEMORY = 256;

    /** A warehouse with one line, for each test to start from. */
    @TempDir static Path before;
    @TempDir Path folder;

    private record Ended(int exit, String out, String err) {
        /** The last line that was said: above it stand how files are read. */
        String error() {
            return err.lines().toList().getLast();
        }
    }

    @BeforeAll
    static void importOneLine() throws IOException, InterruptedException {
        var first = new ImportFaultsIT();
        first.folder = before;
        var ended = first.run(first.start(first.file("before.csv", HEADER + "1,2024-01-31,A,2,5\n").toString()));
        assertEquals(0, ended.exit(), ended.err());
    }

    @BeforeEach
    void copyIt() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        try (var files = Files.list(before.resolve("data"))) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve("data").resolve(file.getFileName()));
            }
        }
    }

    private Process start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    private Process start(List<String> within, String... arguments) throws IOException {
        var command = new ArrayList<>(within);
        command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx" + MEMORY + "m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "import", "--yes"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
    }

    private Ended run(Process process) throws IOException, InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path orders(String name, long firstNumber, int rows) throws IOException {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append(firstNumber + i / 3).append(",2024-02-01,P").append(i % 997).append(",1,5\n");
        }
        return file(name, text.toString());
    }

    /** The lines that are there, in a warehouse that is whole. */
    private long soundLines() {
        try (var warehouse = Warehouse.open(folder.resolve("data/warehouse.db"), false)) {
            return warehouse.database().read(handle -> {
                assertEquals("ok", handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
                assertEquals(0L, handle.createQuery("SELECT count(*) FROM pragma_foreign_key_check").mapTo(long.class).one());
                long lines = handle.createQuery("SELECT count(*) FROM line").mapTo(long.class).one();
                assertEquals(lines, handle.createQuery("SELECT sum(lines) FROM orders").mapTo(long.class).one());
                assertEquals(lines, handle.createQuery("SELECT sum(rows_kept) FROM import_run").mapTo(long.class).one());
                assertEquals(lines, warehouse.state(handle).lines());
                return lines;
            });
        }
    }

    private void assertRefused(String because, Path file) throws IOException, InterruptedException {
        var ended = run(start(file.toString()));
        assertEquals(1, ended.exit(), ended.err());
        assertTrue(ended.error().contains(because), ended.err());
        assertTrue(!ended.err().contains("\tat ") && !ended.err().contains("Exception"), ended.err());
        assertEquals(1, soundLines());
        assertEquals(0, run(start(file("after.csv", HEADER + "2,2024-01-31,A,2,5\n").toString())).exit());
        assertEquals(2, soundLines());
    }

    /** Half of the kills come at any moment, half at the moment when the rows are being written to the disk. */
    @Test
    void aKillAtAnyMomentLosesNothingThatWasThere() throws IOException, InterruptedException {
        long started = System.nanoTime();
        assertEquals(0, run(start(orders("whole.csv", 1_000_000, ROWS).toString())).exit());
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        long lines = 1 + ROWS;
        assertEquals(lines, soundLines());
        var random = new Random(20);
        for (int kill = 1; kill <= KILLS; kill++) {
            var process = start(orders("killed.csv", 1_000_000 + 100_000L * kill, ROWS).toString());
            if (kill % 2 == 0) {
                awaitWriting(process);
                Thread.sleep(random.nextLong(WRITING_MILLIS));
            } else {
                Thread.sleep(whole / 4 + random.nextLong(whole));
            }
            process.destroyForcibly();
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
            long now = soundLines();
            assertTrue(now == lines || now == lines + ROWS, now + " lines after kill " + kill + ", " + lines + " before");
            lines = now;
        }
        assertEquals(0, run(start(orders("last.csv", 9_000_000, ROWS).toString())).exit());
        assertEquals(lines + ROWS, soundLines());
    }

    private void awaitWriting(Process process) throws InterruptedException {
        var log = folder.resolve("data/warehouse.db-wal").toFile();
        while (process.isAlive() && log.length() <= SMALL_LOG) {
            Thread.sleep(1);
        }
    }

    /** A limit on the size of files: every write beyond fails as on a full disk. */
    @Test
    void aFullDiskEndsTheImportAndNothingElse() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "/bin/bash is missing");
        var large = orders("large.csv", 1_000_000, 2 * ROWS);
        var ended = run(start(List.of("/bin/bash", "-c", "ulimit -f 3000; exec \"$@\"", "bash"), large.toString()));
        assertEquals(1, ended.exit(), ended.err());
        assertTrue(ended.error().startsWith("The warehouse could not be written: the disk is full or fails"), ended.err());
        assertEquals(1, soundLines());
        assertEquals(0, run(start(large.toString())).exit());
        assertEquals(1 + 2 * ROWS, soundLines());
    }

    @Test
    void aWarehouseThatAnotherProgramHoldsIsSaidAndLeftAlone() throws IOException, InterruptedException, SQLException {
        Ended ended;
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/warehouse.db")); var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            ended = run(start(file("more.csv", HEADER + "2,2024-01-31,A,2,5\n").toString()));
            statement.execute("ROLLBACK");
        }
        assertEquals(1, ended.exit(), ended.err());
        assertTrue(ended.error().contains("another program holds it"), ended.err());
        assertEquals(1, soundLines());
    }

    @Test
    void anImportWaitsForAnother() throws IOException, InterruptedException {
        Process process;
        try (var lock = FileChannel.open(folder.resolve("data/import.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            process = start(file("more.csv", HEADER + "2,2024-01-31,A,2,5\n").toString());
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.readString(folder.resolve("err")).contains("Waiting for another import to end")) {
                assertTrue(process.isAlive() && System.nanoTime() < deadline, Files.readString(folder.resolve("err")));
                Thread.sleep(50);
            }
            assertEquals(1, soundLines());
        }
        assertEquals(0, run(process).exit());
        assertEquals(2, soundLines());
    }

    @Test
    void aPackedFileThatBreaksOffIsRefused() throws IOException, InterruptedException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(orders("plain.csv", 1_000, ROWS)));
        }
        var whole = packed.toByteArray();
        assertRefused("damaged", Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void aLineLargerThanTheMemoryIsRefusedWithinIt() throws IOException, InterruptedException {
        var path = folder.resolve("long.csv");
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write((HEADER + "2,2024-01-31,\"").getBytes(StandardCharsets.UTF_8));
            var block = "A".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int written = 0; written < 2 * MEMORY; written++) {
                out.write(block);
            }
        }
        assertRefused("long.csv", path);
    }

    /** The byte costs the row it stands in, if anything: the rest comes in. */
    @Test
    void aNulByteDoesNoHarm() throws IOException, InterruptedException {
        var ended = run(start(file("nul.csv", HEADER + "2,2024-01-31,A\0B,2,5\n3,2024-01-31,C,2\0,5\n4,2024-01-31,D,2,5\n").toString(), "--json"));
        assertEquals(0, ended.exit(), ended.err());
        long lines = soundLines();
        assertTrue(lines >= 2 && lines <= 4, lines + " lines");
        assertTrue(ended.out().contains("\"read\" : 3"), ended.out());
    }

    /** A worksheet of 1 GB of blanks in a few hundred kilobytes. */
    @Test
    void aZipBombIsRefused() throws IOException, InterruptedException {
        var path = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            entry(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
                    + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                    + ".spreadsheetml.sheet.main+xml\"/></Types>");
            entry(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                    + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                    + " Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats"
                    + ".org/officeDocument/2006/relationships\"><sheets><sheet name=\"Orders\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>")
                    .getBytes(StandardCharsets.UTF_8));
            var block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 4 * MEMORY; i++) {
                zip.write(block);
            }
            zip.write("</t></is></c></row></sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertRefused("bomb.xlsx", path);
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
