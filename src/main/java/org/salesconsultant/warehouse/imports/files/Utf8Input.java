package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in another encoding as UTF-8. */
final class Utf8Input extends InputStream {
    private static final int BLOCK = 1 << 14;

    private final InputStreamReader text;
    private final CharBuffer characters = CharBuffer.allocate(BLOCK).flip();
    private final ByteBuffer bytes = ByteBuffer.allocate(4 * BLOCK).flip();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE);

    Utf8Input(InputStream in, Charset charset) {
        text = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return prepare() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!prepare()) {
            return -1;
        }
        int count = Math.min(length, bytes.remaining());
        bytes.get(buffer, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private boolean prepare() throws IOException {
        while (!bytes.hasRemaining()) {
            characters.compact();
            int read = text.read(characters);
            characters.flip();
            encoder.encode(characters, bytes.clear(), read < 0);
            bytes.flip();
            if (read < 0 && !bytes.hasRemaining()) {
                return false;
            }
        }
        return true;
    }
}
