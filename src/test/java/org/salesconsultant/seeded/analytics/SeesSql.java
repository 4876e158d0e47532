package org.salesconsultant.seeded.analytics;

/** Breaks: analytics sees no SQL. */
public final class SeesSql {
    public java.sql.Connection broken;
}
