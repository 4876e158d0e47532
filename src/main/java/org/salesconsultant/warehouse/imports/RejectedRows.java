package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.salesconsultant.sales.Json;
import org.salesconsultant.warehouse.imports.files.TableFile;

/** Rejected rows as a file that a person can mend and bring in again: the columns they came with, and which rows they are and why. */
final class RejectedRows {
    static final String RUN = "import_run";
    static final String ROW = "import_row";
    private static final List<String> ADDED = List.of(RUN, ROW, "rejected_as", "rejected_because");

    private RejectedRows() {}

    /** Writes those of a run that are still out. @return how many */
    static long write(Handle handle, long run, HowRead howRead, Writer out) throws IOException {
        var csv = CsvWriter.builder().build(out);
        var header = new ArrayList<>(named(howRead.header()));
        header.addAll(ADDED);
        csv.writeRecord(header);
        int width = howRead.header().size();
        try (var rows = handle.createQuery("SELECT row_number, code, reason, raw FROM rejected_row WHERE run_key = ? AND mended_by IS NULL ORDER BY row_number")
                .bind(0, run).map((row, context) -> record(cells(row.getString(4)), width, run, row.getLong(1), row.getString(2), row.getString(3))).stream()) {
            long written = rows.peek(csv::writeRecord).mapToLong(any -> 1).sum();
            csv.flush();
            return written;
        }
    }

    private static List<String> record(List<String> cells, int width, long run, long row, String code, String reason) {
        var record = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
        while (record.size() < width) {
            record.add("");
        }
        record.addAll(List.of(String.valueOf(run), String.valueOf(row), code, cells.size() > width
                ? reason + " Left out here: " + String.join(", ", cells.subList(width, cells.size())) : reason));
        return record;
    }

    /** The run whose rejected rows a file holds, judged by its header. */
    static OptionalLong runOf(TableFile file) {
        if (!file.hasHeader() || !file.header().containsAll(List.of(RUN, ROW))) {
            return OptionalLong.empty();
        }
        int column = file.header().indexOf(RUN);
        var runs = new ArrayList<Long>();
        file.<RuntimeException>read(any -> {}, (number, cells) -> {
            if (column < cells.length && cells[column].strip().matches("\\d{1,18}")) {
                runs.add(Long.valueOf(cells[column].strip()));
            }
            return runs.isEmpty();
        });
        return runs.isEmpty() ? OptionalLong.empty() : OptionalLong.of(runs.getFirst());
    }

    /** The file as rows of the one they came from; empty where it lacks one of its columns. */
    static Optional<MendedFile> mended(TableFile file, long run, HowRead origin) {
        var places = named(origin.header()).stream().mapToInt(file.header()::indexOf).toArray();
        return IntStream.of(places).anyMatch(place -> place < 0) ? Optional.empty()
                : Optional.of(new MendedFile(file, run, origin, places, file.header().indexOf(RUN), file.header().indexOf(ROW)));
    }

    /** Columns without a name, and with one that stands twice, are told apart by their number. */
    private static List<String> named(List<String> header) {
        var names = new ArrayList<String>();
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i);
            names.add(name.isBlank() || names.contains(name) ? (name + " column " + (i + 1)).strip() : name);
        }
        return names;
    }

    private static List<String> cells(String raw) {
        try {
            return List.of(Json.MAPPER.readValue(raw, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
