package org.salesconsultant.warehouse.imports.kinds;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.fields.Dates;

/**
 * One order line that is complete in itself.
 *
 * @param number null where the file has no order numbers: each row is an order of its own
 */
record OrderLine(@Nullable String number, Dates.Moment moment, CustomerCells customer, @Nullable String country, @Nullable String region, RepCells rep,
                 @Nullable String channel, CampaignCells campaign, LineCells line) {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int RADIX = 36;
    private static final int SHIFT = 29;

    /** The number of an order of its own: the same for the same row in whatever export. */
    String numberByContent() {
        long print = 0;
        for (var each : new @Nullable Object[] {moment.minute(), customer.code(), customer.name(), country, region, rep.code(), rep.name(), channel,
                line.code(), line.description(), line.quantity(), line.unitPrice(), line.discount(), line.amount()}) {
            print = print * SPREAD + print(each);
            print ^= print >>> SHIFT;
        }
        var who = customer.code() == null ? customer.name() : customer.code();
        return moment.date() + (who == null ? "-" : "-" + who + "-") + Long.toUnsignedString(print, RADIX);
    }

    /** 64 bits of a text: those of its hash code are too few for millions of rows. */
    private static long print(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        long print = 1;
        var text = value == null ? "" : value.toString();
        for (int i = 0; i < text.length(); i++) {
            print = print * SPREAD + text.charAt(i);
        }
        return print;
    }
}
