package org.salesconsultant.warehouse.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one import run did, kept with it as JSON. It counts the file: its order numbers and customers are those seen, with or
 * without a sale, which the metrics {@code orders} and {@code customers} are not.
 *
 * @param columns header by field, as the file was read
 * @param formats how dates, numbers and text were written
 * @param seconds that reading and writing took
 */
public record ImportReport(String file, String source, Map<OrderField, String> columns, String formats, Rows rows, Lines lines, Seen seen,
                           Doubts doubts, BigDecimal totalRevenue, @Nullable LocalDate firstDate, @Nullable LocalDate lastDate,
                           double seconds) {
    /** Every row is either kept or rejected. @param rejectedByReason by code */
    public record Rows(long read, long kept, long rejected, Map<String, Long> rejectedByReason) {}

    /** Kept lines by kind; fees are counted among these a second time, and so are cancellations. */
    public record Lines(long sale, long returned, long adjustment, long fee, long cancellation) {}

    /** Distinct ones on kept lines. */
    public record Seen(long orderNumbers, long knownCustomers, long countries, long productCodes) {}

    /**
     * What was kept and is worth a look.
     *
     * @param repeats rows that equal an earlier one cell by cell
     * @param codesWithSeveralDescriptions product codes of the whole warehouse
     * @param orderNumbersImportedBefore numbers that an earlier run brought too: their lines now count twice
     * @param readings what was decided though the file does not say it for sure
     */
    public record Doubts(long repeats, long withoutCustomer, long zeroPrices, long codesWithSeveralDescriptions,
                         long orderNumbersImportedBefore, List<String> readings) {}
}
