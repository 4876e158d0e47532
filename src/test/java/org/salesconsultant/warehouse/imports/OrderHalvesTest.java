package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.Imports.Result;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/** Headers and details of orders that come apart: newer copies of each, taken and taken back. */
class OrderHalvesTest {
    private static final String HEADERS = "Order No,Order Date,Customer,Sales Rep,Document Type,Freight\n";
    private static final String DETAILS = "Order No,SKU,Product Name,Qty,Unit Price\n";
    private static final int STEPS = 14;

    @TempDir Path folder;
    private Warehouse warehouse;
    private Imports imports;
    private int files;

    @BeforeEach
    void open() {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        imports = new Imports(new Home(Path.of("")), warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private ImportPlan plan(Imports into, FileKind kind, String rows) throws IOException {
        var text = (kind == FileKind.ORDER_HEADERS ? HEADERS : DETAILS) + rows;
        return into.plan(Files.writeString(folder.resolve(kind.word() + files++ + ".csv"), text), null, kind).getFirst();
    }

    private Result.Imported bring(FileKind kind, boolean replace, String rows) throws IOException {
        return assertInstanceOf(Result.Imported.class, imports.run(plan(imports, kind, rows), new Terms("file", null, replace), any -> {}));
    }

    private Result.Imported headers(String rows) throws IOException {
        return bring(FileKind.ORDER_HEADERS, false, rows);
    }

    private Result.Imported details(String rows) throws IOException {
        return bring(FileKind.ORDER_DETAILS, false, rows);
    }

    private void undo(Result.Imported imported) {
        imports.takeBack(imported.run(), () -> {});
    }

    /** Each line as number, day, customer, rep, product, kind and amount. */
    private String lines() {
        return warehouse.database().read(handle -> String.join("; ", handle.createQuery("""
                SELECT orders.number || ' ' || date || ' ' || coalesce(customer.name, '-') || ' ' || coalesce(rep.name, '-') || ' ' || product.code || ' '
                  || CASE kind WHEN 0 THEN 'sale' WHEN 1 THEN 'return' ELSE 'adjustment' END || ' ' || (amount / 10000)
                FROM line JOIN orders USING (order_key) JOIN product USING (product_key) JOIN calendar ON calendar.day = line.day
                LEFT JOIN customer ON customer.customer_key = line.customer_key LEFT JOIN rep ON rep.rep_key = line.rep_key
                ORDER BY orders.number, product.code, amount""").mapTo(String.class).list()));
    }

    private long number(String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void aNewerHeaderChangesTheOrderThatIsMade() throws IOException {
        headers("1,2024-01-05,Ann,Omar,Invoice,\n2,2024-01-06,Bob,Ines,Invoice,3\n");
        details("1,A,Lamp,2,10\n1,B,Desk,1,50\n2,A,Lamp,1,10\n");
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50; 2 2024-01-06 Bob Ines A sale 10; 2 2024-01-06 Bob Ines FREIGHT sale 3", lines());
        var newer = headers("1,2024-02-07,Cid,Ines,Credit note,4\n2,2024-01-06,Bob,Ines,Invoice,5\n");
        assertEquals("1 2024-02-07 Cid Ines A return -20; 1 2024-02-07 Cid Ines B return -50; 1 2024-02-07 Cid Ines FREIGHT return -4; "
                + "2 2024-01-06 Bob Ines A sale 10; 2 2024-01-06 Bob Ines FREIGHT sale 5", lines());
        assertEquals(-59, number("SELECT sum(revenue) / 10000 FROM orders"));
        assertEquals(74, number("SELECT sum(returns_value) / 10000 FROM orders"));
        assertEquals(2L, newer.report().figure("of these known, and something changed").orElseThrow());
        assertEquals(0, number("SELECT count(*) FROM customer WHERE name = 'Ann' AND first_sale_day IS NOT NULL"));
        undo(newer);
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50; 2 2024-01-06 Bob Ines A sale 10; 2 2024-01-06 Bob Ines FREIGHT sale 3", lines());
        assertEquals(83, number("SELECT sum(revenue) / 10000 FROM orders"));
    }

    /** A piece that came back in an invoice stays one that came back when the invoice turns out to be a credit note, and back again. */
    @Test
    void aReturnStaysAReturnWhateverItsHeaderSays() throws IOException {
        headers("1,2024-01-05,Ann,Omar,Invoice,\n");
        details("1,A,Lamp,-2,10\n1,B,Desk,1,50\n");
        var newer = headers("1,2024-01-05,Ann,Omar,Credit note,\n");
        assertEquals("1 2024-01-05 Ann Omar A return -20; 1 2024-01-05 Ann Omar B return -50", lines());
        undo(newer);
        assertEquals("1 2024-01-05 Ann Omar A return -20; 1 2024-01-05 Ann Omar B sale 50", lines());
    }

    /** The freight is the header's and no line of the file: two lines are not fewer than two and the freight. */
    @Test
    void aNewerCopyOfDetailsWithFewerRowsIsHeldBack() throws IOException {
        headers("1,2024-01-05,Ann,Omar,Invoice,3\n2,2024-01-06,Bob,Ines,Invoice,\n");
        details("1,A,Lamp,2,10\n1,B,Desk,1,50\n2,A,Lamp,1,10\n");
        var second = details("1,A,Lamp,9,10\n2,A,Lamp,4,10\n");
        assertEquals(Map.of("held_back", 1L), second.report().rows().rejectedByReason());
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50; 1 2024-01-05 Ann Omar FREIGHT sale 3; 2 2024-01-06 Bob Ines A sale 40", lines());
        var same = details("1,A,Lamp,5,10\n1,B,Desk,5,50\n");
        assertEquals("1 2024-01-05 Ann Omar A sale 50; 1 2024-01-05 Ann Omar B sale 250; 1 2024-01-05 Ann Omar FREIGHT sale 3; 2 2024-01-06 Bob Ines A sale 40", lines());
        var taken = bring(FileKind.ORDER_DETAILS, true, "1,A,Lamp,7,10\n");
        assertEquals("1 2024-01-05 Ann Omar A sale 70; 1 2024-01-05 Ann Omar FREIGHT sale 3; 2 2024-01-06 Bob Ines A sale 40", lines());
        undo(same);
        undo(taken);
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50; 1 2024-01-05 Ann Omar FREIGHT sale 3; 2 2024-01-06 Bob Ines A sale 40", lines());
        undo(second);
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50; 1 2024-01-05 Ann Omar FREIGHT sale 3; 2 2024-01-06 Bob Ines A sale 10", lines());
    }

    /** Also while no header has come; and the older copy is there when the newer one goes. */
    @Test
    void detailsThatWaitAreCopiesToo() throws IOException {
        details("1,A,Lamp,2,10\n1,B,Desk,1,50\n");
        var second = assertInstanceOf(UserError.class, thrown(() -> details("1,A,Lamp,9,10\n")));
        assertTrue(second.message().contains("held_back: 1"), second.message());
        var third = bring(FileKind.ORDER_DETAILS, true, "1,A,Lamp,9,10\n");
        assertEquals(1L, third.report().figure("detail rows that wait for their order headers").orElseThrow());
        var header = headers("1,2024-01-05,Ann,Omar,Invoice,\n");
        assertEquals("1 2024-01-05 Ann Omar A sale 90", lines());
        undo(third);
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50", lines());
        undo(header);
        assertEquals("", lines());
        headers("1,2024-03-05,Bob,Omar,Invoice,\n");
        assertEquals("1 2024-03-05 Bob Omar A sale 20; 1 2024-03-05 Bob Omar B sale 50", lines());
    }

    /** The row that was mended belongs to the copy that lacked it, before its header comes and after. */
    @Test
    void aMendedDetailJoinsItsOrder() throws IOException {
        details("1,A,Lamp,2,10\n1,B,Desk,one,50\n");
        var out = new StringWriter();
        imports.writeRejected(1, out);
        var mended = Files.writeString(folder.resolve("mended.csv"), out.toString().replace("one", "1"));
        imports.run(imports.plan(mended, null, null).getFirst(), new Terms(null, null, false), any -> {});
        headers("1,2024-01-05,Ann,Omar,Invoice,3\n");
        assertEquals("1 2024-01-05 Ann Omar A sale 20; 1 2024-01-05 Ann Omar B sale 50; 1 2024-01-05 Ann Omar FREIGHT sale 3", lines());
        details("1,A,Lamp,3,10\n1,B,Desk,3,50\n");
        assertEquals("1 2024-01-05 Ann Omar A sale 30; 1 2024-01-05 Ann Omar B sale 150; 1 2024-01-05 Ann Omar FREIGHT sale 3", lines());
    }

    /** A daily export says of most orders what the last one said. The older one taken back leaves what the newer one says too. */
    @Test
    void whatTwoRunsSayStandsWhenOneIsTakenBack() throws IOException {
        var first = headers("1,2024-01-05,Ann,Omar,Invoice,\n2,2024-01-06,Bob,Ines,Invoice,\n");
        details("1,A,Lamp,2,10\n2,A,Lamp,1,10\n");
        var second = headers("1,2024-01-05,Ann,Omar,Invoice,\n");
        assertEquals(1L, second.report().figure("order headers").orElseThrow());
        undo(first);
        assertEquals("1 2024-01-05 Ann Omar A sale 20", lines());
        undo(second);
        assertEquals("", lines());
    }

    private static Throwable thrown(org.junit.jupiter.api.function.Executable work) {
        return org.junit.jupiter.api.Assertions.assertThrows(Throwable.class, work);
    }

    /** A header or the details of one order as one run brought them. */
    private record Copy(long run, List<String> rows) {}

    /** Random imports of both halves and undos over few numbers: the star is always that of a fresh import of what should stand. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatStandsIsWhatAFreshImportOfItMakes(int seed) throws IOException {
        var random = new Random(seed);
        var headers = new TreeMap<String, List<Copy>>();
        var details = new TreeMap<String, List<Copy>>();
        var runs = new ArrayList<Long>();
        for (int step = 0; step < STEPS; step++) {
            if (runs.size() > 1 && random.nextInt(3) == 0) {
                long run = runs.remove(random.nextInt(runs.size()));
                imports.takeBack(run, () -> {});
                headers.values().forEach(pile -> pile.removeIf(copy -> copy.run() == run));
                details.values().forEach(pile -> pile.removeIf(copy -> copy.run() == run));
            } else if (random.nextBoolean()) {
                take(runs, headers, FileKind.ORDER_HEADERS, headers(random, step), true);
            } else {
                take(runs, details, FileKind.ORDER_DETAILS, details(random), random.nextInt(4) == 0);
            }
            var expected = fresh(headers, details, seed + "-" + step);
            var found = RandomHistoryTest.state(warehouse);
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(String.join("\n", expected.get(i)), String.join("\n", found.get(i)), "seed " + seed + ", step " + step + ", query " + i);
            }
            assertEquals(0, number("SELECT count(*) FROM pragma_foreign_key_check"));
        }
        Collections.shuffle(runs, random);
        runs.forEach(run -> imports.takeBack(run, () -> {}));
        for (var table : List.of("line", "orders", "replaced_line", "replaced_orders", "waiting_detail", "order_header", "customer", "product", "product_description", "rep", "calendar",
                "import_run", "member_change")) {
            assertEquals(0, number("SELECT count(*) FROM " + table), table + " when all is taken back");
        }
    }

    private void take(List<Long> runs, Map<String, List<Copy>> piles, FileKind kind, Map<String, List<String>> orders, boolean replace) throws IOException {
        var accepted = orders.entrySet().stream().filter(order -> {
            var pile = piles.getOrDefault(order.getKey(), List.of());
            return replace || pile.isEmpty() || order.getValue().size() >= pile.getLast().rows().size();
        }).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try {
            var imported = bring(kind, replace, String.join("\n", orders.values().stream().flatMap(List::stream).toList()) + "\n");
            runs.add(imported.run());
            accepted.forEach((number, rows) -> piles.computeIfAbsent(number, any -> new ArrayList<>()).add(new Copy(imported.run(), rows)));
        } catch (UserError e) {
            assertTrue(accepted.isEmpty(), e.message());
        }
    }

    private List<List<String>> fresh(Map<String, List<Copy>> headers, Map<String, List<Copy>> details, String name) throws IOException {
        try (var other = Warehouse.open(folder.resolve(name).resolve("warehouse.db"), false)) {
            var into = new Imports(new Home(Path.of("")), other);
            for (var kind : List.of(FileKind.ORDER_HEADERS, FileKind.ORDER_DETAILS)) {
                var rows = (kind == FileKind.ORDER_HEADERS ? headers : details).values().stream().filter(pile -> !pile.isEmpty()).flatMap(pile -> pile.getLast().rows().stream()).toList();
                if (!rows.isEmpty()) {
                    into.run(plan(into, kind, String.join("\n", rows) + "\n"), "file", null, any -> {});
                }
            }
            return RandomHistoryTest.state(other);
        }
    }

    /** Every version differs from all others in its minute and says everything, so that none hides behind another. */
    private static Map<String, List<String>> headers(Random random, int step) {
        var orders = new LinkedHashMap<String, List<String>>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            var number = String.valueOf(100 + random.nextInt(9));
            orders.putIfAbsent(number, List.of("%s,2024-01-%02d %02d:%02d,Customer %d,Rep %c,%s,%d".formatted(number, 1 + random.nextInt(28), 8 + step % 12, Integer.parseInt(number) % 60,
                    random.nextInt(4), 'A' + random.nextInt(3), random.nextInt(4) == 0 ? "Credit note" : "Invoice", random.nextInt(3))));
        }
        return orders;
    }

    private static Map<String, List<String>> details(Random random) {
        var orders = new LinkedHashMap<String, List<String>>();
        int count = 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            var number = String.valueOf(100 + random.nextInt(9));
            var rows = new ArrayList<String>();
            int size = 1 + random.nextInt(3);
            for (int row = 0; row < size; row++) {
                int product = random.nextInt(5);
                rows.add("%s,P%d,%s %d,%d,%d.50".formatted(number, product, random.nextBoolean() ? "Lamp" : "Red lamp", product, random.nextInt(6) == 0 ? -1 : 1 + random.nextInt(5),
                        1 + random.nextInt(9)));
            }
            orders.putIfAbsent(number, rows);
        }
        return orders;
    }
}
