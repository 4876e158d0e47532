package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Facts;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.imports.Imports.Result;
import org.salesconsultant.warehouse.semantic.Fact;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** The same customer under two spellings and two codes: nothing is one before a person says so, and all of it is two again when it is taken back. */
class MergesTest {
    private static final String CUSTOMERS = "Customer ID,Customer Name,Sales Rep,City,Income\nC5,Kettle and Cup Trading Ltd,Ann,Leeds,high\nC17,Kettle & Cup Tradng,Bob,York,low\nC9,Zebra Foods,Bob,Hull,low\n";
    private static final String ORDERS = "Order No,Date,Customer ID,SKU,Qty,Price\n1,2024-01-05,C5,A,1,100\n2,2024-02-05,C17,A,1,30\n3,2024-03-05,C17,B,1,20\n4,2024-03-06,C9,B,1,7\n";

    @TempDir Path folder;
    private Warehouse warehouse;
    private Imports imports;

    @BeforeEach
    void open() throws IOException {
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        imports = new Imports(new Home(Path.of("")), warehouse);
        bring("customers.csv", CUSTOMERS);
        bring("orders.csv", ORDERS);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    private Result.Imported bring(String name, String text) throws IOException {
        return assertInstanceOf(Result.Imported.class, imports.run(imports.plan(Files.writeString(folder.resolve(name), text), null, null).getFirst(), new Terms(null, null, false), any -> {}));
    }

    /** Name, rep, city, orders and revenue of each customer. */
    private static String customers(Handle handle) {
        return String.join("; ", handle.createQuery("""
                SELECT customer.name || ' ' || coalesce(rep.name, '-') || ' ' || city || ' ' || count(DISTINCT number_key) || ' ' || (sum(line.amount) / 10000)
                FROM customer JOIN orders ON orders.customer_key = customer.customer_key JOIN line ON line.order_key = orders.order_key AND line.customer_key = customer.customer_key
                LEFT JOIN rep ON rep.rep_key = orders.rep_key GROUP BY customer.name, rep.name, city ORDER BY 1""").mapTo(String.class).list());
    }

    /** The same on both engines. */
    private String customers() throws InterruptedException {
        var stored = warehouse.database().read(MergesTest::customers);
        try (var columns = Columns.keep(warehouse)) {
            columns.catchUp();
            assertEquals("DuckDB " + stored, warehouse.facts(facts -> facts.engine() + " " + facts.rows().createQuery("""
                    SELECT customer.name || ' ' || coalesce(rep.name, '-') || ' ' || city || ' ' || count(DISTINCT number_key) || ' ' || CAST(sum(line.amount) // 10000 AS BIGINT)
                    FROM customer JOIN orders ON orders.customer_key = customer.customer_key JOIN line ON line.order_key = orders.order_key AND line.customer_key = customer.customer_key
                    LEFT JOIN rep ON rep.rep_key = orders.rep_key GROUP BY customer.name, rep.name, city ORDER BY 1""").mapTo(String.class).list().stream()
                    .collect(Collectors.joining("; "))));
        }
        return stored;
    }

    private static final String APART = "Kettle & Cup Tradng Bob York 2 50; Kettle and Cup Trading Ltd Ann Leeds 1 100; Zebra Foods Bob Hull 1 7";
    private static final String ONE = "Kettle and Cup Trading Ltd Ann Leeds 3 150; Zebra Foods Bob Hull 1 7";

    @Test
    void aMergeIsTakenByItsNumberAndTakenBack() throws IOException, InterruptedException {
        assertEquals(APART, customers());
        var proposal = imports.proposals().getFirst();
        assertEquals(1, imports.proposals().size());
        assertEquals("Kettle and Cup Trading Ltd 1 Ann, Kettle & Cup Tradng 2 Bob", proposal.one().name() + " " + proposal.one().orders() + " " + proposal.one().rep() + ", "
                + proposal.other().name() + " " + proposal.other().orders() + " " + proposal.other().rep());
        var merge = imports.merge(List.of(proposal.number()), () -> {}).getFirst();
        assertEquals("merge of \"Kettle & Cup Tradng\" (C17) into \"Kettle and Cup Trading Ltd\" (C5)", merge.fileName());
        assertEquals(ONE, customers());
        assertEquals(List.of(), imports.proposals());
        assertEquals("There is no open proposal 1.", assertThrows(UserError.class, () -> imports.merge(List.of(1L), () -> {})).message().substring(0, 28));

        imports.unmerge(merge.run(), () -> {});
        assertEquals(APART, customers());
        assertEquals(1, imports.proposals().size());
        assertEquals(List.of("Kettle & Cup Tradng low", "Kettle and Cup Trading Ltd high", "Zebra Foods low"), warehouse.database().read(handle -> handle.createQuery(
                "SELECT customer.name || ' ' || value FROM attribute JOIN customer ON customer_key = member_key WHERE of = 'customer' AND attribute.name = 'income' ORDER BY 1")
                .mapTo(String.class).list()));
        assertEquals(List.of(), warehouse.database().read(handle -> handle.createQuery("SELECT * FROM pragma_foreign_key_check").mapToMap().list()));
        assertEquals("There is no merge 1.", assertThrows(UserError.class, () -> imports.unmerge(1, () -> {})).message());
    }

    /** By code, by name, and in a newer list: the name that stands is not given back to the other spelling. */
    @Test
    void laterFilesMeanTheOneThatStands() throws IOException, InterruptedException {
        var merge = imports.merge(List.of(imports.proposals().getFirst().number()), () -> {}).getFirst();
        bring("more.csv", "Order No,Date,Customer ID,SKU,Qty,Price\n5,2024-04-05,C17,A,1,5\n6,2024-04-06,C4,A,1,2\n");
        bring("names.csv", "Order No,Date,Customer Name,SKU,Qty,Price\n7,2024-04-07,kettle & cup tradng,A,1,4\n");
        bring("customers2.csv", CUSTOMERS.replace("York", "Bath") + "C4,Fourth Ltd,Bob,Hull,low\n");
        var all = "Fourth Ltd Bob Hull 1 2; Kettle and Cup Trading Ltd Ann Leeds 5 159; Zebra Foods Bob Hull 1 7";
        assertEquals(all, customers());
        imports.unmerge(merge.run(), () -> {});
        assertEquals("Fourth Ltd Bob Hull 1 2; Kettle & Cup Tradng Bob York 2 50; Kettle and Cup Trading Ltd Ann Leeds 3 109; Zebra Foods Bob Hull 1 7", customers());
    }

    /** A rep sees whose accounts they are now, and nobody else's. */
    @Test
    void aRepsScopeFollowsTheCustomer() throws IOException {
        var queries = new MetricQueries(SemanticModel.load(new Home(Path.of(""))),
                new Members(SemanticModel.load(new Home(Path.of("")))));
        assertEquals("100 57", scoped(queries, "Ann") + " " + scoped(queries, "Bob"));
        imports.merge(List.of(imports.proposals().getFirst().number()), () -> {});
        assertEquals("150 7", scoped(queries, "Ann") + " " + scoped(queries, "Bob"));
    }

    private long scoped(MetricQueries queries, String rep) {
        var condition = queries.condition(warehouse, Fact.ORDERS, List.of(), null, new RowScope.OfRep(rep));
        return warehouse.facts((Facts facts) -> facts.rows().createQuery("SELECT sum(f.revenue) / 10000 FROM orders f WHERE " + condition.sql()).bindMap(condition.values()).mapTo(Long.class).one());
    }
}
