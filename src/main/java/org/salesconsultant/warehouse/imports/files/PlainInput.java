package org.salesconsultant.warehouse.imports.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** UTF-8 without what is no text: NUL bytes and a byte order mark at the beginning. */
final class PlainInput extends FilterInputStream {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private final boolean zeros;
    private boolean begun;

    /** @param in that can be marked @param zeros whether there are NUL bytes */
    PlainInput(InputStream in, boolean zeros) {
        super(in);
        this.zeros = zeros;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        begin();
        while (true) {
            int read = super.read(buffer, offset, length);
            if (read <= 0 || !zeros) {
                return read;
            }
            int kept = withoutNul(buffer, offset, read);
            if (kept > 0) {
                return kept;
            }
        }
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            in.mark(MARK.length);
            if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
                in.reset();
            }
        }
    }

    private static int withoutNul(byte[] buffer, int offset, int length) {
        int to = offset;
        for (int from = offset; from < offset + length; from++) {
            buffer[to] = buffer[from];
            to += buffer[from] == 0 ? 0 : 1;
        }
        return to - offset;
    }
}
