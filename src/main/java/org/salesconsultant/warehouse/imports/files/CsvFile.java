package org.salesconsultant.warehouse.imports.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.LongConsumer;
import org.salesconsultant.sales.UserError;

/** A delimited text file with a header, plain or packed, as rows of cells. Each call reads it anew; rows are streamed. */
record CsvFile(FileProfile profile, char delimiter, List<String> header) implements TableFile {
    private static final int BLOCK = 1 << 16;
    private static final String DELIMITERS = ",;\t|";

    /** @throws UserError when it is empty */
    static CsvFile open(FileProfile profile) {
        try (var text = text(profile, any -> {})) {
            var start = new char[BLOCK];
            int length = Math.max(0, text.read(start));
            var head = new String(start, 0, length);
            if (head.isBlank()) {
                throw new UserError(UserError.Category.BAD_FILE, profile.file() + " is empty.", "Export it again with a header and rows.");
            }
            char delimiter = delimiter(head.lines().filter(line -> !line.isBlank()).findFirst().orElse(head));
            try (var rows = rows(delimiter, text(profile, any -> {}))) {
                return new CsvFile(profile, delimiter, List.of(rows.iterator().next()).stream().map(String::strip).toList());
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw broken(profile, e);
        }
    }

    @Override
    public String name() {
        return String.valueOf(profile.file().getFileName());
    }

    @Override
    public String format() {
        return "CSV, " + profile.charset().name() + (profile.gzip() ? ", gzip" : "");
    }

    @Override
    public boolean hasHeader() {
        return true;
    }

    @Override
    public long bytes() {
        return profile.bytes();
    }

    @Override
    public String sha256() {
        return profile.sha256();
    }

    @Override
    public List<String> doubts() {
        return List.of();
    }

    @Override
    public <X extends Exception> void read(LongConsumer progress, Visitor<X> visitor) throws X {
        try (var rows = rows(delimiter, text(profile, progress))) {
            var all = rows.iterator();
            all.next();
            for (long number = 1; all.hasNext(); number++) {
                if (!visitor.row(number, all.next())) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw broken(profile, e);
        }
    }

    private static CsvReader<String[]> rows(char delimiter, Reader text) {
        return CsvReader.builder().fieldSeparator(delimiter).skipEmptyLines(true).allowExtraFields(true).allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true).build(StringArrayHandler.of(), text);
    }

    private static Reader text(FileProfile profile, LongConsumer progress) throws IOException {
        var raw = new BufferedInputStream(new Counted(Files.newInputStream(profile.file()), progress), BLOCK);
        var text = new InputStreamReader(FileProfile.unpack(raw, profile.gzip()), profile.charset());
        return new WithoutMark(text);
    }

    /** The one that stands most often outside quotes in the header. */
    private static char delimiter(String header) {
        var unquoted = header.replaceAll("\"[^\"]*\"", "");
        char best = DELIMITERS.charAt(0);
        for (char each : DELIMITERS.toCharArray()) {
            if (count(unquoted, each) > count(unquoted, best)) {
                best = each;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static UserError broken(FileProfile profile, Exception e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return new UserError(UserError.Category.BAD_FILE, profile.file() + " is not a readable CSV file: "
                + String.valueOf(cause.getMessage()).replaceFirst("\\.?$", ".") + " Nothing was imported.", "Look for a quotation mark that is opened and never closed, mend it, and import again.");
    }

    /** Leaves a byte order mark out. */
    private static final class WithoutMark extends java.io.FilterReader {
        private boolean begun;

        private WithoutMark(Reader text) {
            super(new java.io.BufferedReader(text, BLOCK));
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            if (!begun) {
                begun = true;
                in.mark(1);
                if (in.read() != '\uFEFF') {
                    in.reset();
                }
            }
            return super.read(buffer, offset, length);
        }
    }

    /** Tells how many bytes went through. */
    private static final class Counted extends FilterInputStream {
        private final LongConsumer progress;
        private long count;

        private Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                count += read;
                progress.accept(count);
            }
            return read;
        }
    }
}
