package org.salesconsultant.warehouse;

/** What an order line is; its {@code ordinal()} stands in the database. */
public enum Kind {
    /** quantity &gt; 0 and price &gt; 0 */
    SALE,
    /** quantity &lt; 0 and price &gt; 0, or marked as return or credit in the file */
    RETURN,
    /** all else: price ≤ 0 or quantity 0 */
    ADJUSTMENT
}
