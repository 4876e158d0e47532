package org.salesconsultant.sales;

import org.jspecify.annotations.Nullable;

/**
 * Who is asking. Travels with every question.
 *
 * @param id stable and unique, e.g. {@code key:anna}; conversations belong to it
 * @param name as shown
 * @param rep the rep whose accounts alone this viewer sees, or null for all rows
 */
public record Viewer(String id, String name, Role role, @Nullable String rep) {
    public Viewer {
        if (rep != null && role != Role.REP) {
            throw new IllegalArgumentException("only the role rep is narrowed to a rep");
        }
    }

    public RowScope scope() {
        if (role == Role.SERVICE) {
            return new RowScope.Nothing();
        }
        return rep == null ? new RowScope.All() : new RowScope.OfRep(rep);
    }

    /** Whether this viewer may see whatever another may. */
    public boolean seesAllOf(Viewer other) {
        return switch (scope()) {
            case RowScope.All all -> true;
            case RowScope.OfRep own -> other.role == Role.SERVICE || own.equals(other.scope());
            case RowScope.Nothing nothing -> other.role == Role.SERVICE;
        };
    }
}
