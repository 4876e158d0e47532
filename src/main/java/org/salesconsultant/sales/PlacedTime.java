package org.salesconsultant.sales;

/** A {@link TimeAtom} where it stands: {@code start} inclusive, {@code end} exclusive. */
record PlacedTime(int start, int end, TimeAtom atom) {
    PlacedTime with(TimeAtom other) {
        return new PlacedTime(start, end, other);
    }
}
