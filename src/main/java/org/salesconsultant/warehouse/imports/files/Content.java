package org.salesconsultant.warehouse.imports.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.salesconsultant.sales.UserError;

/** What kind of content a file holds, told from its first bytes, whatever it is called. */
enum Content {
    TEXT, JSON, ZIP;

    private static final int LOOKED_AT = 512;
    private static final String NEXT_STEP = "Export it again as CSV, Excel workbook (.xlsx) or JSON Lines.";
    /** By how files begin, one byte a character. */
    private static final Map<String, String> NO_TABLES = noTables();

    /** @throws UserError when it is known to hold no table that can be read */
    static Content of(GivenFile file) {
        try (var bytes = file.unpack(file.raw(any -> {}))) {
            var start = new String(bytes.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            if (start.startsWith("PK\u0003\u0004")) {
                return ZIP;
            }
            var lower = start.strip().toLowerCase(Locale.ROOT);
            for (var known : NO_TABLES.entrySet()) {
                if (start.startsWith(known.getKey()) || lower.startsWith(known.getKey())) {
                    throw new UserError(UserError.Category.BAD_FILE, file.path() + " is " + known.getValue() + ", not a table.", NEXT_STEP);
                }
            }
            var text = start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
            return text.matches("(?s)\\s*(\\{\\s*[\"}].*|\\[\\s*(\\{.*|\\]\\s*))") ? JSON : TEXT;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static Map<String, String> noTables() {
        var known = new LinkedHashMap<String, String>();
        known.put("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "an old Excel file (.xls) or a workbook with a password");
        known.put("%PDF-", "a PDF document");
        known.put("\u0089PNG", "a picture");
        known.put("\u00ff\u00d8\u00ff", "a picture");
        known.put("GIF8", "a picture");
        known.put("SQLite format 3\0", "a SQLite database");
        known.put("PAR1", "a Parquet file");
        known.put("7z\u00bc\u00af", "a 7z archive");
        known.put("Rar!", "a RAR archive");
        known.put("BZh", "packed with bzip2");
        known.put("\u00fd7zXZ\0", "packed with xz");
        known.put("(\u00b5/\u00fd", "packed with zstd");
        known.put("\u007fELF", "a program");
        known.put("{\\rtf", "an RTF document");
        known.put("<?xml", "an XML document");
        known.put("<!doctype", "a web page");
        known.put("<html", "a web page");
        return known;
    }
}
