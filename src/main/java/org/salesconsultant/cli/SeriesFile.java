package org.salesconsultant.cli;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.salesconsultant.sales.UserError;

/**
 * A CSV file of series, one value a row. Where the rows of each series stand together only one series is held in memory at a
 * time; else all of them are.
 */
final class SeriesFile {
    private static final List<String> COLUMNS = List.of("unique_id", "ds", "y");
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
        CsvFile.read(path, COLUMNS, row -> {
            var id = id(row);
            if (!id.equals(last[0])) {
                ids.add(id);
                runs[0]++;
                last[0] = id;
            }
            var stamp = CsvFile.cell(row, "ds");
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
        CsvFile.read(path, COLUMNS, row -> {
            var id = id(row);
            if (together && !open.isEmpty() && !open.containsKey(id)) {
                close(open, consumer);
            }
            open.computeIfAbsent(id, Series.Builder::new).add(CsvFile.cell(row, "ds"), CsvFile.cell(row, "y"), row.getStartingLineNumber(), stamps);
        });
        close(open, consumer);
    }

    private void close(Map<String, Series.Builder> open, Consumer<Series> consumer) {
        open.values().forEach(builder -> consumer.accept(builder.build(stamps)));
        open.clear();
    }

    private static String id(NamedCsvRecord row) {
        return CsvFile.cell(row, "unique_id");
    }
}
