package org.salesconsultant.warehouse.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.kinds.Figure;
import org.salesconsultant.warehouse.quality.ImportedGround;

/**
 * What one import run did, kept with it as JSON. It counts the file: its order numbers and customers are those seen, with or
 * without a sale, which the metrics {@code orders} and {@code customers} are not.
 *
 * @param source order numbers and other codes are unique within it
 * @param columns headers by field, as the file was read
 * @param formats how dates, numbers and text were written
 * @param figures what came of it, and what is worth a look
 * @param readings what was decided though the file does not say it for sure
 * @param quality how much of each column can be used
 * @param grounds what that lets be asked
 * @param seconds that reading and writing took
 */
public record ImportReport(String file, FileKind kind, String source, Map<String, String> columns, String formats, Rows rows,
                           List<Figure> figures, List<String> readings, List<ColumnQuality> quality, List<ImportedGround> grounds, double seconds) {
    /** Every row is either kept or rejected. @param rejectedByReason by code */
    public record Rows(long read, long kept, long rejected, Map<String, Long> rejectedByReason) {}

    /** The value of a figure. */
    public Optional<Object> figure(String label) {
        return figures.stream().filter(figure -> figure.label().equals(label)).findFirst().map(Figure::value);
    }
}
