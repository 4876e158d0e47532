package org.salesconsultant.warehouse.imports.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the dialect of a delimited text: of all that might be, the one under which rows have most regularly the same number of
 * cells, and cells most plainly a type. After van den Burg, Nazábal, Sutton: Wrangling messy CSV files by detecting row and
 * type patterns (2019), with types weighed by column and adjacent rows compared, so that titles, footers and further tables
 * cost little.
 */
final class DialectSearch {
    private static final int BYTES = 1 << 17;
    private static final int ROWS = 400;
    private static final double ONE_COLUMN = 0.2;
    private static final double BLANK_CELL = 0.5;
    private static final double TEXT_CELL = 0.7;
    private static final double CODE_CELL = 0.9;
    /** A cell that holds another delimiter or half of a pair of quotes seems to be several. */
    private static final double DOUBTFUL_CELL = 0.1;
    private static final double CLEARLY = 1.02;
    /** What it costs a dialect where each row has quotes that make no sense under it. */
    private static final double DOUBT = 0.5;
    private static final Map<String, Double> DELIMITERS = delimiters();
    private static final Pattern LONG_DELIMITER = Pattern.compile("[^\\p{L}\\p{N}\"'`\\s.+()\\[\\]{}/\\\\-]{2,4}| [,;|:~^] | ?[,;|] ");
    private static final Pattern DOUBTFUL = Pattern.compile("[\\t;|]|,(?=[^\\s\\d])|(?<=\\D),(?=\\d)");

    private final byte[] sample;
    private final String text;

    private DialectSearch(byte[] sample) {
        this.sample = sample;
        this.text = new String(sample, StandardCharsets.UTF_8);
    }

    /** @param sample UTF-8 from the beginning of a text, not blank @param whole whether that is all of it */
    static Dialect find(byte[] sample, boolean whole) {
        var bytes = sample.length <= BYTES ? sample : Arrays.copyOf(sample, BYTES);
        return new DialectSearch(whole && bytes == sample ? bytes : wholeLines(bytes)).best();
    }

    /** How likely each delimiter is before anything is known of the text. */
    private static Map<String, Double> delimiters() {
        var known = new LinkedHashMap<String, Double>();
        List.of(",", ";", "\t", "|").forEach(each -> known.put(each, 1.0));
        List.of("\u0001", "\u001f", "^", "~", "¦", "§", "¬").forEach(each -> known.put(each, 0.95));
        List.of(" ", ":", "#", "=", "*", "!").forEach(each -> known.put(each, 0.85));
        return known;
    }

