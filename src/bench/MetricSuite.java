import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.MetricQuery;
import org.salesconsultant.warehouse.semantic.QueryResult;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * 30 usual questions to a warehouse that {@code WarehouseCsv} filled, each asked through {@link MetricQueries} on both engines and
 * then, as the SQL it compiled to, of plain DuckDB and plain sqlite3: medians of 5 warm runs, in milliseconds, and p95 over the
 * suite. The answers of both engines are compared on the way.
 *
 * <p>usage: {@code java -cp "target/sales-consultant.jar:target/lib/*" src/bench/MetricSuite.java DATA [columns]}; with
 * {@code columns} only what is fast at ten million lines.
 */
final class MetricSuite {
    private static final int RUNS = 5;
    private static final double QUANTILE = 0.95;
    private static final Pattern VALUE = Pattern.compile(":(v\\d+|most) = ('(?:[^']|'')*'|-?\\d+)");

    private final Map<String, MetricQuery> queries = new LinkedHashMap<>();

    public static void main(String[] args) throws Exception {
        var suite = new MetricSuite();
        suite.usual();
        suite.run(Path.of(args[0]), args.length == 1);
    }

    private void usual() {
        var month = List.of("month");
        ask("revenue", List.of("revenue"), List.of());
        ask("revenue by month", List.of("revenue"), month);
        ask("revenue by quarter", List.of("revenue"), List.of("quarter"));
        ask("revenue by country", List.of("revenue"), List.of("country"));
        ask("revenue by rep", List.of("revenue"), List.of("rep"));
        ask("revenue by weekday", List.of("revenue"), List.of("weekday"));
        ask("revenue by day, last 90 days", List.of("revenue"), List.of("day"), List.of(), days("2023-10-03", "2024-01-01"), null);
        ask("revenue by month, 2023", List.of("revenue"), month, List.of(), days("2023-01-01", "2024-01-01"), null);
        ask("revenue by month, 2022", List.of("revenue"), month, List.of(), days("2022-01-01", "2023-01-01"), null);
        ask("revenue, top 10 products", List.of("revenue"), List.of("product"), List.of(), null, 10);
        ask("units, top 10 products of 2023", List.of("units_sold"), List.of("product"), List.of(), days("2023-01-01", "2024-01-01"), 10);
        ask("revenue by category", List.of("revenue"), List.of("category"));
        ask("revenue by category and year", List.of("revenue"), List.of("category", "year"));
        ask("revenue by category, Germany in 2023", List.of("revenue"), List.of("category"), is("country", "Germany"),
                days("2023-01-01", "2024-01-01"), null);
        ask("revenue, top 10 customers", List.of("revenue"), List.of("customer"), List.of(), null, 10);
        ask("orders", List.of("orders"), List.of());
        ask("orders by month", List.of("orders"), month);
        ask("orders by country", List.of("orders"), List.of("country"));
        ask("orders, top 10 products", List.of("orders"), List.of("product"), List.of(), null, 10);
        ask("orders by category", List.of("orders"), List.of("category"));
        ask("customers", List.of("customers"), List.of());
        ask("customers by month", List.of("customers"), month);
        ask("customers by country", List.of("customers"), List.of("country"));
        ask("customers, top 10 products", List.of("customers"), List.of("product"), List.of(), null, 10);
        ask("new customers by month", List.of("new_customers"), month);
        ask("average order value by month", List.of("average_order_value"), month);
        ask("average order value by country", List.of("average_order_value"), List.of("country"));
        ask("return rate by category", List.of("return_rate"), List.of("category"));
        ask("one product by month", List.of("revenue", "units_sold"), month, is("product", "20123"), null, null);
        ask("one customer by month", List.of("revenue", "orders"), month, is("customer", "100123"), null, null);
    }

    private void ask(String name, List<String> metrics, List<String> dimensions) {
        ask(name, metrics, dimensions, List.of(), null, null);
    }

    private void ask(String name, List<String> metrics, List<String> dimensions, List<Filter> filters, Period period, Integer limit) {
        queries.put(name, new MetricQuery(metrics, dimensions, filters, period, null, limit));
    }

    private static Period days(String from, String end) {
        return new Period(from, LocalDate.parse(from), LocalDate.parse(end), false);
    }

    private static List<Filter> is(String dimension, String value) {
        return List.of(new Filter(dimension, Filter.Operator.IS, List.of(value)));
    }

