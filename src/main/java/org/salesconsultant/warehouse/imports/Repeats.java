package org.salesconsultant.warehouse.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows that equal an earlier one cell by cell. Keeps 64 bits of each row, at most a few million of them in memory and the
 * rest sorted in a file that is gone when this is closed; one false repeat is to be expected in about six billion rows.
 */
final class Repeats implements AutoCloseable {
    private static final int IN_MEMORY = 1 << 21;
    private static final int AT_A_TIME = 1 << 13;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int CELL_END = 0x1F;

    private final int inMemory;
    private final List<SortedRun> runs = new ArrayList<>();
    private long[] prints = new long[1 << 12];
    private int filled;
    private @Nullable FileChannel file;

    Repeats() {
        this(IN_MEMORY);
    }

    /** @param inMemory how many rows are kept before they go to the file */
    Repeats(int inMemory) {
        this.inMemory = inMemory;
    }

    void add(long print) {
        if (filled == inMemory) {
            spill();
        } else if (filled == prints.length) {
            prints = Arrays.copyOf(prints, Math.min(inMemory, filled * 2));
        }
        prints[filled++] = print;
    }

    /** Ends the counting. */
    long count() {
        Arrays.sort(prints, 0, filled);
        if (runs.isEmpty()) {
            long repeats = 0;
            for (int i = 1; i < filled; i++) {
                repeats += prints[i] == prints[i - 1] ? 1 : 0;
            }
            return repeats;
        }
        spill();
        return merged();
    }

    private void spill() {
        try {
            var out = file();
            Arrays.sort(prints, 0, filled);
            long from = out.size();
            var bytes = ByteBuffer.allocate(AT_A_TIME * Long.BYTES).order(ByteOrder.nativeOrder());
            for (int i = 0; i < filled; i += AT_A_TIME) {
                int length = Math.min(AT_A_TIME, filled - i);
                bytes.clear().limit(length * Long.BYTES);
                bytes.asLongBuffer().put(prints, i, length);
                while (bytes.hasRemaining()) {
                    out.write(bytes, out.size());
                }
            }
            runs.add(new SortedRun(out, from, filled));
            filled = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            file = FileChannel.open(Files.createTempFile("rows", ".prints"), StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    private long merged() {
        var next = new PriorityQueue<SortedRun>(Comparator.comparingLong(SortedRun::value));
        runs.stream().filter(SortedRun::advance).forEach(next::add);
        long repeats = 0;
        boolean first = true;
        long last = 0;
        for (var run = next.poll(); run != null; run = next.poll()) {
            repeats += !first && run.value == last ? 1 : 0;
            last = run.value;
            first = false;
            if (run.advance()) {
                next.add(run);
            }
        }
        return repeats;
    }

    /** 64 bits of a row. */
    static long print(String[] cells) {
        long print = SPREAD;
        for (var cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                print = (print ^ cell.charAt(i)) * SPREAD;
                print ^= print >>> 29;
            }
            print = (print ^ CELL_END) * SPREAD;
            print ^= print >>> 32;
        }
        return print;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A stretch of the file whose values rise, read from its start. */
    private static final class SortedRun {
        private final FileChannel file;
        private final ByteBuffer bytes = ByteBuffer.allocate(AT_A_TIME * Long.BYTES).order(ByteOrder.nativeOrder());
        private LongBuffer ready = LongBuffer.allocate(0);
        private long at;
        private long left;
        private long value;

        private SortedRun(FileChannel file, long from, long length) {
            this.file = file;
            at = from;
            left = length;
        }

        private long value() {
            return value;
        }

        private boolean advance() {
            if (!ready.hasRemaining()) {
                if (left == 0) {
                    return false;
                }
                fill();
            }
            value = ready.get();
            return true;
        }

        private void fill() {
            try {
                bytes.clear().limit((int) Math.min(AT_A_TIME, left) * Long.BYTES);
                while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
                    // a read may give less than was asked for
                }
                bytes.flip();
                at += bytes.limit();
                left -= bytes.limit() / Long.BYTES;
                ready = bytes.asLongBuffer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
