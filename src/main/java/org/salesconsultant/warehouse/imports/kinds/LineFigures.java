package org.salesconsultant.warehouse.imports.kinds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Kind;

/** What a report tells of order lines; what looks impossible is kept and told with an example. */
final class LineFigures {
    static final String WORTH_A_LOOK = "Kept, and worth a look";
    private static final String LINES = "Lines kept";
    private static final String SEEN = "Seen in the file";
    private static final int DECIMALS = 4;
    private static final int FIRST_LIKELY_YEAR = 1970;
    private static final long FAR_FROM_USUAL = 1_000_000;
    private static final int SAMPLED = 4_096;

    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final LocalDate nextYear = LocalDate.now(java.time.ZoneOffset.UTC).plusYears(1);
    private final Odd negative = new Odd("lines with quantity and price below 0");
    private final Odd odd = new Odd("lines of a year before 1970 or more than a year ahead");
    private final long[] prices = new long[SAMPLED];
    private final Map<Long, Long> linesByProduct = new HashMap<>();
    private final Odd dear = new Odd("lines at more than a million times the usual price");
    private long priced;
    private long dearest;
    private @Nullable String dearestOf;
    private long cancellations;
    private long zeroPrices;

    /** Rows of a sort that is worth a look, with the first of them. */
    private static final class Odd {
        private final String label;
        private long count;
        private @Nullable String example;

        private Odd(String label) {
            this.label = label;
        }

        private void add(String one) {
            count++;
            example = example == null ? one : example;
        }

        private void tell(List<Figure> figures) {
            if (count > 0) {
                figures.add(new Figure(WORTH_A_LOOK, label, count + ", such as " + example));
            }
        }
    }

    void count(LineCells line, @Nullable Long product, @Nullable String number, LocalDate date) {
        if (product != null) {
            linesByProduct.merge(product, 1L, Long::sum);
        }
        kinds.merge(line.kind(), 1L, Long::sum);
        cancellations += line.cancels(number) ? 1 : 0;
        zeroPrices += line.unitPrice() == 0 ? 1 : 0;
        if (line.quantity() < 0 && line.unitPrice() < 0) {
            negative.add(said(line, number, date));
        }
        if (date.getYear() < FIRST_LIKELY_YEAR || date.isAfter(nextYear)) {
            odd.add(said(line, number, date));
        }
        if (line.unitPrice() > 0) {
            price(line, number, date);
        }
    }

    /** The first prices stand for all: a price beyond a million times their median is a slip of the pen. */
    private void price(LineCells line, @Nullable String number, LocalDate date) {
        if (priced < SAMPLED) {
            prices[(int) priced] = line.unitPrice();
        }
        priced++;
        if (line.unitPrice() > dearest) {
            dearest = line.unitPrice();
            dearestOf = said(line, number, date);
        }
    }

    private static String said(LineCells line, @Nullable String number, LocalDate date) {
        var what = line.code() == null ? line.description() : line.code();
        return (number == null ? "" : "order " + number + " ") + "of " + date + (what == null ? "" : ", " + what) + ", "
                + plain(line.quantity()) + " at " + plain(line.unitPrice());
    }

    private static String plain(long value) {
        return BigDecimal.valueOf(value, DECIMALS).stripTrailingZeros().toPlainString();
    }

    private void dear() {
        int sampled = (int) Math.min(priced, SAMPLED);
        if (sampled == 0 || dearestOf == null) {
            return;
        }
        var sorted = java.util.Arrays.copyOf(prices, sampled);
        java.util.Arrays.sort(sorted);
        if (dearest / FAR_FROM_USUAL >= Math.max(1, sorted[sampled / 2])) {
            dear.add(dearestOf);
        }
    }

    private long feeLines(Handle handle) {
        return handle.createQuery("SELECT product_key FROM product WHERE item = 'fee'").mapTo(Long.class).stream()
                .map(linesByProduct::get).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
    }

    List<Figure> figures(Handle handle, long run) {
        dear();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(LINES, "sale lines", kinds.getOrDefault(Kind.SALE, 0L)));
        figures.add(new Figure(LINES, "return lines", kinds.getOrDefault(Kind.RETURN, 0L)));
        figures.add(new Figure(LINES, "adjustment lines", kinds.getOrDefault(Kind.ADJUSTMENT, 0L)));
        handle.createQuery("""
                SELECT count(DISTINCT number_key) AS numbers, count(DISTINCT customer_key) AS customers,
                  count(DISTINCT country_key) AS countries, coalesce(sum(revenue), 0) AS revenue,
                  (SELECT count(*) FROM (SELECT 1 FROM product_description WHERE lines > 0 GROUP BY product_key HAVING count(*) > 1)) AS several,
                  min(calendar.date) AS first, max(calendar.date) AS last
                FROM orders JOIN calendar USING (day) WHERE run_key = :run""").bind("run", run)
                .map((row, context) -> List.of(
                        new Figure(LINES, "of all: fee lines", feeLines(handle)),
                        new Figure(LINES, "of all: cancellation lines", cancellations),
                        new Figure(SEEN, "order numbers", row.getLong("numbers")),
                        new Figure(SEEN, "known customers", row.getLong("customers")),
                        new Figure(SEEN, "countries", row.getLong("countries")),
                        new Figure(SEEN, "product codes", (long) linesByProduct.size()),
                        new Figure(SEEN, "total revenue", BigDecimal.valueOf(row.getLong("revenue"), DECIMALS)),
                        new Figure(SEEN, "first date", row.getString("first")),
                        new Figure(SEEN, "last date", row.getString("last")),
                        new Figure(WORTH_A_LOOK, "lines with a price of 0", zeroPrices),
                        new Figure(WORTH_A_LOOK, "product codes with several descriptions", row.getLong("several"))))
                .one().forEach(figures::add);
        for (var each : new Odd[] {negative, odd, dear}) {
            each.tell(figures);
        }
        return figures;
    }
}
