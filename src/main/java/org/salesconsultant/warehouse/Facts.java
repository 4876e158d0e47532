package org.salesconsultant.warehouse;

import org.jdbi.v3.core.Handle;

/**
 * One state of the facts, open for reading.
 *
 * @param stored the warehouse itself: for settings, members and whatever is looked up by its key
 * @param rows where many rows are read: the warehouse itself, or a copy of its star that holds exactly the same state
 * @param engine what reads {@code rows}, as a provenance names it
 */
public record Facts(Handle stored, Handle rows, String engine) {}
