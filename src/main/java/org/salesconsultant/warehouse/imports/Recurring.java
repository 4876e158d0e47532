package org.salesconsultant.warehouse.imports;

/**
 * Gives texts that come again as one and the same object, whose hash is known and which equals itself at a glance: what looks
 * them up afterwards is the slowest part of an import. Bounded; a text that was pushed out is another object next time.
 */
final class Recurring {
    private static final int KEPT = 1 << 16;

    private final String[] kept = new String[KEPT];

    void share(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            int hash = cells[i].hashCode();
            int place = (hash ^ hash >>> 16) & KEPT - 1;
            if (cells[i].equals(kept[place])) {
                cells[i] = kept[place];
            } else {
                kept[place] = cells[i];
            }
        }
    }
}
