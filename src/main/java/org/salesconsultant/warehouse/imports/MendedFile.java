package org.salesconsultant.warehouse.imports;

import java.util.List;
import java.util.function.LongConsumer;
import org.salesconsultant.warehouse.imports.files.TableFile;

/**
 * A file of rejected rows as {@link RejectedRows} wrote it and a person mended it: the columns of the file they came from, and
 * behind them those that say which rows they are. Columns may have changed places.
 *
 * @param run that rejected them
 * @param origin how the file was read that they came from
 * @param places of the origin's columns in this file
 * @param runColumn of the number of the run that rejected them
 * @param rowColumn of their row numbers there
 */
record MendedFile(TableFile file, long run, HowRead origin, int[] places, int runColumn, int rowColumn) implements OtherwiseRead {
    /** Gives rows the number they had in the file they came from, or −1 where they do not say that it was a row of this run. */
    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        file.<X>read(progress, (number, cells) -> visitor.row(run == number(cells, runColumn) ? number(cells, rowColumn) : -1, inOrder(cells)));
    }

    private String[] inOrder(String[] cells) {
        var row = new String[places.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = places[i] < cells.length ? cells[places[i]] : "";
        }
        return row;
    }

    private static long number(String[] cells, int column) {
        try {
            return column < cells.length ? Long.parseLong(cells[column].strip()) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public List<String> header() {
        return origin.header();
    }
}
