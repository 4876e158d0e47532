package org.salesconsultant.warehouse.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records of a delimited UTF-8 text, one by one. Reads what careful writers write at full speed, and what careless ones
 * write with sense: a quote closes a cell only where a delimiter or the end of the line follows, so that quotes nobody escaped
 * stay part of their cell; and a record that has such quotes and not the expected number of cells is read again with its quotes
 * taken otherwise, and that reading kept if it fits. Memory is bounded by the longest record allowed. Not safe for several threads.
 */
final class Records implements Closeable {
    /** A record of more bytes is none. */
    static final int LONGEST = 16 << 20;
    private static final int FIRST_BUFFER = 1 << 18;
    private static final int MORE = -1;
    private static final int STRAY = -2;
    private static final String[] BLANK_LINE = {};

    /** How the quotes of a record are taken, from the most to the least trusting. */
    private enum Quotes { WELL_WRITTEN, SOME_STRAY, NONE }

    private static final Quotes[] OTHERWISE = {Quotes.SOME_STRAY, Quotes.NONE};

    private final InputStream in;
    private final Dialect dialect;
    private final int expected;
    private final byte[] delimiter;
    private final byte first;
    private final byte quote;
    private final byte escape;
    private final boolean plain;
    private final boolean runs;

    private byte[] buffer = new byte[FIRST_BUFFER];
    private int at;
    private int end;
    private boolean exhausted;
    private boolean doubtful;
    private String[] cells = new String[32];
    private int count;

    /** A record longer than {@link #LONGEST}. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param text UTF-8; closed with this
     * @param expected cells in most records, 0 when not known
     */
    Records(InputStream text, Dialect dialect, int expected) {
        this.in = text;
        this.dialect = dialect;
        this.expected = expected;
        this.delimiter = dialect.delimiter().getBytes(StandardCharsets.UTF_8);
        this.first = delimiter[0];
        this.quote = (byte) dialect.quote();
        this.escape = (byte) dialect.escape();
        this.runs = dialect.runs();
        this.plain = delimiter.length == 1 && !runs && !dialect.hasEscape();
    }

