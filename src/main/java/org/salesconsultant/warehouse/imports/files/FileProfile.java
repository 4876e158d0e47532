package org.salesconsultant.warehouse.imports.files;

import com.ibm.icu.text.CharsetDetector;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * What one reading of a whole file tells before any of it is used: that it can be read to its end, what it is known by, and
 * how its text is encoded. UTF-8 unless some byte of it is not; then what ICU makes of the text around the first such byte.
 *
 * @param bytes its size as given, packed or not
 * @param sha256 of the bytes as given, hexadecimal
 */
record FileProfile(Path file, long bytes, String sha256, boolean gzip, Charset charset) {
    private static final int BLOCK = 1 << 16;
    private static final int SURE = 20;

    /** @throws UserError when it is missing, unreadable, empty, a folder, or a damaged .gz */
    static FileProfile of(Path file) {
        if (!Files.exists(file)) {
            throw new UserError(UserError.Category.BAD_FILE, "There is no file " + file + ".", "Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new UserError(UserError.Category.BAD_FILE, file + " is a folder.", "Name the files in it, e.g. " + file.resolve("*.csv") + ".");
        }
        try {
            return read(file);
        } catch (EOFException | ZipException e) {
            throw new UserError(UserError.Category.BAD_FILE, file + " is a damaged .gz file: " + e.getMessage() + ". Nothing was imported.",
                    "Copy or download it again.");
        } catch (IOException e) {
            throw new UserError(UserError.Category.BAD_FILE, "Cannot read " + file + ": " + reason(e) + ".", "Check that this user may read it.");
        }
    }

    /** The text's bytes, unpacked. @param raw of the file */
    static InputStream unpack(InputStream raw, boolean gzip) throws IOException {
        return gzip ? new GZIPInputStream(raw, BLOCK) : raw;
    }

    private static FileProfile read(Path file) throws IOException {
        var digest = newDigest();
        boolean gzip = isGzip(file);
        Charset charset;
        try (var raw = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK), digest);
                var text = unpack(raw, gzip)) {
            charset = charset(text);
            raw.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return new FileProfile(file, Files.size(file), HexFormat.of().formatHex(digest.digest()), gzip, charset);
    }

    private static boolean isGzip(Path file) throws IOException {
        try (var start = Files.newInputStream(file)) {
            return Arrays.equals(start.readNBytes(2), new byte[] {0x1f, (byte) 0x8b});
        }
    }

    private static Charset charset(InputStream text) throws IOException {
        var block = text.readNBytes(BLOCK);
        var marked = byteOrderMark(block);
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        @Nullable Charset other = marked != null ? marked : hasZero(block) ? detected(block) : null;
        var pending = ByteBuffer.allocate(2 * BLOCK);
        var characters = CharBuffer.allocate(2 * BLOCK);
        while (block.length > 0) {
            if (other == null && !isUtf8(decoder, pending, block, characters)) {
                other = detected(block);
            }
            block = text.readNBytes(BLOCK);
        }
        return other != null ? other : pending.position() > 0 ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
    }

    /** @param pending what was left of a character begun in the block before; left there again for the next */
    private static boolean isUtf8(CharsetDecoder decoder, ByteBuffer pending, byte[] block, CharBuffer characters) {
        pending.put(block).flip();
        var result = decoder.decode(pending, characters.clear(), false);
        pending.compact();
        return !result.isError();
    }

    private static @Nullable Charset byteOrderMark(byte[] start) {
        if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        return start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean hasZero(byte[] block) {
        for (byte each : block) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static Charset detected(byte[] block) {
        var match = new CharsetDetector().setText(block).detect();
        if (match == null || match.getConfidence() < SURE || match.getName().startsWith("ISO-8859-1") || !Charset.isSupported(match.getName())) {
            return Charset.forName("windows-1252");
        }
        return Charset.forName(match.getName());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
