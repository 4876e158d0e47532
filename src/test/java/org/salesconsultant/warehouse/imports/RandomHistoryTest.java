package org.salesconsultant.warehouse.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.imports.Imports.Result;

/**
 * Random histories of imports, imports with {@code --replace} and undos, over few order numbers so that they overlap all the time.
 * After each step the star has to be the one that a warehouse has into which just the copies that should stand were imported. What
 * should stand is told by a model of a few lines: a pile of copies for each number.
 */
class RandomHistoryTest {
    private static final String HEADER = "Order No,Date,SKU,Description,Category,Qty,Price,Customer,Country,Rep\n";
    private static final int STEPS = 14;

    /** Everything a query can see, by what people call it and not by keys. */
    private static final List<String> STATE = List.of(
            """
            SELECT orders.source, orders.number, orders.day, orders.minute, product.code, product.name, product.category, product.item, line.kind, line.fee,
              line.quantity, line.unit_price, line.discount, line.amount, line.margin, customer.code, country.name, region.name, rep.name,
              orders.customer_key IS line.customer_key, orders.country_key IS line.country_key, orders.rep_key IS line.rep_key, orders.day = line.day
            FROM line JOIN orders USING (order_key) LEFT JOIN product USING (product_key) LEFT JOIN customer ON customer.customer_key = line.customer_key
            LEFT JOIN country ON country.country_key = line.country_key LEFT JOIN region ON region.region_key = line.region_key
            LEFT JOIN rep ON rep.rep_key = line.rep_key
            ORDER BY 2, 5, 11, 12, 14, 1, 3, 4, 16, 17, 19""",
            """
            SELECT source, number, count(DISTINCT number_key), sum(lines), sum(sale_lines), sum(return_lines), sum(revenue), sum(gross_revenue),
              sum(returns_value), sum(units_sold), sum(units), sum(discount), sum(costed_amount), sum(margin)
            FROM orders GROUP BY source, number ORDER BY source, number""",
            """
            SELECT customer.code, customer.name, country.name, region.name, rep.name, first_sale_day, last_sale_day
            FROM customer LEFT JOIN country USING (country_key) LEFT JOIN region ON region.region_key = customer.region_key
            LEFT JOIN rep ON rep.rep_key = customer.rep_key WHERE customer_key IN (SELECT customer_key FROM orders) ORDER BY 1""",
            "SELECT code, name, category, item, unit_cost, list_price FROM product WHERE product_key IN (SELECT product_key FROM line) ORDER BY code",
            "SELECT product.code, description, sale_lines, lines FROM product_description JOIN product USING (product_key) WHERE lines > 0 ORDER BY 1, 2",
            "SELECT date, week, month FROM calendar WHERE day BETWEEN (SELECT min(day) FROM orders) AND (SELECT max(day) FROM orders) ORDER BY 1",
            "SELECT name, value FROM warehouse_setting WHERE name IN ('first_day', 'newest_day', 'lines') ORDER BY name");

    @TempDir Path folder;

    /** A copy of one order as one run brought it. */
    private record Copy(long run, List<String> lines) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatStandsIsWhatAFreshImportOfItMakes(int seed) throws IOException {
        var random = new Random(seed);
        var piles = new TreeMap<String, List<Copy>>();
        var runs = new ArrayList<Long>();
        try (var warehouse = Warehouse.open(folder.resolve("warehouse.db"), false)) {
            var imports = new Imports(new Home(Path.of("")), warehouse);
            for (int step = 0; step < STEPS; step++) {
                if (!runs.isEmpty() && random.nextInt(3) == 0) {
                    long run = runs.remove(random.nextInt(runs.size()));
                    imports.takeBack(run, () -> {});
                    piles.values().forEach(pile -> pile.removeIf(copy -> copy.run() == run));
                } else {
                    boolean replace = random.nextInt(4) == 0;
                    var orders = orders(random);
                    take(imports, piles, runs, orders, replace, step);
                }
                var expected = fresh(piles, seed + "-" + step);
                var found = state(warehouse);
                for (int i = 0; i < STATE.size(); i++) {
                    assertEquals(String.join("\n", expected.get(i)), String.join("\n", found.get(i)), "seed " + seed + ", step " + step + ", " + STATE.get(i));
                }
                assertEquals("ok", one(warehouse, "PRAGMA integrity_check"));
                assertEquals(0, number(warehouse, "SELECT count(*) FROM pragma_foreign_key_check"));
            }
            assertTrue(number(warehouse, "SELECT count(*) FROM undone_run") > 0);
            Collections.shuffle(runs, random);
            runs.forEach(run -> imports.takeBack(run, () -> {}));
            for (var table : List.of("line", "orders", "replaced_line", "replaced_orders", "customer", "product", "product_description", "country", "rep",
                    "calendar", "rejected_row", "import_run", "member_change")) {
                assertEquals(0, number(warehouse, "SELECT count(*) FROM " + table), table + " when all is taken back");
            }
        }
    }

