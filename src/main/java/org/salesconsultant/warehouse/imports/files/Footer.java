package org.salesconsultant.warehouse.imports.files;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What stands below the last row of a table and is none: totals, notes on how and when a report was made, blank lines. */
final class Footer {
    private static final int LONGEST = 40;
    private static final int SPARSE = 2;
    private static final Pattern TOTAL = Pattern.compile("((grand|sub|overall|report)[ -]?)?totals?\\b.{0,40}|sum:?|gesamt(summe)?:?|summe:?|合计.{0,10}|总计.{0,10}|小计.{0,10}|总数.{0,10}",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("(report |file |data )?(generated|exported|created|printed|downloaded|run|as of|retrieved)\\b.*|(source|note|notes|filters?|filtered by|copyright|confidential)\\b.*"
            + "|end of (report|file|data)\\b.*|page \\d+( (of|/) \\d+)?|\\(?\\d+ (rows?|records?)\\b.*|-- .*|(制表|导出|生成|打印|备注|注[:：]|数据来源).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Footer() {}

    /**
     * How many rows at the end are footer, blank ones counted.
     *
     * @param rows the last ones of a table
     * @param usual cells that are not blank in most rows of it
     */
    static int length(List<String[]> rows, int usual) {
        int footer = 0;
        boolean sinceBlank = false;
        int pending = 0;
        for (int i = rows.size() - 1; i >= Math.max(0, rows.size() - LONGEST); i--) {
            pending++;
            var row = rows.get(i);
            int filled = filled(row);
            if (filled == 0) {
                sinceBlank = true;
                footer = pending;
            } else if (isNoRow(row, filled, usual)) {
                footer = pending;
            } else if (usual > SPARSE && filled * SPARSE <= usual && blankAbove(rows, i)) {
                footer = pending;
            } else {
                break;
            }
        }
        return sinceBlank || footer > 0 ? footer : 0;
    }

    static int filled(String[] row) {
        return (int) Arrays.stream(row).filter(cell -> !cell.isBlank()).count();
    }

    private static boolean isNoRow(String[] row, int filled, int usual) {
        var first = Arrays.stream(row).map(String::strip).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
        if (TOTAL.matcher(first).matches()) {
            return filled < usual || usual <= SPARSE;
        }
        return usual > 1 && filled <= Math.max(1, usual / 3) && NOTE.matcher(first).matches();
    }

    /** Whether a blank row parts this row from the table, with nothing wider between. */
    private static boolean blankAbove(List<String[]> rows, int at) {
        int filled = filled(rows.get(at));
        for (int i = at - 1; i >= Math.max(0, at - LONGEST); i--) {
            int above = filled(rows.get(i));
            if (above == 0) {
                return true;
            }
            if (above > SPARSE * filled) {
                return false;
            }
        }
        return false;
    }
}
