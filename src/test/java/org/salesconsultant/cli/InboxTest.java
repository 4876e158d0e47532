package org.salesconsultant.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Json;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Terms;
import org.salesconsultant.warehouse.imports.inbox.Inbox;
import org.salesconsultant.warehouse.imports.inbox.InboxFolder;
import org.salesconsultant.warehouse.imports.inbox.Intake;

/** A real folder, real files and a real warehouse. */
class InboxTest {
    private static final String HEADER = "Order No,Date,SKU,Qty,Price\n";
    private static final Duration QUIET = Duration.ofMillis(1_500);
    /** Longer than a busy machine lets the writer of a file wait. */
    private static final Duration LONG_QUIET = Duration.ofSeconds(5);
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;
    private Path inbox;
    private Warehouse warehouse;
    private Imports imports;
    private final List<Inbox> watching = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        imports = new Imports(new Home(folder), warehouse);
    }

    @AfterEach
    void close() {
        watching.forEach(Inbox::close);
        warehouse.close();
    }

    private void watch(Duration quiet, Intake intake) {
        watching.add(Inbox.watch(new InboxFolder(inbox), quiet, intake));
    }

    private void watch() {
        watch(QUIET);
    }

    private void watch(Duration quiet) {
        watch(quiet, new InboxIntake(imports, new Terms(null, Currency.getInstance("GBP"), false), DataQualityReport.words(new Home(Path.of("")))));
    }

    private static void await(String what, Callable<Boolean> met) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!met.call()) {
            assertTrue(System.nanoTime() < deadline, what + " did not happen");
            Thread.sleep(50);
        }
    }

    private void awaitFile(String path) throws Exception {
        await(path, () -> Files.exists(inbox.resolve(path)));
    }

    private String text(String path) throws IOException {
        return Files.readString(inbox.resolve(path));
    }

    private String runs() {
        return String.join("; ", imports.runs().stream().map(run -> run.fileName() + " " + run.kept()).toList());
    }

    private long revenue() {
        return warehouse.database().read(handle -> handle.createQuery("SELECT coalesce(sum(amount), 0) / 10000 FROM line").mapTo(Long.class).one());
    }

    @Test
    void aFileComesInAndLiesInDoneWithItsReport() throws Exception {
        Files.writeString(inbox.resolve("orders.csv"), HEADER + "1,2024-01-31,A,2,400\n1,2024-01-31,B,1,x\n");
        watch();
        awaitFile("done/orders.csv");
        assertFalse(Files.exists(inbox.resolve("orders.csv")));
        assertEquals(800, revenue());
        assertEquals("GBP", warehouse.state().currency());
        assertTrue(text("done/orders.csv.report.txt").contains("is read as order lines") && text("done/orders.csv.report.txt").contains("rows rejected"), text("done/orders.csv.report.txt"));
        var json = Json.MAPPER.readTree(text("done/orders.csv.report.json")).get(0);
        assertEquals("imported 1 1 1", json.get("status").asText() + " " + json.get("run").asLong() + " " + json.at("/report/rows/kept").asLong() + " " + json.at("/report/rows/rejected").asLong());

        Files.copy(inbox.resolve("done/orders.csv"), inbox.resolve("orders.csv"));
        awaitFile("done/orders-2.csv");
        assertTrue(text("done/orders-2.csv.report.txt").contains("was imported already"), text("done/orders-2.csv.report.txt"));
        assertEquals("orders.csv 1", runs());
    }

    /** One writer is slow, one gives its file another name while it writes: neither is taken half. */
    @Test
    void aFileThatIsStillWrittenToIsLeftAlone() throws Exception {
        watch(LONG_QUIET);
        var slow = Files.writeString(inbox.resolve("slow.csv"), HEADER);
        var part = Files.writeString(inbox.resolve("other.csv.part"), HEADER + "900,2024-02-01,B,1,1\n");
        Files.writeString(inbox.resolve(".hidden.csv"), HEADER + "901,2024-02-01,B,1,1\n");
        for (int i = 1; i <= 15; i++) {
            Files.writeString(slow, i + ",2024-01-31,A,1,10\n", StandardOpenOption.APPEND);
            Thread.sleep(400);
            assertEquals("", runs());
        }
        awaitFile("done/slow.csv");
        assertEquals("slow.csv 15", runs());
        assertTrue(Files.exists(part));
        Files.move(part, inbox.resolve("other.csv"), StandardCopyOption.ATOMIC_MOVE);
        awaitFile("done/other.csv");
        assertEquals("slow.csv 15; other.csv 1", runs());
        assertTrue(Files.exists(inbox.resolve(".hidden.csv")));
    }

    /** Two exports of the same order, the older with the later name: the newer stands. The file between them is none. */
    @Test
    void theOldestComesFirstAndABadFileStopsNobody() throws Exception {
        var now = Instant.now();
        var older = Files.writeString(inbox.resolve("z.csv"), HEADER + "1,2024-01-31,A,1,10\n");
        var bad = Files.write(inbox.resolve("photo.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2, 3});
        var newer = Files.writeString(inbox.resolve("a.csv"), HEADER + "1,2024-01-31,A,3,10\n");
        Files.setLastModifiedTime(older, FileTime.from(now.minusSeconds(300)));
        Files.setLastModifiedTime(bad, FileTime.from(now.minusSeconds(200)));
        Files.setLastModifiedTime(newer, FileTime.from(now.minusSeconds(100)));
        watch();
        awaitFile("done/a.csv");
        assertEquals("z.csv 1; a.csv 1", runs());
        assertEquals(30, revenue());
        assertTrue(text("refused/photo.xlsx.report.txt").contains("photo.xlsx"), text("refused/photo.xlsx.report.txt"));
        assertEquals("failed", Json.MAPPER.readTree(text("refused/photo.xlsx.report.json")).at("/0/status").asText());

        var out = new StringWriter();
        new ImportHistory(imports, Optional.of(new InboxFolder(inbox)), new PrintWriter(out), new PrintWriter(out)).list();
        assertTrue(out.toString().contains("z.csv") && out.toString().contains("Refused in the inbox: " + inbox.resolve("refused/photo.xlsx") + ", see photo.xlsx.report.txt"), out.toString());
    }

    /** What was killed before the file was put away is found again; its rows are not brought twice. */
    @Test
    void aRestartGoesOnWhereTheLastOneEnded() throws Exception {
        var came = Files.writeString(inbox.resolve("came.csv"), HEADER + "1,2024-01-31,A,1,10\n");
        imports.run(imports.plan(came, null, null).getFirst(), new Terms(null, null, false), any -> {});
        watch();
        watching.getFirst().close();
        Files.writeString(inbox.resolve("next.csv"), HEADER + "2,2024-01-31,A,1,20\n");
        Thread.sleep(QUIET.toMillis() + 1_500);
        assertTrue(Files.exists(came) && Files.exists(inbox.resolve("next.csv")), "nobody watches");
        watch();
        awaitFile("done/came.csv");
        awaitFile("done/next.csv");
        assertEquals("came.csv 1; next.csv 1", runs());
        assertEquals(30, revenue());
    }

    /** 3 April or 4 March: nobody is there to be asked. Once a person has taken such a file, the next one is no question. */
    @Test
    void aFileThatLeavesAQuestionOpenIsRefusedUntilAPersonHasAnsweredIt() throws Exception {
        var first = Files.writeString(inbox.resolve("first.csv"), HEADER + "1,03/04/2024,A,1,10\n");
        watch();
        awaitFile("refused/first.csv");
        assertEquals("", runs());
        assertTrue(text("refused/first.csv.report.txt").contains("leaves something open. Every date can be read as day/month or month/day"), text("refused/first.csv.report.txt"));
        imports.run(imports.plan(inbox.resolve("refused/first.csv"), null, null).getFirst(), new Terms(null, null, false), any -> {});
        Files.writeString(inbox.resolve("second.csv"), HEADER + "2,05/04/2024,A,1,20\n");
        awaitFile("done/second.csv");
        assertEquals("2024-04-03 2024-04-05", warehouse.state().firstDay() + " " + warehouse.state().newestDay());
        assertFalse(Files.exists(first));
    }

    /** The order with fewer lines than stand is left out, and how to take it is told. */
    @Test
    void ordersThatAreHeldBackStayOut() throws Exception {
        Files.writeString(inbox.resolve("all.csv"), HEADER + "1,2024-01-31,A,1,10\n1,2024-01-31,B,1,10\n");
        watch();
        awaitFile("done/all.csv");
        Files.writeString(inbox.resolve("less.csv"), HEADER + "1,2024-01-31,A,9,10\n2,2024-01-31,A,1,5\n");
        awaitFile("done/less.csv");
        assertEquals(25, revenue());
        assertTrue(text("done/less.csv.report.txt").contains("take them with: import --replace less.csv"), text("done/less.csv.report.txt"));
        Files.writeString(inbox.resolve("least.csv"), HEADER + "1,2024-01-31,A,7,10\n");
        awaitFile("refused/least.csv");
        assertEquals(25, revenue());
        assertTrue(text("refused/least.csv.report.txt").contains("to take them write import --replace"), text("refused/least.csv.report.txt"));
    }

    /** Whatever passes keeps the file where it is, and the others go on. */
    @Test
    void whatIsNoFaultOfTheFileLeavesItForLater() throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        Files.writeString(inbox.resolve("a.csv"), HEADER);
        Files.writeString(inbox.resolve("b.csv"), HEADER);
        watch(QUIET, file -> {
            asked.add(file.getFileName().toString());
            return new Intake.Taken(asked.size() == 1 ? Intake.Verdict.LATER : Intake.Verdict.CAME_IN, "", "", "[]");
        });
        await("the second file", () -> Files.exists(inbox.resolve("done/b.csv")) || Files.exists(inbox.resolve("done/a.csv")));
        Thread.sleep(3_000);
        assertEquals(2, asked.size());
        assertTrue(Files.exists(inbox.resolve(asked.getFirst())));
    }

    /** A sheet of remarks beside one of orders does not keep these out. */
    @Test
    void aSheetThatIsNotUnderstoodIsLeftOutAndTold() throws Exception {
        try (var out = Files.newOutputStream(inbox.resolve("book.xlsx")); var book = new Workbook(out, "test", "1.0")) {
            var notes = book.newWorksheet("Wine list");
            var orders = book.newWorksheet("Orders");
            for (int row = 0; row < 9; row++) {
                sheet(notes, row, row == 0 ? List.of("Grape", "Cellar", "Aroma") : List.of("Riesling", "K" + row, "peach"));
                sheet(orders, row, row == 0 ? List.of("Order No", "Date", "SKU", "Qty", "Price") : List.of("" + row, "2024-01-" + (10 + row), "A", "1", "10"));
            }
        }
        watch();
        awaitFile("done/book.xlsx");
        assertEquals("book.xlsx, sheet \"Orders\" 8", runs());
        assertTrue(text("done/book.xlsx.report.txt").contains("Left out: book.xlsx, sheet \"Wine list\" looks like none of "), text("done/book.xlsx.report.txt"));
    }

    private static void sheet(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(row, i, cells.get(i));
        }
    }
}
