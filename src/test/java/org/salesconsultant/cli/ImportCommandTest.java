package org.salesconsultant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.Main;
import org.salesconsultant.warehouse.Warehouse;

/** The command as a process of its own: what a person sees, and what a kill in the middle leaves. */
class ImportCommandTest {
    private static final String HEADER = "Order No,Date,SKU,Qty,Price\n";
    private static final long PATIENCE_SECONDS = 120;

    @TempDir Path folder;

    private record Ended(int exit, String out, String err) {}

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx256m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "import"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        var process = start(arguments);
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        return new Ended(process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theReportAddsUpAndASecondRunSaysSo() throws IOException, InterruptedException {
        var file = file("orders.csv", HEADER + "1,2024-01-31,A,2,400\n1,2024-01-31,B,1,400\n1,2024-01-31,C,3,200\n1,2024-01-31,D,1,200\n2,2024-01-31,A,x,5\n");
        var first = run(file, "--currency", "gbp");
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.out().contains("total revenue, GBP") && first.out().contains("2,000.00"), first.out());
        assertTrue(first.err().contains("order number  Order No  1, 2"), first.err());
        var second = run(file);
        assertEquals(0, second.exit());
        assertTrue(second.out().contains("was imported already, on ") && second.out().contains("Nothing has changed."), second.out());
    }

    @Test
    void mistakesAreOneLineWithTheNextStep() throws IOException, InterruptedException {
        var file = file("orders.csv", HEADER + "1,2024-01-31,A,2,5\n");
        var currency = run(file, "--currency", "pounds");
        assertEquals(new Ended(2, "", "There is no currency \"pounds\". Write its ISO code, e.g. --currency GBP.\n"), currency);
        var kind = run(file, "--as", "things");
        assertEquals(2, kind.exit());
        assertTrue(kind.err().startsWith("There is no kind of file \"things\". Kinds: orders, order_headers, ") && kind.err().lines().count() == 1, kind.err());
        var missing = run(folder.resolve("none.csv").toString());
        assertEquals(new Ended(1, "", "There is no file " + folder.resolve("none.csv") + ". Check the path.\n"), missing);
    }

    /** SIGKILL once the write-ahead log shows that rows are under way. */
    @Test
    void aKillInTheMiddleLeavesTheStateBefore() throws IOException, InterruptedException {
        assertEquals(0, run(file("before.csv", HEADER + "1,2024-01-31,A,2,5\n")).exit());
        var rows = new StringBuilder(HEADER);
        for (int i = 0; i < 400_000; i++) {
            rows.append(i).append(",2024-02-01,P").append(i % 997).append(",1,5\n");
        }
        var log = folder.resolve("data/warehouse.db-wal");
        var process = start(file("long.csv", rows.toString()));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!(Files.exists(log) && Files.size(log) > 3_000_000)) {
            assertTrue(process.isAlive() && System.nanoTime() < deadline, "the import was over too soon");
            Thread.sleep(5);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        try (var warehouse = Warehouse.open(folder.resolve("data/warehouse.db"), false)) {
            assertEquals(1, warehouse.state().version());
            assertEquals(1, warehouse.state().lines());
            long lines = warehouse.database().read(handle -> handle.createQuery("SELECT count(*) FROM line").mapTo(Long.class).one());
            assertEquals(1, lines);
            assertEquals("ok", warehouse.database().read(handle -> handle.createQuery("PRAGMA integrity_check").mapTo(String.class).one()));
        }
    }
}