    private void run(Path data, boolean sqliteToo) throws Exception {
        var model = SemanticModel.load(new Home(Path.of("")));
        var metrics = new MetricQueries(model, new Members(model));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        Map<String, QueryResult> answers = new LinkedHashMap<>();
        try (var warehouse = Warehouse.open(data.resolve("warehouse.db"), false)) {
            try (var columns = Columns.keep(warehouse)) {
                columns.catchUp();
                columns.mark();
                for (var query : queries.entrySet()) {
                    times.put(query.getKey(), new ArrayList<>(List.of(
                            median(() -> answers.put(query.getKey(), metrics.run(warehouse, query.getValue(), new RowScope.All()))))));
                    require(answers.get(query.getKey()).engine().equals("DuckDB"), query.getKey() + " was not answered from the copy");
                }
            }
            if (sqliteToo) {
                for (var query : queries.entrySet()) {
                    QueryResult[] answer = new QueryResult[1];
                    times.get(query.getKey()).add(median(() -> answer[0] = metrics.run(warehouse, query.getValue(), new RowScope.All())));
                    require(answer[0].rows().toString().equals(answers.get(query.getKey()).rows().toString()), query.getKey() + " differs");
                }
            }
        }
        try (var plain = DriverManager.getConnection("jdbc:duckdb:" + data.resolve("columns.duckdb"))) {
            for (var answer : answers.entrySet()) {
                times.get(answer.getKey()).add(median(() -> drain(plain, written(answer.getValue().sql()))));
            }
        }
        if (sqliteToo) {
            for (var answer : answers.entrySet()) {
                times.get(answer.getKey()).add(sqlite(data, written(answer.getValue().sql())));
            }
        }
        print(times, sqliteToo);
    }

    private static void print(Map<String, List<Double>> times, boolean sqliteToo) {
        System.out.printf("%-40s %12s %12s %12s %12s%n", "ms", "copy", sqliteToo ? "SQLite" : "", "plain DuckDB", sqliteToo ? "sqlite3" : "");
        times.forEach((name, medians) -> row(name, medians, sqliteToo));
        List<Double> p95 = new ArrayList<>();
        for (int i = 0; i < times.values().iterator().next().size(); i++) {
            int engine = i;
            var sorted = times.values().stream().map(medians -> medians.get(engine)).sorted().toList();
            p95.add(sorted.get((int) Math.ceil(QUANTILE * sorted.size()) - 1));
        }
        row("p95 of the suite", p95, sqliteToo);
    }

    private static void row(String name, List<Double> values, boolean sqliteToo) {
        System.out.printf("%-40s %12.1f %12s %12.1f %12s%n", name, values.getFirst(), sqliteToo ? "%.1f".formatted(values.get(1)) : "",
                values.get(sqliteToo ? 2 : 1), sqliteToo ? "%.1f".formatted(values.get(3)) : "");
    }

    /** The statement with its values in their places, as its last line has them. */
    private static String written(String sql) {
        int comment = sql.lastIndexOf("\n-- ");
        var statement = sql.substring(0, comment);
        var values = VALUE.matcher(sql.substring(comment));
        while (values.find()) {
            statement = statement.replaceAll(":" + values.group(1) + "\\b", values.group(2).replace("\\", "\\\\").replace("$", "\\$"));
        }
        return statement;
    }

    private static void drain(java.sql.Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }

    /** By the command's own clock, which leaves its start out. */
    private static double sqlite(Path data, String sql) throws IOException, InterruptedException {
        var script = Files.createTempFile("suite", ".sql");
        try {
            Files.writeString(script, ".output /dev/null\n" + (sql + ";\n").repeat(1) + ".output\n.timer on\n.output /dev/null\n" + (sql + ";\n").repeat(RUNS));
            var process = new ProcessBuilder("sqlite3", "-readonly", data.resolve("warehouse.db").toString()).redirectInput(script.toFile()).start();
            var out = new String(process.getInputStream().readAllBytes());
            process.waitFor(1, TimeUnit.HOURS);
            var times = Pattern.compile("real ([0-9.]+)").matcher(out).results().mapToDouble(time -> 1_000 * Double.parseDouble(time.group(1))).sorted().toArray();
            return times.length == 0 ? Double.NaN : times[times.length / 2];
        } finally {
            Files.delete(script);
        }
    }

    private interface Run {
        void run() throws Exception;
    }

    private static double median(Run run) throws Exception {
        run.run();
        var times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            run.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
