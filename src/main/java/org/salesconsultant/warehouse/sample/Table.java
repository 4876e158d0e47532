package org.salesconsultant.warehouse.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A table among the resources: cells separated by bars, the first line names them. */
final class Table {
    private Table() {}

    record Row(List<String> names, List<String> cells) {
        String text(String column) {
            return cells.get(names.indexOf(column));
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }

        /** Ten-thousandths. */
        long amount(String column) {
            return new BigDecimal(text(column)).movePointRight(4).longValueExact();
        }
    }

    /** @param file under {@code sample/} */
    static List<Row> read(String file) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream("/sample/" + file), file);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = reader.lines().toList();
            var names = cells(lines.getFirst());
            return lines.stream().skip(1).map(line -> new Row(names, cells(line))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\\|", -1));
    }
}
