package org.salesconsultant.warehouse.imports;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/** What is counted while rows go by. */
final class Tally implements AutoCloseable {
    private final Repeats repeats = new Repeats();
    private final Map<Code, Long> rejected = new EnumMap<>(Code.class);
    private long kept;

    void keep(long print) {
        kept++;
        repeats.add(print);
    }

    void reject(Code code) {
        rejected.merge(code, 1L, Long::sum);
    }

    ImportReport.Rows rows() {
        long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
        var byReason = new TreeMap<String, Long>();
        rejected.forEach((code, count) -> byReason.put(code.toString(), count));
        return new ImportReport.Rows(kept + refused, kept, refused, byReason);
    }

    long repeats() {
        return repeats.count();
    }

    @Override
    public void close() {
        repeats.close();
    }
}
