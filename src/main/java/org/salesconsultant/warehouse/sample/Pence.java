package org.salesconsultant.warehouse.sample;

/** Amounts in ten-thousandths of a pound, rounded to whole pence as an invoice has them. */
final class Pence {
    private static final long PENNY = 100;

    private Pence() {}

    static long of(double pounds) {
        return Math.round(pounds * 100) * PENNY;
    }

    /** @param amount ten-thousandths */
    static long share(long amount, double share) {
        return Math.round(amount * share / PENNY) * PENNY;
    }
}
