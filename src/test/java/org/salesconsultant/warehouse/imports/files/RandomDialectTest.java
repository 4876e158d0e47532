package org.salesconsultant.warehouse.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tables of what a company keeps, written in random dialects by a writer that shares nothing with the reader, read back alike. */
class RandomDialectTest {
    private static final int TABLES = 150;
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<String> WORDS = List.of("Lamp", "Mug", "green", "Café", "für", "\"Best\"", "5\"", "O'Neill", "and", "Co.", "a, b", "x; y", "Köln", "多功能", "é|è", "two\nlines");
    private static final List<String> NAMES = List.of("Order No", "Customer", "Date", "Price", "Qty", "Note", "SKU", "Paid");

    @TempDir
    private Path folder;

    static List<Long> seeds() {
        return new Random(7).longs(TABLES).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasWrittenIsRead(long seed) throws IOException {
        var random = new Random(seed);
        var kinds = new ArrayList<Integer>(List.of(0, 3));
        while (kinds.size() < 3 + random.nextInt(5)) {
            kinds.add(random.nextInt(6));
        }
        var header = new ArrayList<String>();
        for (int i = 0; i < kinds.size(); i++) {
            header.add(NAMES.get(i));
        }
        var rows = new ArrayList<List<String>>();
        int count = 3 + random.nextInt(60);
        for (int row = 0; row < count; row++) {
            int number = row;
            rows.add(kinds.stream().map(kind -> cell(kind, number, random)).toList());
        }
        var delimiter = pick(DELIMITERS, random);
        var end = pick(ENDS, random);
        var charset = pick(CHARSETS, random);
        boolean backslash = random.nextInt(4) == 0;
        boolean always = random.nextInt(3) == 0;
        var text = new StringBuilder(charset.equals(StandardCharsets.UTF_8) && random.nextBoolean() ? "" : "\ufeff");
        write(text, header, delimiter, end, backslash, always);
        rows.forEach(row -> write(text, row, delimiter, end, backslash, always));
        var table = TableFiles.open(Files.write(folder.resolve("table"), text.toString().getBytes(charset))).getFirst();
        assertEquals(header, table.header(), () -> text.toString());
        assertEquals(rows, Tables.rows(table), () -> text.toString());
    }

    private static String cell(int kind, int row, Random random) {
        return switch (kind) {
            case 0 -> "A-" + (1000 + row);
            case 1 -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)).toString();
            case 2 -> String.valueOf(random.nextInt(100));
            case 3 -> random.nextInt(10_000) / 100.0 + "";
            case 4 -> random.nextInt(5) == 0 ? "" : random.nextBoolean() ? "yes" : "no";
            default -> {
                var words = new ArrayList<String>();
                for (int i = 0; i <= random.nextInt(4); i++) {
                    words.add(pick(WORDS, random));
                }
                yield String.join(" ", words);
            }
        };
    }

    private static void write(StringBuilder text, List<String> cells, String delimiter, String end, boolean backslash, boolean always) {
        var line = new ArrayList<String>();
        for (var cell : cells) {
            boolean needed = cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n");
            line.add(needed || always ? '"' + cell.replace("\"", backslash ? "\\\"" : "\"\"") + '"' : cell);
        }
        text.append(String.join(delimiter, line)).append(end);
    }

    private static <T> T pick(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
