package org.salesconsultant.warehouse.history;

/**
 * What one customer bought so far, in sums. Amounts are in ten-thousandths of the currency.
 *
 * @param customer its key in the star
 * @param saleDays days since 1970-01-01 with a sale line, ascending, each once; empty where there are returns only
 * @param orders distinct orders with a sale line
 * @param revenue net: over all lines
 * @param grossRevenue over sale lines
 * @param returnsValue over return lines, positive
 * @param revenueLastYear net, over the 365 days up to and with the newest order date of the warehouse
 */
public record CustomerHistory(long customer, int[] saleDays, int orders, long revenue, long grossRevenue, long returnsValue,
                              long revenueLastYear) {
    /** Whether there is anything to learn from. */
    public boolean hasBought() {
        return saleDays.length > 0;
    }

    public int firstSaleDay() {
        return saleDays[0];
    }

    public int lastSaleDay() {
        return saleDays[saleDays.length - 1];
    }
}
