package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.UserError.Category;

/**
 * Unpacks a workbook once without keeping it, before anything else does: that it is one, is whole, and does not unpack to far
 * more than any workbook holds. What is claimed of sizes inside is not believed.
 */
final class ZipCheck {
    private static final int BLOCK = 1 << 16;
    private static final int MOST_ENTRIES = 10_000;
    private static final long ALWAYS_FINE = 64L << 20;
    private static final long MOST_BYTES = 8L << 30;
    private static final long MOST_TIMES = 200;
    /** These are held in memory. */
    private static final long MOST_SHARED_TEXT = 64L << 20;
    private static final int TAIL = 1 << 20;

    private final GivenFile file;
    private final Map<String, String> tails = new HashMap<>();
    private long total;

    private ZipCheck(GivenFile file) {
        this.file = file;
    }

    /**
     * @param packed the workbook itself @param file as people know it
     * @return the end of each of its parts, by name: what stands behind the rows of a sheet
     * @throws UserError when it is no workbook, damaged or a zip bomb
     */
    static Map<String, String> tails(Path packed, GivenFile file) {
        var check = new ZipCheck(file);
        try (var zip = new ZipFile(packed.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw noWorkbook(file, zip);
            }
            if (zip.size() > MOST_ENTRIES) {
                throw check.bomb();
            }
            for (var entry : zip.stream().filter(each -> each.getName().startsWith("xl/") && !each.getName().startsWith("xl/media")).toList()) {
                check.unpack(zip, entry, packed.toFile().length());
            }
            return check.tails;
        } catch (ZipException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    static UserError damaged(GivenFile file, Exception e) {
        return new UserError(Category.BAD_FILE, file.path() + " is a damaged workbook: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                + ". Nothing was imported.", "Copy or download it again, or open it in Excel and save it anew.");
    }

    private void unpack(ZipFile zip, ZipEntry entry, long packed) throws IOException {
        var tail = new byte[2 * TAIL];
        int kept = 0;
        long length = 0;
        try (var in = zip.getInputStream(entry)) {
            var block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                length += read;
                total += read;
                if (total > MOST_BYTES || total > ALWAYS_FINE && total / packed > MOST_TIMES) {
                    throw bomb();
                }
                if (length > MOST_SHARED_TEXT && entry.getName().endsWith("sharedStrings.xml")) {
                    throw new UserError(Category.BAD_FILE, file.path() + " has more different texts than fit into memory.", "Save its sheets as CSV and import those.");
                }
                if (kept + read > tail.length) {
                    System.arraycopy(tail, kept - TAIL, tail, 0, TAIL);
                    kept = TAIL;
                }
                System.arraycopy(block, 0, tail, kept, read);
                kept += read;
            }
        }
        if (entry.getName().startsWith("xl/worksheets/") || entry.getName().endsWith(".rels")) {
            tails.put(entry.getName(), mergedOrAll(new String(tail, 0, kept, StandardCharsets.UTF_8)));
        }
    }

    /** Of a sheet only what follows its rows. */
    private static String mergedOrAll(String tail) {
        int rows = tail.lastIndexOf("</sheetData>");
        return rows < 0 ? tail : tail.substring(rows);
    }

    private UserError bomb() {
        return new UserError(Category.BAD_FILE, file.path() + " unpacks to far more than a workbook holds; it was not read.",
                "If it is a real workbook, save its sheets as CSV and import those.");
    }

    private static UserError noWorkbook(GivenFile file, ZipFile zip) {
        var kind = zip.getEntry("word/document.xml") != null ? "a Word document"
                : zip.getEntry("content.xml") != null ? "an OpenDocument file" : zip.getEntry("xl/workbook.bin") != null ? "a binary workbook (.xlsb)" : "a .zip archive";
        return new UserError(Category.BAD_FILE, file.path() + " is " + kind + ", not an Excel workbook (.xlsx).",
                kind.equals("a .zip archive") ? "Unpack it and import the files in it." : "Save it as .xlsx or CSV and import that.");
    }
}