    private static byte[] wholeLines(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
            end--;
        }
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
    }

    private Dialect best() {
        var best = Dialect.USUAL;
        double most = ONE_COLUMN * score(parse(new Dialect("\u0000", false, '"', '"')).rows(), 1);
        for (var candidate : candidates()) {
            var parsed = parse(candidate);
            var rows = parsed.rows();
            int width = usualWidth(rows);
            if (width < 2 || unusual(candidate) && !encloses(rows, candidate)) {
                continue;
            }
            double score = likelihood(candidate) * regularity(rows, width) * (width - 1) / width * score(rows, width)
                    * (1 - DOUBT * parsed.doubtful() / rows.size());
            if (score > most * CLEARLY) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private Set<Dialect> candidates() {
        var delimiters = new LinkedHashSet<>(DELIMITERS.keySet());
        delimiters.removeIf(each -> text.indexOf(each) < 0);
        delimiters.addAll(longDelimiters());
        var candidates = new LinkedHashSet<Dialect>();
        for (var delimiter : delimiters) {
            addQuotes(candidates, delimiter, false);
        }
        if (text.contains("  ") || text.startsWith(" ") || text.contains("\t ")) {
            addQuotes(candidates, " ", true);
        }
        return candidates;
    }

    private void addQuotes(Set<Dialect> candidates, String delimiter, boolean runs) {
        for (char quote : new char[] {'"', '\'', '`'}) {
            if (quote == Dialect.USUAL.quote() || text.indexOf(quote) >= 0) {
                candidates.add(new Dialect(delimiter, runs, quote, quote));
                if (text.contains("\\" + quote)) {
                    candidates.add(new Dialect(delimiter, runs, quote, '\\'));
                }
            }
        }
    }

    /** Runs of signs that come equally often, once at least, in most lines. */
    private Set<String> longDelimiters() {
        var lines = text.lines().filter(line -> !line.isBlank()).limit(ROWS).toList();
        var linesWith = new HashMap<String, Map<Integer, Integer>>();
        for (var line : lines) {
            var counts = new HashMap<String, Integer>();
            LONG_DELIMITER.matcher(line).results().forEach(found -> counts.merge(found.group(), 1, Integer::sum));
            counts.forEach((sign, count) -> linesWith.computeIfAbsent(sign, any -> new HashMap<>()).merge(count, 1, Integer::sum));
        }
        var found = new LinkedHashSet<String>();
        linesWith.forEach((sign, byCount) -> {
            int withIt = byCount.values().stream().mapToInt(Integer::intValue).sum();
            if (withIt * 2 > lines.size()) {
                found.add(sign);
            }
        });
        return found;
    }

    /** The rows under a dialect, and how many of them have quotes that it leaves standing or that span lines. */
    private record Parsed(List<String[]> rows, int doubtful) {}

    private Parsed parse(Dialect dialect) {
        var rows = new ArrayList<String[]>();
        int doubtful = 0;
        try (var records = new Records(new ByteArrayInputStream(sample), dialect, 0)) {
            for (var row = records.next(); row != null && rows.size() < ROWS; row = records.next()) {
                if (row.length > 0) {
                    rows.add(row);
                    doubtful += records.isDoubtful() ? 1 : 0;
                }
            }
        } catch (IOException e) {
            return new Parsed(rows, doubtful);
        }
        return new Parsed(rows, doubtful);
    }

    private static boolean unusual(Dialect dialect) {
        return dialect.quote() != Dialect.USUAL.quote();
    }

    /** Whether the rows read under a dialect had cells in its quotes: such a cell has lost them. */
    private boolean encloses(List<String[]> rows, Dialect dialect) {
        long left = rows.stream().flatMap(Arrays::stream).mapToLong(cell -> cell.chars().filter(each -> each == dialect.quote()).count()).sum();
        long all = text.chars().filter(each -> each == dialect.quote()).count();
        return all - left >= 2;
    }

    private static int usualWidth(List<String[]> rows) {
        return Math.max(1, RowWidths.mostFrequent(rows.stream().map(row -> row.length).filter(width -> width > 1).toList()));
    }

    /** Halfway between the share of rows of the usual width and the share of rows as wide as the one before. */
    private static double regularity(List<String[]> rows, int width) {
        int usual = 0;
        int alike = 0;
        for (int i = 0; i < rows.size(); i++) {
            usual += rows.get(i).length == width ? 1 : 0;
            alike += i > 0 && rows.get(i).length > 1 && rows.get(i).length == rows.get(i - 1).length ? 1 : 0;
        }
        double usualShare = (double) usual / rows.size();
        return rows.size() == 1 ? usualShare : (usualShare + (double) alike / (rows.size() - 1)) / 2;
    }

    private static double likelihood(Dialect dialect) {
        double delimiter = dialect.runs() ? DELIMITERS.getOrDefault(" ", 1.0) : DELIMITERS.getOrDefault(dialect.delimiter(), 1.0);
        return dialect.equals(new Dialect(dialect.delimiter(), dialect.runs(), '"', '"')) ? delimiter : delimiter / CLEARLY;
    }

    /** How plainly the columns have types, 0 to 1, in rows of the width; the first row is left out, for it may name them. */
    private static double score(List<String[]> rows, int width) {
        var body = rows.stream().filter(row -> row.length == width).toList();
        body = body.size() > 1 ? body.subList(1, body.size()) : body;
        double sum = 0;
        for (int column = 0; column < width; column++) {
            sum += columnScore(body, column);
        }
        return body.isEmpty() ? 0 : sum / width;
    }

    private static double columnScore(List<String[]> body, int column) {
        var shapes = new EnumMap<CellShape, Integer>(CellShape.class);
        double sum = 0;
        int padded = 0;
        for (var row : body) {
            var cell = row[column];
            var shape = CellShape.of(cell);
            shapes.merge(shape, 1, Integer::sum);
            sum += cellScore(cell, shape);
            padded += !cell.isEmpty() && cell.charAt(0) == ' ' ? 1 : 0;
        }
        int blank = shapes.getOrDefault(CellShape.BLANK, 0);
        shapes.remove(CellShape.BLANK);
        int dominant = shapes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        double alike = blank == body.size() ? 1 : (double) dominant / (body.size() - blank);
        double padding = padded * 2 > body.size() ? 1 - BLANK_CELL / 5 : 1;
        return sum / body.size() * (1 + alike) / 2 * padding;
    }

    private static double cellScore(String cell, CellShape shape) {
        return switch (shape) {
            case NUMBER, DATE, TIME, BOOLEAN -> 1;
            case BLANK -> BLANK_CELL;
            case CODE, TEXT -> isDoubtful(cell) ? DOUBTFUL_CELL : shape == CellShape.CODE ? CODE_CELL : TEXT_CELL;
        };
    }
    private static boolean isDoubtful(String cell) {
        var text = cell.strip();
        char begins = text.charAt(0);
        char ends = text.charAt(text.length() - 1);
        return begins == '"' != (ends == '"') || text.length() > 1 && begins == ends && (begins == '"' || begins == '\'')
                || DOUBTFUL.matcher(cell).find();
    }
}
