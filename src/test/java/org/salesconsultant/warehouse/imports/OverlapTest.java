package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.Imports.Result;

/** Exports that overlap, rows that are mended, runs that are taken back. */
class OverlapTest extends IntoAnEmptyWarehouse {
    private static final String HEADER = "Order No,Date,SKU,Qty,Price,Customer\n";
    private static final String A = "1,2024-01-01,L,1,5,Ann\n1,2024-01-01,M,1,5,Ann\n2,2024-01-02,L,1,7,Bob\n";

    private Result run(String name, String rows, boolean replace) throws IOException {
        return run(name, rows, "file", replace);
    }

    private Result run(String name, String rows, String source, boolean replace) throws IOException {
        var plan = imports.plan(Files.writeString(folder.resolve(name), rows), null, null).getFirst();
        return imports.run(plan, new Terms(source, null, replace), any -> {});
    }

    private Result.Imported imported(String name, String rows, boolean replace) throws IOException {
        return assertInstanceOf(Result.Imported.class, run(name, rows, replace));
    }

    private String lines() {
        return warehouse.database().read(handle -> String.join("; ", handle.createQuery("""
                SELECT orders.number || ' ' || code || ' ' || (line.quantity / 10000) || ' x ' || (unit_price / 10000)
                FROM line JOIN orders USING (order_key) JOIN product USING (product_key) ORDER BY orders.number, code, unit_price""").mapTo(String.class).list()));
    }

