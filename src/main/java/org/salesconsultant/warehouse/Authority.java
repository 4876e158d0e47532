package org.salesconsultant.warehouse;

/** How much what a file says of a member counts. */
public enum Authority {
    /** The file names the member in passing, as an order line its product: that fills in what is lacking. */
    PASSING,
    /** The file lists such members: the newest list wins, and what is named in passing never overwrites it. */
    MASTER
}