    /** The cells of the next record, none for a blank line; null at the end. The array is the caller's to keep. */
    String @Nullable [] next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        int next = read(Quotes.WELL_WRITTEN);
        if (doubtful && expected > 0 && count != expected || next == STRAY) {
            next = readOtherwise();
        }
        at = next;
        return count == 0 ? BLANK_LINE : Arrays.copyOf(cells, count);
    }

    /** Whether the record read last has quotes that could be taken otherwise, or line ends within them. */
    boolean isDoubtful() {
        return doubtful;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int readOtherwise() throws IOException {
        for (var quotes : OTHERWISE) {
            int next = read(quotes);
            if (next != STRAY && count == expected) {
                return next;
            }
        }
        int next = read(Quotes.WELL_WRITTEN);
        if (next == STRAY) {
            next = read(Quotes.NONE);
        }
        if (next == STRAY) {
            throw new TooLong();
        }
        return next;
    }

    /** @return where the next record begins, or {@link #STRAY} where this one is too long */
    private int read(Quotes quotes) throws IOException {
        while (true) {
            int next = parse(quotes);
            if (next != MORE) {
                return next;
            }
            if (end - at > LONGEST) {
                return STRAY;
            }
            fill();
        }
    }

    private int parse(Quotes quotes) {
        count = 0;
        doubtful = false;
        int p = runs ? skipBlanks(at) : at;
        while (true) {
            int start = p;
            int content = quotes == Quotes.NONE || quote == 0 ? MORE : quoteAt(p);
            if (content >= 0) {
                int closing = closing(content, quotes);
                if (closing == MORE) {
                    return MORE;
                }
                if (closing != STRAY) {
                    add(content, closing, true);
                    p = afterBlanks(closing + 1);
                } else {
                    p = plainEnd(start);
                    add(start, p, false);
                }
            } else {
                p = plainEnd(start);
                add(start, p, false);
            }
            if (isLineEnd(p)) {
                count -= start == p && (count == 1 || runs) ? 1 : 0;
                return afterLineEnd(p);
            }
            p = runs ? skipBlanks(p) : p + delimiter.length;
        }
    }

    /** Also the text's end; and the buffer's, behind which more must be read. */
    private boolean isLineEnd(int p) {
        return p >= end || buffer[p] == '\n' || buffer[p] == '\r';
    }

    private int afterLineEnd(int p) {
        if (p >= end) {
            return exhausted ? end : MORE;
        }
        if (buffer[p] == '\r') {
            if (p + 1 == end && !exhausted) {
                return MORE;
            }
            return p + 1 < end && buffer[p + 1] == '\n' ? p + 2 : p + 1;
        }
        return p + 1;
    }

    /** @return the place after the quote that opens a cell at p, blanks before it left out; MORE where there is none */
    private int quoteAt(int p) {
        if (p < end && buffer[p] == quote) {
            return p + 1;
        }
        if (p >= end || buffer[p] != ' ' || first == '\t') {
            return MORE;
        }
        int q = afterBlanks(p);
        return q < end && buffer[q] == quote ? q + 1 : MORE;
    }

    private int afterBlanks(int p) {
        int q = p;
        if (first != ' ') {
            while (q < end && buffer[q] == ' ') {
                q++;
            }
        }
        return q;
    }

    private int skipBlanks(int p) {
        int q = p;
        while (q < end && (buffer[q] == ' ' || buffer[q] == '\t')) {
            q++;
        }
        return q;
    }

    /** @return the quote that closes a cell, MORE when it is not in the buffer, STRAY when the opening one seems to belong to the cell */
    private int closing(int content, Quotes quotes) {
        int p = content;
        boolean severalLines = false;
        while (true) {
            while (p < end && buffer[p] != quote && (buffer[p] != escape || escape == quote)) {
                severalLines |= buffer[p] == '\n' || buffer[p] == '\r';
                p++;
            }
            doubtful |= severalLines;
            if (p + 1 >= end && !exhausted) {
                return MORE;
            }
            if (p >= end) {
                return STRAY;
            }
            if (buffer[p] != quote) {
                p += 2;
                continue;
            }
            if (quotes == Quotes.WELL_WRITTEN && escape == quote && p + 1 < end && buffer[p + 1] == quote) {
                p += 2;
                continue;
            }
            int after = afterBlanks(p + 1);
            if (after + delimiter.length > end && !exhausted) {
                return MORE;
            }
            if (isLineEnd(after) || isDelimiter(after)) {
                return p;
            }
            doubtful = true;
            if ((severalLines || quotes == Quotes.SOME_STRAY) && opensACell(p)) {
                return STRAY;
            }
            p++;
        }
    }

    /** A quote right after a delimiter or a line's end. */
    private boolean opensACell(int p) {
        return isLineEnd(p - 1) || p - delimiter.length >= at && isDelimiter(p - delimiter.length);
    }

    private boolean isDelimiter(int p) {
        if (runs) {
            return buffer[p] == ' ' || buffer[p] == '\t';
        }
        if (buffer[p] != first) {
            return false;
        }
        for (int i = 1; i < delimiter.length; i++) {
            if (p + i >= end || buffer[p + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private int plainEnd(int start) {
        int p = start;
        if (plain) {
            final byte[] bytes = buffer;
            final byte ends = first;
            final int last = end;
            while (p < last) {
                byte each = bytes[p];
                if (each == ends || each == '\n' || each == '\r') {
                    return p;
                }
                p++;
            }
            return p;
        }
        while (!isLineEnd(p) && !isDelimiter(p)) {
            p += dialect.hasEscape() && buffer[p] == escape && p + 1 < end && (isDelimiter(p + 1) || buffer[p + 1] == escape) ? 2 : 1;
        }
        return p;
    }

    private void add(int from, int to, boolean quoted) {
        if (count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * count);
        }
        if (from == to) {
            cells[count++] = "";
        } else if (quoted || dialect.hasEscape()) {
            cells[count++] = unescaped(from, to, quoted);
        } else {
            cells[count++] = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
    }

    /** Two quotes stand for one; an escape stands before a quote, itself, or, outside quotes, a delimiter, and else for itself. */
    private String unescaped(int from, int to, boolean quoted) {
        int p = from;
        while (p < to && buffer[p] != escape) {
            p++;
        }
        if (p == to || escape == 0) {
            return new String(buffer, from, to - from, StandardCharsets.UTF_8);
        }
        var plain = new byte[to - from];
        int length = 0;
        for (p = from; p < to; p++) {
            if (buffer[p] == escape && p + 1 < to
                    && (buffer[p + 1] == escape || buffer[p + 1] == quote || !quoted && isDelimiter(p + 1))) {
                p++;
            }
            plain[length++] = buffer[p];
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    /** Reads on, keeping the record that was begun. @return whether there is anything unread */
    private boolean fill() throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        exhausted = read < 0;
        end += Math.max(read, 0);
        return end > at;
    }
}
