import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.files.Dialect;
import org.salesconsultant.warehouse.imports.files.TableFiles;
import org.salesconsultant.warehouse.imports.files.Writing;

/**
 * The Pollock benchmark (Vitagliano et al., Pollock: A Data Loading Benchmark, VLDB 2023) over this program's reader: each
 * polluted file is read and compared with its clean version. Its score is the sum of ten measures of 0 to 1: success, and
 * precision, recall and F1 of header, records and cells; simple is the mean over the files, weighted by how often each
 * pollution is met in real files. Where a file holds several tables the first is compared, as the clean versions have it.
 *
 * <p>Records are compared as lists of the cells that are not blank, in lower case. Pollock joins cells and makes numbers and
 * dates alike before; that finds more equal, never less, so its own scorer gives the same or a little more.
 */
public final class PollockBench {
    private static final int WORST = 15;

    private PollockBench() {}

    /** Folder of the unpacked benchmark; {@code given}: the reader is told Pollock's own parameters; a pattern of file names, to see them one by one. */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        boolean given = args.length > 1 && args[1].equals("given");
        var weights = Json.MAPPER.readTree(folder.resolve("pollock_weights.json").toFile());
        var scores = new TreeMap<String, Double>();
        double weighted = 0;
        double weight = 0;
        List<Path> files;
        try (var all = Files.list(folder.resolve("polluted_files/csv"))) {
            files = all.sorted().toList();
        }
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            var clean = rows(Files.readString(folder.resolve("polluted_files/clean").resolve(name)));
            var loaded = load(file, given ? parameters(folder, name) : null);
            double score = loaded.map(rows -> score(clean, rows)).orElse(0.0);
            scores.put(name, score);
            weighted += score * weights.path(name).asDouble();
            weight += weights.path(name).asDouble();
            if (args.length > 2 && name.matches(args[2])) {
                System.out.printf(Locale.ROOT, "%s %.4f%n", name, score);
                loaded.ifPresent(rows -> rows.stream().limit(6).forEach(row -> System.out.println("   " + row)));
            }
        }
        double simple = scores.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        System.out.printf(Locale.ROOT, "%s: simple %.3f, weighted %.3f, of 10, over %d files%n",
                given ? "with Pollock's parameters" : "finding everything out", simple, weighted / weight, scores.size());
        scores.entrySet().stream().sorted(Map.Entry.comparingByValue()).limit(WORST)
                .forEach(each -> System.out.printf(Locale.ROOT, "  %.3f %s%n", each.getValue(), each.getKey()));
    }

    private static Writing parameters(Path folder, String name) throws IOException {
        var json = Json.MAPPER.readTree(folder.resolve("polluted_files/parameters").resolve(name + "_parameters.json").toFile());
        var delimiter = json.path("delimiter").asText();
        return new Writing(delimiter.isEmpty() ? Optional.empty()
                : Optional.of(new Dialect(delimiter, false, sign(json, "quotechar"), sign(json, "escapechar"))),
                OptionalInt.of(json.path("preamble_lines").asInt()), OptionalInt.of(json.path("header_lines").asInt()));
    }

    private static char sign(JsonNode json, String name) {
        var text = json.path(name).asText();
        return text.isEmpty() ? Dialect.NONE : text.charAt(0);
    }

    /** The header, where there is one, and the rows; an empty file holds none; empty when the reader refuses the file. */
    private static Optional<List<List<String>>> load(Path file, Writing writing) throws IOException {
        var rows = new ArrayList<List<String>>();
        if (Files.size(file) == 0) {
            return Optional.of(rows);
        }
        try {
            var table = TableFiles.open(file, writing == null ? Writing.UNKNOWN : writing).getFirst();
            if (table.hasHeader()) {
                rows.add(table.header());
            }
            table.read(any -> {}, (number, cells) -> {
                rows.add(List.of(cells.length < table.columns() ? padded(cells, table.columns()) : cells));
                return true;
            });
            return Optional.of(rows);
        } catch (UserError e) {
            System.out.println(file.getFileName() + ": " + e.message());
            return Optional.empty();
        }
    }

    private static String[] padded(String[] cells, int columns) {
        var padded = Arrays.copyOf(cells, columns);
        Arrays.fill(padded, cells.length, columns, "");
        return padded;
    }

    /** The clean files: every cell in quotes, quotes in it doubled, commas between. */
    private static List<List<String>> rows(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '"') {
                var cell = new StringBuilder();
                for (at++; text.charAt(at) != '"' || at + 1 < text.length() && text.charAt(at + 1) == '"'; at++) {
                    cell.append(text.charAt(at));
                    at += text.charAt(at) == '"' ? 1 : 0;
                }
                row.add(cell.toString());
                at++;
            } else if (text.charAt(at) == '\n') {
                rows.add(List.copyOf(row));
                row.clear();
                at++;
            } else {
                at++;
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
        return rows;
    }

    private static double score(List<List<String>> clean, List<List<String>> loaded) {
        if (clean.isEmpty()) {
            return 10;
        }
        var header = measures(fold(clean.getFirst()), loaded.isEmpty() ? List.of() : fold(loaded.getFirst()));
        var records = measures(records(clean), records(loaded));
        var cells = measures(clean.stream().flatMap(List::stream).toList(), loaded.stream().flatMap(List::stream).toList());
        return 1 + header + records + cells;
    }

    private static List<String> records(List<List<String>> rows) {
        return rows.stream().skip(1).map(row -> String.join("\u0001", fold(row).stream().filter(cell -> !cell.isEmpty()).toList())).toList();
    }

    private static List<String> fold(List<String> row) {
        return row.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
    }

    /** Precision + recall + F1 of two multisets. */
    private static double measures(List<String> wanted, List<String> got) {
        if (wanted.isEmpty()) {
            return 3;
        }
        var left = new HashMap<String, Integer>();
        wanted.forEach(each -> left.merge(each, 1, Integer::sum));
        int common = 0;
        for (var each : got) {
            common += left.merge(each, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        if (common == 0) {
            return 0;
        }
        double precision = (double) common / got.size();
        double recall = (double) common / wanted.size();
        return precision + recall + 2 * precision * recall / (precision + recall);
    }
}
