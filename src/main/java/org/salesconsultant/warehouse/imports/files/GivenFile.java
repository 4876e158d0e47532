package org.salesconsultant.warehouse.imports.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.UserError.Category;

/** A file as a person gave it: its bytes as they are, and unpacked where it is a .gz, as often as needed. */
record GivenFile(Path path, long bytes, FileTime modified, boolean gzip) {
    static final int BLOCK = 1 << 16;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    /** @throws UserError when it is missing, unreadable, empty or a folder */
    static GivenFile of(Path path) {
        if (!Files.exists(path)) {
            throw new UserError(Category.BAD_FILE, "There is no file " + path + ".", "Check the path.");
        }
        if (Files.isDirectory(path)) {
            throw new UserError(Category.BAD_FILE, path + " is a folder.", "Name the files in it, e.g. " + path.resolve("*.csv") + ".");
        }
        try (var start = Files.newInputStream(path)) {
            var magic = start.readNBytes(GZIP.length);
            if (magic.length == 0) {
                throw empty(path);
            }
            return new GivenFile(path, Files.size(path), Files.getLastModifiedTime(path), Arrays.equals(magic, GZIP));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static UserError empty(Path path) {
        return new UserError(Category.BAD_FILE, path + " is empty.", "Export it again with a header and rows.");
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The bytes as given. @param progress told how many have been read */
    InputStream raw(LongConsumer progress) throws IOException {
        return new BufferedInputStream(new CountedInput(Files.newInputStream(path), progress), BLOCK);
    }

    /** @param raw the bytes as given @return what they hold */
    InputStream unpack(InputStream raw) throws IOException {
        return gzip ? new GZIPInputStream(raw, BLOCK) : raw;
    }

    /** @throws UserError when it is no longer the file that was opened */
    void requireUnchanged() {
        try {
            if (Files.size(path) != bytes || !Files.getLastModifiedTime(path).equals(modified)) {
                throw new UserError(Category.BAD_FILE, path + " was changed while it was being read. Nothing was imported.",
                        "Wait until the program that writes it is done, and import it again.");
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** What a person is told when its bytes cannot be read to their end. */
    UserError unreadable(IOException e) {
        if (gzip && (e instanceof EOFException || e instanceof ZipException)) {
            return new UserError(Category.BAD_FILE, path + " is a damaged .gz file: " + e.getMessage() + ". Nothing was imported.",
                    "Copy or download it again.");
        }
        return unreadable(path, e);
    }

    private static UserError unreadable(Path path, IOException e) {
        var reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        return new UserError(Category.BAD_FILE, "Cannot read " + path + ": " + reason + ".", "Check that this user may read it.");
    }
}
