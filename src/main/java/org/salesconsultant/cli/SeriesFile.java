package org.salesconsultant.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.salesconsultant.sales.UserError;

/**
 * A CSV file of series, one value a row. Where the rows of each series stand together only one series is held in memory at a
 * time; else all of them are.
 */
final class SeriesFile {
    private static final List<String> COLUMNS = List.of("unique_id", "ds", "y");
    private static final int BLOCK = 1 << 16;
    private static final int GZIP = 0x1f8b;
    private static final int BYTE_ORDER_MARK = 0xfeff;
    private static final int MOST_SAMPLED = 300;

    private final Path path;
    private final int series;
    private final boolean together;
    private final TimeStamps stamps;

    private SeriesFile(Path path, int series, boolean together, TimeStamps stamps) {
        this.path = path;
        this.series = series;
        this.together = together;
        this.stamps = stamps;
    }

    /** Looks through it once. @throws UserError when it is no such file */
    static SeriesFile survey(Path path) {
        Set<String> ids = new HashSet<>();
        List<String> sample = new ArrayList<>();
        var last = new String[1];
        var runs = new int[1];
        read(path, row -> {
            var id = id(row);
            if (!id.equals(last[0])) {
                ids.add(id);
                runs[0]++;
                last[0] = id;
            }
            var stamp = cell(row, "ds");
            if (sample.size() < MOST_SAMPLED && !stamp.isEmpty()) {
                sample.add(stamp);
            }
        });
        if (ids.isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, path + " has a header and no rows.", "Export it again with its series.");
        }
        return new SeriesFile(path, ids.size(), runs[0] == ids.size(), TimeStamps.of(sample));
    }

    /** How many series there are. */
    int series() {
        return series;
    }

    /** A time as this file's readers expect it. */
    String stamp(long time) {
        return stamps.write(time);
    }

    /** In the order of their first rows. */
    void forEach(Consumer<Series> consumer) {
        Map<String, Series.Builder> open = new LinkedHashMap<>();
        read(path, row -> {
            var id = id(row);
            if (together && !open.isEmpty() && !open.containsKey(id)) {
                close(open, consumer);
            }
            open.computeIfAbsent(id, Series.Builder::new).add(cell(row, "ds"), cell(row, "y"), row.getStartingLineNumber(), stamps);
        });
        close(open, consumer);
    }

    private void close(Map<String, Series.Builder> open, Consumer<Series> consumer) {
        open.values().forEach(builder -> consumer.accept(builder.build(stamps)));
        open.clear();
    }

    private static String id(NamedCsvRecord row) {
        return cell(row, "unique_id");
    }

    /** Nothing where a row ends early. */
    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static void read(Path path, Consumer<NamedCsvRecord> consumer) {
        try (var reader = open(path); var rows = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofNamedCsvRecord(reader)) {
            for (var row : rows) {
                requireColumns(path, row);
                consumer.accept(row);
            }
        } catch (CsvParseException e) {
            throw new UserError(UserError.Category.BAD_FILE, path + " is no readable CSV: " + cause(e) + ".", "Write it with commas, and quotes closed.");
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(UserError.Category.BAD_FILE, "Cannot read " + path + ": " + e.getMessage() + ".", "Check the file.");
        }
    }

    private static String cause(CsvParseException e) {
        return Objects.requireNonNullElse(e.getMessage(), "malformed").replaceFirst("\\.$", "");
    }

    private static void requireColumns(Path path, NamedCsvRecord row) {
        for (var column : COLUMNS) {
            if (!row.getHeader().contains(column)) {
                throw new UserError(UserError.Category.BAD_FILE, path + " has no column \"" + column + "\"; it has " + String.join(", ", row.getHeader()) + ".",
                        "Name the columns unique_id,ds,y.");
            }
        }
    }

    private static Reader open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new UserError(UserError.Category.BAD_FILE, "There is no file " + path + ".", "Check the path.");
        }
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), BLOCK);
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        var text = new BufferedReader(new InputStreamReader(magic == GZIP ? new GZIPInputStream(raw, BLOCK) : raw, StandardCharsets.UTF_8), BLOCK);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }
}
