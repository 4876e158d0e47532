package org.salesconsultant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.Main;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class AnalyzeForecastTest {
    private static final String HEADER = "unique_id,ds,y\n";
    @TempDir Path folder;

    private record Ended(int exit, List<String> rows, String err) {
        List<String> of(String id) {
            return rows.stream().filter(row -> row.startsWith(id + ",")).toList();
        }
    }

    private Ended run(String text, String... options) throws IOException {
        return run(Files.writeString(folder.resolve("in.csv"), text), "out.csv", options);
    }

    private Ended run(Path input, String out, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("analyze", "forecast", "--input", input.toString(), "--out", folder.resolve(out).toString()));
        arguments.addAll(List.of(options));
        var terminal = System.err;
        var told = new ByteArrayOutputStream();
        int exit;
        try {
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            exit = SalesConsultant.run(wiring(), arguments.toArray(String[]::new));
        } finally {
            System.setErr(terminal);
        }
        var file = folder.resolve(out);
        return new Ended(exit, Files.exists(file) && out.endsWith(".csv") ? Files.readAllLines(file) : List.of(), told.toString(StandardCharsets.UTF_8));
    }

    private static Wiring wiring() {
        try {
            var constructor = Main.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String series(String id, int first, double... values) {
        return IntStream.range(0, values.length).mapToObj(t -> id + "," + (first + t) + "," + values[t] + "\n").collect(Collectors.joining());
    }

    private static double[] line(int length) {
        var values = new double[length];
        Arrays.setAll(values, t -> 100 + 5 * t + 3 * Math.sin(t));
        return values;
    }

    private static double cell(String row, int column) {
        return Double.parseDouble(row.split(",")[column]);
    }

    @Test
    void goesOnFromTheLastStepOfEachSeries() throws IOException {
        var ended = run(HEADER + series("A", 1, line(30)) + series("B", 11, line(20)), "--horizon", "2");
        assertThat(ended.exit()).isZero();
        assertThat(ended.rows().getFirst()).isEqualTo("unique_id,ds,forecast,lo95,hi95");
        assertThat(ended.rows()).hasSize(5);
        assertThat(ended.of("A")).extracting(row -> row.split(",")[1]).containsExactly("31", "32");
        assertThat(ended.of("B")).extracting(row -> row.split(",")[1]).containsExactly("31", "32");
        assertThat(cell(ended.of("A").getFirst(), 2)).isBetween(245.0, 255.0);
        assertThat(cell(ended.of("A").getFirst(), 3)).isLessThan(cell(ended.of("A").getFirst(), 2));
        assertThat(cell(ended.of("A").getFirst(), 4)).isGreaterThan(cell(ended.of("A").getFirst(), 2));
        assertThat(ended.err()).isEqualToIgnoringNewLines("2 series forecast, 0 not.\n");
    }

    /** First dates of a step, how many, and the date after them. */
    @ParameterizedTest
    @CsvSource({"2024-01-31, MONTH_END, 2024-12-31", "2024-01-01, MONTH, 2024-12-01", "2023-05-15, MONTH, 2024-04-15", "2024-01-03, WEEK, 2024-03-20",
            "2024-02-25, DAY, 2024-03-07", "2024-02-26, WORKDAY, 2024-03-12", "2010-12-31, YEAR, 2021-12-31", "2021-03-31, QUARTER_END, 2023-12-31"})
    void knowsTheStepsOfDates(LocalDate first, String step, String next) throws IOException {
        var text = new StringBuilder(HEADER);
        var day = first;
        for (int t = 0; t < 11; t++) {
            text.append("A,").append(day).append(',').append(10 + t % 3).append('\n');
            day = next(day, step);
        }
        assertThat(run(text.toString(), "--horizon", "1").of("A").getFirst()).startsWith("A," + next + ",");
    }

    private static LocalDate next(LocalDate day, String step) {
        return switch (step) {
            case "MONTH_END" -> day.plusDays(1).plusMonths(1).minusDays(1);
            case "QUARTER_END" -> day.plusDays(1).plusMonths(3).minusDays(1);
            case "MONTH" -> day.plusMonths(1);
            case "WEEK" -> day.plusWeeks(1);
            case "WORKDAY" -> day.getDayOfWeek().getValue() == 5 ? day.plusDays(3) : day.plusDays(1);
            case "YEAR" -> day.plusYears(1);
            default -> day.plusDays(1);
        };
    }

    @Test
    void oneBadSeriesStopsNoOther() throws IOException {
        var ended = run(HEADER + series("good", 1, line(20)) + "few,1,3\nfew,2,4\ntext,1,1\ntext,2,two\ntext,3,3\ndate,1,1\ndate,x,2\n"
                + "twice,1,1\ntwice,1,2\ntwice,2,3\ninfinite,1,1\ninfinite,2,Infinity\ninfinite,3,3\nsparse,1,1\nsparse,2,2\nsparse,1000,3\n"
                + "holes,1,1\nholes,2,\nholes,3,\nholes,4,4\nholes,5,\nholes,6,5\n" + series("fine", 1, line(20)), "--horizon", "3");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.of("good")).hasSize(3);
        assertThat(ended.of("fine")).hasSize(3);
        assertThat(ended.rows()).hasSize(7);
        assertThat(ended.err().lines()).containsExactly(
                "few: The history has 2 known values; a forecast needs at least 3. Choose a finer grain, fewer filters, or import more history.",
                "text: Line 25 has y \"two\", which is no number. Correct it, or leave it empty.",
                "date: Line 28 has ds \"x\", which is no integer like the others. Correct it.",
                "twice: There are several rows for 1. Keep one, or add them up.",
                "infinite: The history holds an infinite value. Correct that value.",
                "sparse: Its 3 values are spread over 1000 steps. Choose coarser steps, or add the missing values.",
                "holes: The history misses 3 of 6 values. Choose a coarser grain.",
                "2 series forecast, 7 not.");
    }

    @Test
    void givesASaneForecastOfOddSeries() throws IOException {
        var steps = new double[12];
        Arrays.fill(steps, 7);
        var zeros = new double[12];
        var rare = new double[40];
        Arrays.setAll(rare, t -> t % 5 == 2 ? 10 : 0);
        var negative = new double[24];
        Arrays.setAll(negative, t -> -50 + t + 4 * Math.cos(t));
        var gap = series("gap", 1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19).replace("gap,4,13.0\n", "gap,4,NaN\n").replace("gap,7,16.0\n", "");
        var ended = run(HEADER + series("same", 1, steps) + series("zero", 1, zeros) + series("rare", 1, rare) + series("negative", 1, negative) + gap
                + series("three", 1, 10, 12, 11) + "open,1,5\nopen,2,6\nopen,3,7\nopen,4,\n", "--horizon", "4", "--season", "500");
        assertThat(ended.exit()).isZero();
        assertThat(ended.of("same")).contains("same,13,7,7,7", "same,16,7,7,7");
        assertThat(ended.of("zero")).contains("zero,16,0,0,0");
        assertThat(cell(ended.of("rare").getFirst(), 2)).isBetween(1.0, 3.5);
        assertThat(cell(ended.of("rare").getFirst(), 3)).isZero();
        assertThat(cell(ended.of("negative").getLast(), 2)).isBetween(-32.0, -18.0);
        assertThat(cell(ended.of("negative").getLast(), 3)).isNegative();
        assertThat(ended.of("gap").getFirst()).startsWith("gap,11,");
        assertThat(cell(ended.of("gap").getFirst(), 2)).isBetween(19.5, 20.5);
        assertThat(ended.of("three")).hasSize(4);
        assertThat(ended.of("open").getFirst()).startsWith("open,4,");
        assertThat(ended.err()).contains("constant 2", "many_zeros 1", "gaps_filled 1", "season_not_learned 7", "not_backtested");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--horizon 0", "--horizon 10000", "--horizon -1", "--horizon 3 --season 0", "--horizon 3 --season 2000000000", "--season 12", "--horizon x"})
    void refusesWhatIsNotPossible(String options) throws IOException {
        var ended = run(HEADER + series("A", 1, line(20)), options.split(" "));
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|has a header and no rows", "id,ds,y@A,1,2@|no column \"unique_id\"", "unique_id,ds,y@|has a header and no rows",
            "unique_id,ds,y@A,soon,1@A,later,2@|neither dates nor integers"})
    void saysWhatIsWrongWithAFile(String text, String part) throws IOException {
        var ended = run(text.replace('@', '\n'), "--horizon", "2");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).contains(part);
    }

    @Test
    void saysThatAFileIsMissingOrBroken() throws IOException {
        assertThat(run(folder.resolve("none.csv"), "out.csv", "--horizon", "2").err()).startsWith("There is no file ");
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((HEADER + series("A", 1, line(500))).getBytes(StandardCharsets.UTF_8));
        }
        var cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        var ended = run(cut, "out.csv", "--horizon", "2");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).startsWith("Cannot read ");
    }

    /** Unsorted rows of several series mixed, gzip in and out, a byte order mark, a row that ends early. */
    @Test
    void readsAndWritesGzipInAnyOrderOfRows() throws IOException {
        var rows = new ArrayList<>((series("A", 1, line(20)) + series("B", 1, line(20))).lines().toList());
        Collections.shuffle(rows, new Random(1));
        var file = folder.resolve("in.csv.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(("\ufeff" + HEADER + String.join("\n", rows) + "\nA,21\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(run(file, "out.csv.gz", "--horizon", "2").exit()).isZero();
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(folder.resolve("out.csv.gz"))), StandardCharsets.UTF_8))) {
            var written = reader.lines().toList();
            assertThat(written).hasSize(5);
            assertThat(written.stream().filter(row -> row.startsWith("A,")).map(row -> row.substring(2)).toList())
                    .isEqualTo(written.stream().filter(row -> row.startsWith("B,")).map(row -> row.substring(2)).toList());
        }
    }

    @Test
    void writesHowEachForecastWasMade() throws IOException {
        var cards = folder.resolve("cards.csv");
        run(HEADER + series("A", 1, line(40)), "--horizon", "4", "--cards", cards.toString());
        var card = Files.readAllLines(cards).get(1);
        assertThat(card).startsWith("A,40,1,").contains(" ETS(", " + 0.", "Dynamic Theta");
        assertThat(card.split(",\"|\",")[2]).startsWith("6,");
    }
}
