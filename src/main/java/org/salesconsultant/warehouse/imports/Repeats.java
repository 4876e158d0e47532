package org.salesconsultant.warehouse.imports;

/**
 * Counts rows that equal an earlier one cell by cell. Keeps 64 bits of each row: 16 bytes of memory a row, and one false repeat
 * to be expected in about six billion rows.
 */
final class Repeats {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int CELL_END = 0x1F;

    private long[] slots = new long[1 << 12];
    private int kept;
    private long repeats;

    void add(String[] cells) {
        long print = print(cells);
        if (kept * 2 >= slots.length) {
            grow();
        }
        if (put(slots, print)) {
            kept++;
        } else {
            repeats++;
        }
    }

    long count() {
        return repeats;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (long print : slots) {
            if (print != 0) {
                put(larger, print);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long print) {
        int at = (int) print & slots.length - 1;
        while (slots[at] != 0) {
            if (slots[at] == print) {
                return false;
            }
            at = at + 1 & slots.length - 1;
        }
        slots[at] = print;
        return true;
    }

    /** Never 0, which marks a free slot. */
    private static long print(String[] cells) {
        long print = SPREAD;
        for (var cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                print = (print ^ cell.charAt(i)) * SPREAD;
                print ^= print >>> 29;
            }
            print = (print ^ CELL_END) * SPREAD;
            print ^= print >>> 32;
        }
        return print == 0 ? 1 : print;
    }
}
