package org.salesconsultant.warehouse.imports.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is noted of a text's bytes while they go by, block by block. */
final class TextSurvey {
    private static final int BLOCK = GivenFile.BLOCK;
    private static final int ENOUGH_TO_TELL = 8_000;
    /** Of the characters beyond ASCII: a few broken ones do not make a text another encoding. */
    private static final double FEW = 0.1;

    /** Tabs, line ends, and the separators that ASCII has for tables. */
    private static final String TEXT_CONTROLS = "\t\n\f\r\u0001\u001a\u001b\u001c\u001d\u001e\u001f";

    private final int sampled;
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private final ByteArrayOutputStream beyondAscii = new ByteArrayOutputStream();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer pending = ByteBuffer.allocate(2 * BLOCK);
    private final CharBuffer characters = CharBuffer.allocate(2 * BLOCK);
    private byte[] before = {};
    private byte[] last = {};
    private @Nullable Charset marked;
    private long length;
    private long zeros;
    private long malformed;
    private long wellFormed;
    private long line;
    private long longestLine;
    private boolean blank = true;

    /** @param sampled how many bytes of the beginning to keep */
    TextSurvey(int sampled) {
        this.sampled = sampled;
    }

    /** @param block full, but for the last */
    void add(byte[] block) {
        if (length == 0) {
            marked = Encoding.marked(block);
        }
        if (length < sampled) {
            sample.write(block, 0, (int) Math.min(block.length, sampled - length));
        }
        before = last;
        last = block;
        length += block.length;
        measureLines(block);
        int signs = 0;
        for (byte each : block) {
            signs |= each;
            zeros += each == 0 ? 1 : 0;
        }
        for (int i = 0; blank && i < block.length; i++) {
            blank = block[i] >= 0 && block[i] <= ' ';
        }
        if (marked == null && (signs < 0 || pending.position() > 0)) {
            decode(block);
        }
    }

    Charset charset() {
        if (marked != null) {
            return marked;
        }
        return malformed() > wellFormed * FEW ? Encoding.detect(beyondAscii.toByteArray()) : StandardCharsets.UTF_8;
    }

    long malformed() {
        return malformed + (pending.position() > 0 ? 1 : 0);
    }

    long zeros() {
        return zeros;
    }

    long length() {
        return length;
    }

    long longestLine() {
        return Math.max(line, longestLine);
    }

    /** Whether nothing in it is seen. */
    boolean isBlank() {
        return blank;
    }

    /** Whether its beginning has more signs that no text has than a broken text would. */
    boolean isBinary() {
        if (marked != null) {
            return false;
        }
        var start = sample.toByteArray();
        int length = Math.min(start.length, BLOCK);
        int controls = 0;
        for (int i = 0; i < length; i++) {
            controls += start[i] >= 0 && start[i] < ' ' && TEXT_CONTROLS.indexOf(start[i]) < 0 ? 1 : 0;
        }
        return controls > length * FEW;
    }

    byte[] sample() {
        return sample.toByteArray();
    }

    /** From an even place on, as encodings of two bytes need it. */
    byte[] tail() {
        var tail = new byte[before.length + last.length];
        System.arraycopy(before, 0, tail, 0, before.length);
        System.arraycopy(last, 0, tail, before.length, last.length);
        return tail;
    }

    private void measureLines(byte[] block) {
        int first = 0;
        while (first < block.length && !endsLine(block[first])) {
            first++;
        }
        longestLine = Math.max(longestLine, line + first);
        if (first == block.length) {
            line += first;
            return;
        }
        int end = block.length;
        while (!endsLine(block[end - 1])) {
            end--;
        }
        line = block.length - end;
    }

    private static boolean endsLine(byte each) {
        return each == '\n' || each == '\r';
    }

    private void decode(byte[] block) {
        pending.put(block).flip();
        boolean any = false;
        while (true) {
            var result = decoder.decode(pending, characters.clear(), false);
            for (int i = 0; i < characters.position(); i++) {
                wellFormed += characters.get(i) > 0x7f ? 1 : 0;
            }
            if (!result.isError()) {
                break;
            }
            any = true;
            malformed++;
            pending.position(pending.position() + result.length());
        }
        pending.compact();
        if (any) {
            keepBeyondAscii(block);
        }
    }

    /** The lines that can tell the encoding. */
    private void keepBeyondAscii(byte[] block) {
        int start = 0;
        boolean beyond = false;
        for (int i = 0; i < block.length && beyondAscii.size() < ENOUGH_TO_TELL; i++) {
            beyond |= block[i] < 0;
            if (endsLine(block[i]) || i == block.length - 1) {
                if (beyond) {
                    beyondAscii.write(block, start, i + 1 - start);
                }
                start = i + 1;
                beyond = false;
            }
        }
    }
}