    private long number(String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String rejected(long run) throws IOException {
        var out = new StringWriter();
        imports.writeRejected(run, out);
        return out.toString();
    }

    @Test
    void anOrderWithFewerLinesThanStandIsHeldBackUntilAPersonTakesIt() throws IOException {
        imported("a.csv", HEADER + A, false);
        var newer = HEADER + "1,2024-01-01,L,9,5,Ann\n2,2024-01-02,L,1,8,Bob\n3,2024-01-03,L,1,1,Cid\n";
        var second = imported("b.csv", newer, false);
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 2 L 1 x 8; 3 L 1 x 1", lines());
        assertEquals(new ImportReport.Rows(3, 2, 1, Map.of("held_back", 1L)), second.report().rows());
        assertEquals(1L, second.report().figure("held back, with fewer lines than stand").orElseThrow());
        assertEquals(1L, second.report().figure("replaced by their newer copies").orElseThrow());
        assertEquals("Order No,Date,SKU,Qty,Price,Customer,import_run,import_row,rejected_as,rejected_because\r\n1,2024-01-01,L,9,5,Ann,2,1,held_back,"
                + "Order 1 has fewer lines here (1) than the copy that stands (2).\r\n", rejected(2));

        assertEquals(1, assertInstanceOf(Result.KnownAlready.class, run("b.csv", newer, false)).heldBack());
        var taken = imported("b.csv", newer, true);
        assertEquals("1 L 9 x 5; 2 L 1 x 8; 3 L 1 x 1", lines());
        assertEquals(new ImportReport.Rows(1, 1, 0, Map.of()), taken.report().rows());
        assertInstanceOf(Result.KnownAlready.class, run("b.csv", newer, true));

        assertEquals("Take that back first: import --undo 3.", assertThrows(UserError.class, () -> imports.takeBack(2, () -> {})).hint());
        imports.takeBack(3, () -> {});
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 2 L 1 x 8; 3 L 1 x 1", lines());
        imports.takeBack(2, () -> {});
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 2 L 1 x 7", lines());
        assertEquals(2, number("SELECT count(*) FROM customer"));
        assertEquals(4, imported("b.csv", newer, false).run(), "numbers are not given twice");
    }

    @Test
    void linesOfOneOrderMayStandFarApartInAFile() throws IOException {
        imported("a.csv", HEADER + A, false);
        imported("b.csv", HEADER + "1,2024-01-01,L,2,5,Ann\n2,2024-01-02,L,2,7,Bob\n1,2024-01-01,M,2,5,Ann\n", false);
        assertEquals("1 L 2 x 5; 1 M 2 x 5; 2 L 2 x 7", lines());
    }

    @Test
    void otherSourcesHaveOrdersOfTheirOwn() throws IOException {
        imported("a.csv", HEADER + A, false);
        run("b.csv", HEADER + "1,2024-01-01,X,1,5,Zoe\n", "shop", false);
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 1 X 1 x 5; 2 L 1 x 7", lines());
        assertEquals(3, number("SELECT count(DISTINCT number_key) FROM orders"));
    }

    @Test
    void anotherSystemWithTheSameNumbersIsWarnedOf() throws IOException {
        imported("a.csv", HEADER + A, false);
        var strange = imported("b.csv", HEADER + "1,2024-03-01,X,1,5,Zoe\n1,2024-03-01,Y,1,5,Zoe\n2,2024-03-02,Z,1,7,Yan\n", false);
        assertTrue(strange.report().readings().getFirst().contains("import --undo 2 and import it with --source NAME"), strange.report().readings().toString());
        imports.takeBack(2, () -> {});
        var newer = imported("c.csv", HEADER + A.replace(",7,", ",8,"), false);
        assertEquals(List.of(), newer.report().readings());
    }

    /** The row that could not be read joins the two lines of its order; the row that still cannot be read stays out. */
    @Test
    void aMendedRowJoinsTheOrderItBelongsTo() throws IOException {
        var first = imported("a.csv", HEADER + A + "1,2024-01-01,N,one,5,Ann\n2,2024-01-35,N,1,5,Bob\n4,2024-01-04,N,none,5,Dan\n", false);
        assertEquals(3, first.report().rows().rejected());
        var mended = rejected(1).replace("N,one,5", "N,1,5").replace("N,none,5", "N,4,5");
        var second = imported("mended.csv", mended, false);
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 1 N 1 x 5; 2 L 1 x 7; 4 N 4 x 5", lines());
        assertEquals(new ImportReport.Rows(3, 2, 1, Map.of("unreadable_date", 1L)), second.report().rows());
        assertEquals(3, number("SELECT count(DISTINCT number_key) FROM orders"));
        assertEquals(3, rejected(1).lines().count() + 1, "a header and the one row that is still out");

        var again = assertThrows(UserError.class, () -> run("again.csv", mended + "\r\n", false));
        assertTrue(again.message().contains("mended_already: 2"), again.message());
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 1 N 1 x 5; 2 L 1 x 7; 4 N 4 x 5", lines());
        imports.takeBack(2, () -> {});
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 2 L 1 x 7", lines());
        assertEquals(4, rejected(1).lines().count());
        imports.takeBack(1, () -> {});
        assertEquals("", lines());
    }

    /** Order 1 came complete with a newer export: its mended row must not be counted on top. */
    @Test
    void aMendedRowOfAnOrderThatWasReplacedSinceStaysOut() throws IOException {
        imported("a.csv", HEADER + A + "1,2024-01-01,N,one,5,Ann\n2,2024-01-02,N,one,5,Bob\n", false);
        var mended = rejected(1).replace("N,one,5", "N,1,5");
        imported("b.csv", HEADER + "1,2024-01-01,L,1,5,Ann\n1,2024-01-01,M,1,5,Ann\n1,2024-01-01,N,1,5,Ann\n", false);
        var third = imported("mended.csv", mended, false);
        assertEquals("1 L 1 x 5; 1 M 1 x 5; 1 N 1 x 5; 2 L 1 x 7; 2 N 1 x 5", lines());
        assertEquals(Map.of("replaced_since", 1L), third.report().rows().rejectedByReason());
    }

    @Test
    void whatCannotBeTakenBackIsSaid() {
        var unknown = assertThrows(UserError.class, () -> imports.takeBack(7, () -> {}));
        assertEquals("There is no import 7. See which there are with import --list.", unknown.message() + " " + unknown.hint());
    }
}
