package org.salesconsultant.warehouse.imports;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.imports.RejectedRow.Code;

/** What is counted while rows go by. */
final class Tally {
    private final Repeats repeats = new Repeats();
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<Code, Long> rejected = new EnumMap<>(Code.class);
    private long kept;
    private long cancellations;
    private long withoutCustomer;
    private long zeroPrices;

    void keep(String[] cells, OrderRow row) {
        kept++;
        repeats.add(cells);
        kinds.merge(row.kind(), 1L, Long::sum);
        cancellations += row.cancelled() ? 1 : 0;
        withoutCustomer += row.customerCode() == null ? 1 : 0;
        zeroPrices += row.unitPrice() == 0 ? 1 : 0;
    }

    void reject(Code code) {
        rejected.merge(code, 1L, Long::sum);
    }

    long read() {
        return kept + rejected();
    }

    long kept() {
        return kept;
    }

    long rejected() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By code, sorted. */
    Map<String, Long> rejectedByReason() {
        var byName = new TreeMap<String, Long>();
        rejected.forEach((code, count) -> byName.put(code.toString(), count));
        return byName;
    }

    long lines(Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    long cancellations() {
        return cancellations;
    }

    long withoutCustomer() {
        return withoutCustomer;
    }

    long zeroPrices() {
        return zeroPrices;
    }

    long repeats() {
        return repeats.count();
    }
}
