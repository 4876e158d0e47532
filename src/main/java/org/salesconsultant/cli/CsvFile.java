package org.salesconsultant.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.salesconsultant.sales.UserError;

/** The CSV files that {@code analyze} reads and writes: UTF-8 with commas and a header, plain or .gz. */
final class CsvFile {
    private static final int BLOCK = 1 << 16;
    private static final int GZIP = 0x1f8b;
    private static final int BYTE_ORDER_MARK = 0xfeff;

    private CsvFile() {}

    /** @param columns that it must have @throws UserError when it is no such file */
    static void read(Path path, List<String> columns, Consumer<NamedCsvRecord> consumer) {
        try (var reader = open(path); var rows = CsvReader.builder().allowMissingFields(true).allowExtraFields(true).ofNamedCsvRecord(reader)) {
            for (var row : rows) {
                requireColumns(path, columns, row);
                consumer.accept(row);
            }
        } catch (CsvParseException e) {
            throw new UserError(UserError.Category.BAD_FILE, path + " is no readable CSV: " + cause(e) + ".", "Write it with commas, and quotes closed.");
        } catch (IOException | UncheckedIOException e) {
            throw new UserError(UserError.Category.BAD_FILE, "Cannot read " + path + ": " + e.getMessage() + ".", "Check the file.");
        }
    }

    /** Nothing where a row ends early. */
    static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    /** Zipped where its name says so. */
    static CsvWriter writer(Path path) throws IOException {
        var raw = Files.newOutputStream(path);
        Writer text = new BufferedWriter(new OutputStreamWriter(path.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw, StandardCharsets.UTF_8));
        return CsvWriter.builder().build(text);
    }

    static UserError unwritable(Path path, IOException e) {
        return new UserError(UserError.Category.BAD_FILE, "Cannot write " + path + ": " + e.getMessage() + ".", "Name a file in a folder that can be written to.");
    }

    private static String cause(CsvParseException e) {
        return Objects.requireNonNullElse(e.getMessage(), "malformed").replaceFirst("\\.$", "");
    }

    private static void requireColumns(Path path, List<String> columns, NamedCsvRecord row) {
        for (var column : columns) {
            if (!row.getHeader().contains(column)) {
                throw new UserError(UserError.Category.BAD_FILE, path + " has no column \"" + column + "\"; it has " + String.join(", ", row.getHeader()) + ".",
                        "Name the columns " + String.join(",", columns) + ".");
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
