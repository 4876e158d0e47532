package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.salesconsultant.sales.UserError;

/** An Excel workbook: the tables on its visible sheets. Every row is read once before any is used, none is kept but the first. */
record XlsxFile(GivenFile file, String sha256, Map<String, String> tails) {
    private static final int SAMPLE = 2_000;
    private static final int TAIL = 60;
    private static final Pattern MERGED = Pattern.compile("<(?:\\w+:)?mergeCell ref=\"([A-Z]{1,3})(\\d+):([A-Z]{1,3})(\\d+)\"");
    private static final Pattern RELATION = Pattern.compile("<Relationship\\b[^>]*>");
    private static final Pattern ID = Pattern.compile("\\bId=\"([^\"]*)\"");
    private static final Pattern TARGET = Pattern.compile("\\bTarget=\"/?(?:xl/)?([^\"]*)\"");

    /** Something that is done with an opened workbook. */
    interface Use<T, X extends Exception> {
        T with(ReadableWorkbook workbook) throws IOException, X;
    }

    /** @throws UserError when it is no workbook, damaged, empty, or too large to be one */
    static List<TableFile> tables(GivenFile file) {
        var digest = Fingerprint.sha256();
        try (var raw = file.raw(any -> {}); var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            raw.transferTo(out);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        var book = new XlsxFile(file, Fingerprint.hex(digest), unpacked(file, packed -> ZipCheck.tails(packed, file)));
        var tables = book.<List<TableFile>, RuntimeException>use(workbook -> {
            var found = new ArrayList<TableFile>();
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    found.addAll(book.tables(workbook, sheet));
                }
            }
            return found;
        });
        file.requireUnchanged();
        if (tables.isEmpty()) {
            throw GivenFile.empty(file.path());
        }
        return tables;
    }

    /** The rows of a sheet of an opened workbook. */
    XlsxSheet rows(ReadableWorkbook workbook, int index) throws IOException {
        var sheet = workbook.getSheet(index).orElseThrow(() -> new IOException("sheet " + index + " is gone"));
        return new XlsxSheet(sheet, new XlsxCells(workbook.isDate1904()), merged(sheet));
    }

    /** Opens the workbook, and closes it after use. */
    <T, X extends Exception> T use(Use<T, X> use) throws X {
        try {
            return unpacked(file, packed -> {
                try (var workbook = new ReadableWorkbook(packed.toFile(), new ReadingOptions(true, true))) {
                    return use.with(workbook);
                }
            });
        } catch (ExcelReaderException e) {
            throw ZipCheck.damaged(file, e);
        }
    }

    private List<TableFile> tables(ReadableWorkbook workbook, Sheet sheet) throws IOException {
        var sample = new ArrayList<String[]>();
        var tail = new ArrayDeque<String[]>();
        long count = 0;
        try (var rows = rows(workbook, sheet.getIndex())) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                count++;
                if (sample.size() < SAMPLE) {
                    sample.add(row);
                }
                tail.add(row);
                if (tail.size() > TAIL) {
                    tail.poll();
                }
            }
        }
        var areas = Layout.of(padded(sample), count == sample.size());
        var tables = new ArrayList<TableFile>();
        for (var area : areas) {
            var end = new ArrayList<>(tail);
            var footer = area.end() == Layout.OPEN ? end.subList(end.size() - Footer.length(end, area.usual()), end.size()) : List.<String[]>of();
            var name = file.name() + ", sheet \"" + sheet.getName() + "\"" + (areas.size() == 1 ? "" : ", table " + (tables.size() + 1));
            tables.add(new XlsxTable(this, sheet.getIndex(), sheet.getName(), area, footer.size(), count, name, Fingerprint.ofPart(sha256, name),
                    Layout.withFooter(area.doubts(), footer)));
        }
        return tables;
    }

    /** Rows end with their last cell; a table is as wide as its widest. */
    private static List<String[]> padded(List<String[]> rows) {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        return rows.stream().map(row -> {
            var padded = Arrays.copyOf(row, width);
            Arrays.fill(padded, row.length, width, "");
            return padded;
        }).toList();
    }

    private List<XlsxSheet.Merged> merged(Sheet sheet) {
        var relations = tails.getOrDefault("xl/_rels/workbook.xml.rels", "");
        var target = RELATION.matcher(relations).results().map(found -> found.group()).filter(each -> sheet.getId().equals(first(ID, each)))
                .map(each -> first(TARGET, each)).findFirst().orElse("");
        return MERGED.matcher(tails.getOrDefault("xl/" + target, "")).results()
                .filter(found -> !found.group(2).equals(found.group(4)))
                .map(found -> new XlsxSheet.Merged(column(found.group(1)), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(4)))).toList();
    }

    private static String first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private interface OnPath<T, X extends Exception> {
        T with(Path packed) throws IOException, X;
    }

    /** A workbook needs to be read at random; one in a .gz is unpacked for as long as it is used. */
    private static <T, X extends Exception> T unpacked(GivenFile file, OnPath<T, X> use) throws X {
        try {
            if (!file.gzip()) {
                return use.with(file.path());
            }
            var packed = Files.createTempFile("workbook", ".xlsx");
            try {
                try (var in = file.unpack(file.raw(any -> {})); var out = Files.newOutputStream(packed)) {
                    in.transferTo(out);
                }
                return use.with(packed);
            } finally {
                Files.delete(packed);
            }
        } catch (IOException e) {
            throw file.gzip() ? file.unreadable(e) : ZipCheck.damaged(file, e);
        }
    }
}
