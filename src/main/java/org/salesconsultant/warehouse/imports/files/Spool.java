package org.salesconsultant.warehouse.imports.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows kept on disk until the program ends, to be read again. The file has no name to others: it is gone when the program is,
 * however that ends.
 */
final class Spool {
    private final FileChannel file;
    private final DataOutputStream out;

    Spool() throws IOException {
        Path folder = Files.createTempDirectory("spool");
        file = FileChannel.open(folder.resolve("rows"), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        Files.deleteIfExists(folder);
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), GivenFile.BLOCK));
    }

    /** @param digest told every cell */
    void add(String[] cells, MessageDigest digest) throws IOException {
        out.writeInt(cells.length);
        for (var cell : cells) {
            var bytes = cell.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
    }

    /** Ends the writing. @return its size */
    long end() throws IOException {
        out.flush();
        return file.size();
    }

    /** Reads from the first row. */
    RowSource rows(LongConsumer progress) {
        var in = new DataInputStream(new BufferedInputStream(new CountedInput(new FromStart(), progress), GivenFile.BLOCK));
        return () -> row(in);
    }

    private static String @Nullable [] row(DataInputStream in) throws IOException {
        int count;
        try {
            count = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        var cells = new String[count];
        for (int i = 0; i < count; i++) {
            cells[i] = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
        }
        return cells;
    }

    /** The file with a place of its own. */
    private final class FromStart extends InputStream {
        private long at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(buffer, offset, length), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
