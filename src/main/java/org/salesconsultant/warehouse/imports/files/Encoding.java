package org.salesconsultant.warehouse.imports.files;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How bytes that are not UTF-8 are most probably encoded. */
final class Encoding {
    static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset KOREAN = Charset.forName("EUC-KR");
    private static final int SURE = 20;
    private static final int LOOKED_AT = 512;
    private static final double MOST = 0.7;
    private static final char FIRST_COMMON = 0xB0;
    private static final char LAST_COMMON = 0xD7;

    private Encoding() {}

    /** By its byte order mark, or by the zeros that UTF-16 puts beside each Western letter; null where neither is there. */
    static @Nullable Charset marked(byte[] start) {
        if (starts(start, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(start, 0xfe, 0xff)) {
            return StandardCharsets.UTF_16BE;
        }
        int length = Math.min(start.length, LOOKED_AT);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            even += start[i] == 0 && i % 2 == 0 ? 1 : 0;
            odd += start[i] == 0 && i % 2 == 1 ? 1 : 0;
        }
        if (Math.max(even, odd) < length * MOST / 2 || Math.min(even, odd) > 0) {
            return null;
        }
        return odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    /** What ICU makes of it where that is sure, else Chinese where it reads as such, else Western. @param text lines with bytes beyond ASCII */
    static Charset detect(byte[] text) {
        var match = new CharsetDetector().setText(text).detect();
        if (match != null && match.getConfidence() >= SURE && Charset.isSupported(match.getName())) {
            var charset = Charset.forName(match.getName());
            boolean severalBytes = charset.newEncoder().maxBytesPerChar() > 1;
            if (severalBytes && reads(charset, text)) {
                // few characters, as of a header over rows of numbers, are often taken for Big5; Korean alone shares these pairs
                return isChinese(text) && !charset.equals(KOREAN) ? CHINESE : charset;
            }
            if (!severalBytes && !isChinese(text)) {
                return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
            }
        }
        return isChinese(text) ? CHINESE : WESTERN;
    }

    /** Whether most of its pairs of bytes are among the 3,755 commonest characters, which short Western text never is. */
    private static boolean isChinese(byte[] text) {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i < text.length; i++) {
            int lead = text[i] & 0xff;
            if (lead > 0x80) {
                int trail = i + 1 < text.length ? text[i + 1] & 0xff : 0;
                pairs++;
                common += lead >= FIRST_COMMON && lead <= LAST_COMMON && trail > 0xA0 ? 1 : 0;
                i++;
            }
        }
        return pairs > 0 && common >= pairs * MOST && reads(CHINESE, text);
    }

    private static boolean reads(Charset charset, byte[] text) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }
}
