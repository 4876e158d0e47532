package org.salesconsultant.seeded.channels;

/** Breaks: Jdbi only in the warehouse and the stores. */
public final class UsesJdbi {
    public org.jdbi.v3.core.Handle broken;
}
