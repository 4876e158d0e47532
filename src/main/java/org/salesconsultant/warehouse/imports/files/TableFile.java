package org.salesconsultant.warehouse.imports.files;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * One table as a file, or a query, gives it: a header or none, and rows of cells. Nothing is kept in memory but a sample of
 * its beginning; it is read as often as needed. What stands above its header and below its last row is not part of it.
 */
public interface TableFile {
    /** What people call it: {@code orders.csv}, {@code book.xlsx, sheet "Orders"}, {@code query}. */
    String name();

    /** How it is written, for people: {@code CSV, UTF-8, semicolon, gzip}. */
    String format();

    /** Whether the file names its columns. */
    boolean hasHeader();

    /** As many as there are columns, stripped; empty where a column has no name, all of them where {@link #hasHeader} is false. */
    List<String> header();

    default int columns() {
        return header().size();
    }

    /** Size of the input as given, packed or not: what progress is counted in; −1 where nobody knows. */
    long bytes();

    /**
     * What it is known by, hexadecimal: the SHA-256 of the bytes as given. Where they hold several tables, of them and the
     * table's own name; of a query, of its address, its text and every cell it gave.
     */
    String sha256();

    /** What was decided though the file does not say it for sure, in sentences. */
    List<String> doubts();

    /** Takes the rows one by one. */
    interface Visitor<X extends Exception> {
        /**
         * @param number 1 is the first row after the header, or the first of all where there is none
         * @param cells the visitor's to keep; as many as the row has, which may be fewer or more than there are columns; never
         *     null, an absent value is an empty string
         * @return whether to go on
         */
        boolean row(long number, String[] cells) throws X;
    }

    /**
     * Reads all rows from the first. Blank rows are left out.
     *
     * @param progress told how many of {@link #bytes} have been read; where those are unknown, how many rows
     * @throws org.salesconsultant.sales.UserError when the input cannot be read to its end or has changed since it was opened
     */
    <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X;
}