    private void take(Imports imports, Map<String, List<Copy>> piles, List<Long> runs, Map<String, List<String>> orders, boolean replace, int step)
            throws IOException {
        var accepted = new LinkedHashMap<String, List<String>>();
        orders.forEach((number, lines) -> {
            var pile = piles.getOrDefault(number, List.of());
            if (replace || pile.isEmpty() || lines.size() >= pile.getLast().lines().size()) {
                accepted.put(number, lines);
            }
        });
        var plan = imports.plan(file("step" + step, orders.values().stream().flatMap(List::stream).toList()), null, null).getFirst();
        try {
            var imported = (Result.Imported) imports.run(plan, new Terms("file", null, replace), bytes -> {});
            assertEquals(accepted.values().stream().mapToLong(List::size).sum(), imported.report().rows().kept());
            assertEquals(orders.values().stream().mapToLong(List::size).sum(), imported.report().rows().read());
            runs.add(imported.run());
            accepted.forEach((number, lines) -> piles.computeIfAbsent(number, any -> new ArrayList<>()).add(new Copy(imported.run(), lines)));
        } catch (UserError e) {
            assertTrue(accepted.isEmpty(), e.message());
        }
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), HEADER + String.join("\n", lines) + "\n");
    }

    private List<List<String>> fresh(Map<String, List<Copy>> piles, String name) throws IOException {
        var lines = new ArrayList<String>();
        piles.values().stream().filter(pile -> !pile.isEmpty()).forEach(pile -> lines.addAll(pile.getLast().lines()));
        try (var warehouse = Warehouse.open(folder.resolve(name).resolve("warehouse.db"), false)) {
            if (lines.isEmpty()) {
                warehouse.database().write(handle -> handle.execute("INSERT INTO warehouse_setting VALUES ('lines', '0')"));
            } else {
                var imports = new Imports(new Home(Path.of("")), warehouse);
                imports.run(imports.plan(file("fresh", lines), null, null).getFirst(), "file", null, any -> {});
            }
            return state(warehouse);
        }
    }

    static List<List<String>> state(Warehouse warehouse) {
        return warehouse.database().read(handle -> STATE.stream().map(query -> handle.createQuery(query).map((row, context) -> {
            var cells = new ArrayList<String>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                cells.add(row.getString(i));
            }
            return cells.toString();
        }).list()).toList());
    }

    /** Three to eight orders of one to four lines each; what a customer's country is hangs on the order, so that the newest decides. */
    private static Map<String, List<String>> orders(Random random) {
        var orders = new LinkedHashMap<String, List<String>>();
        int count = 3 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            var number = String.valueOf(100 + random.nextInt(12));
            int day = 1 + random.nextInt(28);
            int time = 600 + Integer.parseInt(number);
            var customer = random.nextInt(5) == 0 ? "" : "C" + random.nextInt(6);
            var country = random.nextInt(3) == 0 ? "" : List.of("France", "Spain", "Japan").get(random.nextInt(3));
            var rep = random.nextInt(3) == 0 ? "" : "Rep " + (char) ('A' + random.nextInt(3));
            var lines = new ArrayList<String>();
            int size = 1 + random.nextInt(4);
            for (int line = 0; line < size; line++) {
                int product = random.nextInt(7);
                var description = product == 6 ? List.of("Postage", "Brush").get(random.nextInt(2)) : List.of("Lamp", "Red lamp", "Lamp, red").get(random.nextInt(3)) + " " + product;
                lines.add("%s,2024-01-%02d %02d:%02d,P%d,\"%s\",Cat %d,%d,%d.50,%s,%s,%s".formatted(number, day, time / 60, time % 60, product, description,
                        product % 2, random.nextInt(6) == 0 ? -1 : 1 + random.nextInt(5), random.nextInt(9), customer, country, rep));
            }
            orders.putIfAbsent(number, lines);
        }
        return orders;
    }

    private static String one(Warehouse warehouse, String sql) {
        return warehouse.database().read(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static long number(Warehouse warehouse, String sql) {
        return Long.parseLong(one(warehouse, sql));
    }
}
