package org.salesconsultant.warehouse.imports.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.salesconsultant.sales.UserError;

/**
 * A file that holds text. One reading of the whole file, before any of it is used, tells that it can be read to its end, what
 * it is known by and how it is encoded: UTF-8 unless too many of its bytes are not. Bytes that stand for nothing are left out
 * or replaced, never a reason to stop.
 *
 * @param sample the beginning, as UTF-8; all of it where {@code whole}
 * @param tail the end, as UTF-8, from somewhere within a line
 * @param longestLine in bytes; what is longer than a block is exact
 * @param doubts sentences about the encoding
 */
record TextFile(GivenFile file, String sha256, Charset charset, boolean zeros, byte[] sample, boolean whole, byte[] tail,
                long longestLine, List<String> doubts) {
    private static final int SAMPLE = 1 << 20;

    /** @throws UserError when it cannot be read to its end, or holds no text */
    static TextFile of(GivenFile file) {
        var digest = Fingerprint.sha256();
        var survey = new TextSurvey(SAMPLE);
        try (var raw = new DigestInputStream(file.raw(any -> {}), digest); var bytes = file.unpack(raw)) {
            var block = bytes.readNBytes(GivenFile.BLOCK);
            while (block.length > 0) {
                survey.add(block);
                block = bytes.readNBytes(GivenFile.BLOCK);
            }
            raw.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        file.requireUnchanged();
        if (survey.isBlank()) {
            throw GivenFile.empty(file.path());
        }
        if (survey.isBinary()) {
            throw new UserError(UserError.Category.BAD_FILE, file.path() + " is no text.", "Export it again as CSV, Excel workbook (.xlsx) or JSON Lines.");
        }
        var charset = survey.charset();
        return new TextFile(file, Fingerprint.hex(digest), charset, survey.zeros() > 0 && charset.equals(StandardCharsets.UTF_8),
                utf8(survey.sample(), charset), survey.length() <= SAMPLE, utf8(survey.tail(), charset), survey.longestLine(),
                doubts(survey, charset));
    }

    /** UTF-8 without byte order mark and NUL. @param progress told how many bytes of the file as given have been read */
    InputStream open(LongConsumer progress) throws IOException {
        return plain(file.unpack(file.raw(progress)), charset, zeros || !charset.equals(StandardCharsets.UTF_8));
    }

    /** For people: {@code UTF-8, gzip}. */
    String format() {
        return charset.name() + (file.gzip() ? ", gzip" : "");
    }

    private static InputStream plain(InputStream bytes, Charset charset, boolean zeros) {
        var utf8 = charset.equals(StandardCharsets.UTF_8) ? bytes : new Utf8Input(bytes, charset);
        return new PlainInput(new BufferedInputStream(utf8, GivenFile.BLOCK), zeros);
    }

    private static byte[] utf8(byte[] bytes, Charset charset) {
        try (var plain = plain(new ByteArrayInputStream(bytes), charset, true)) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("reading memory does not fail", e);
        }
    }

    private static List<String> doubts(TextSurvey survey, Charset charset) {
        var doubts = new ArrayList<String>();
        if (survey.malformed() > 0) {
            doubts.add(charset.equals(StandardCharsets.UTF_8)
                    ? survey.malformed() + " places in the text are no UTF-8; the sign \ufffd stands for them."
                    : "The text is no UTF-8; it was read as " + charset.name() + ".");
        }
        if (survey.zeros() > 0 && charset.equals(StandardCharsets.UTF_8)) {
            doubts.add(survey.zeros() == 1 ? "1 NUL byte, which stands for nothing, was left out."
                    : survey.zeros() + " NUL bytes, which stand for nothing, were left out.");
        }
        return doubts;
    }
}
