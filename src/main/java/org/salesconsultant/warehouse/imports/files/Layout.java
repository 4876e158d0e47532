package org.salesconsultant.warehouse.imports.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where tables stand among the rows of a file or a sheet: below titles, under one header row or several or none, above a
 * footer, one below the other. Told from the file's first rows; a blank row has no cells, or blank ones.
 */
final class Layout {
    static final int OPEN = Integer.MAX_VALUE;
    private static final int ENOUGH = 3;
    private static final int MOST_HEADERS = 4;
    private static final int LOOKED_AT = 10;
    private static final double HALF = 0.5;
    private static final double NEARLY_ALL = 0.8;

    private final List<String[]> rows;
    private final List<Area> areas = new ArrayList<>();

    /**
     * One table's place.
     *
     * @param header its columns' names; blank ones where it has no header
     * @param body index of its first row
     * @param end index of the first row that is no longer its; {@link #OPEN} where that is not in sight
     * @param usual cells that are not blank in most of its rows
     */
    record Area(List<String> header, boolean hasHeader, int body, int end, int usual, List<String> doubts) {}

    private Layout(List<String[]> rows) {
        this.rows = rows;
    }

    /**
     * The tables, none where no row has a cell.
     *
     * @param rows the first ones @param whole whether these are all
     */
    static List<Area> of(List<String[]> rows, boolean whole) {
        return of(rows, whole, Writing.UNKNOWN);
    }

    /** The tables; one of them where a person says where it stands. */
    static List<Area> of(List<String[]> rows, boolean whole, Writing writing) {
        var layout = new Layout(rows);
        if (writing.linesAbove().isPresent() || writing.headerRows().isPresent()) {
            layout.placeTable(writing.linesAbove().orElse(0), writing.headerRows().orElse(1));
        } else {
            layout.findAreas();
        }
        layout.endAreas(whole);
        return layout.areas;
    }

    private void placeTable(int above, int headers) {
        int body = above + headers;
        if (body <= rows.size() && !rows.isEmpty()) {
            var below = filledRows(body, rows.size());
            int wide = Math.max(below.isEmpty() ? 0 : usualWidth(below), headers == 0 ? 0 : RowWidths.used(rows.get(body - 1)));
            areas.add(new Area(headers == 0 ? Collections.nCopies(wide, "") : header(above, body, wide), headers > 0, body, rows.size(),
                    usualFilled(below), List.of()));
        }
    }

    private void findAreas() {
        int widest = rows.stream().mapToInt(Footer::filled).max().orElse(0);
        for (int from = nextFilled(0); from < rows.size(); from = nextFilled(blockEnd(from))) {
            int to = blockEnd(from);
            if (areas.isEmpty() || !continues(from, to)) {
                addTable(from, to, widest);
            }
        }
        if (areas.isEmpty() && widest > 0) {
            addTable(nextFilled(0), rows.size(), 1);
        }
    }

    private void endAreas(boolean whole) {
        for (int i = 0; i < areas.size(); i++) {
            boolean last = i == areas.size() - 1;
            areas.set(i, ended(areas.get(i), last ? rows.size() : areas.get(i).end(), last && !whole));
        }
    }

    private int nextFilled(int from) {
        int at = from;
        while (at < rows.size() && Footer.filled(rows.get(at)) == 0) {
            at++;
        }
        return at;
    }

    /** Rows up to a blank one, or to where three rows in a row have another width than those before and a header. */
    private int blockEnd(int from) {
        int at = from + 1;
        while (at < rows.size() && Footer.filled(rows.get(at)) > 0) {
            if (rows.get(at).length != rows.get(at - 1).length && isSteady(at) && at > from + 1 && isSurelyHeader(at)) {
                return at;
            }
            at++;
        }
        return at;
    }

    private boolean isSteady(int at) {
        return at + ENOUGH <= rows.size() && rows.get(at).length > 1
                && IntStream.range(at, at + ENOUGH).allMatch(i -> rows.get(i).length == rows.get(at).length);
    }

    private boolean isSurelyHeader(int at) {
        var row = rows.get(at);
        var below = filledRows(at + 1, rows.size()).stream().filter(each -> each.length == row.length).toList();
        var evidence = new HeaderTest(below, row.length).of(row);
        return evidence.couldBe() && evidence.forIt() > 1 && evidence.against() == 0;
    }

    /** Whether a block goes on with the table above it: it has its width, and no other header. */
    private boolean continues(int from, int to) {
        var last = areas.getLast();
        var block = filledRows(from, to);
        int width = block.stream().mapToInt(RowWidths::used).max().orElse(0);
        if (width > last.header().size()) {
            return isSparse(block, last.usual());
        }
        if (isSparse(block, last.usual()) || last.header().equals(names(rows.get(from), last.header().size()))) {
            return true;
        }
        int start = firstFull(from, to);
        return !(isSurelyHeader(start) && to - start > 1);
    }

    private static boolean isSparse(List<String[]> block, int usual) {
        return block.stream().allMatch(row -> Footer.filled(row) * 2 <= usual || Footer.filled(row) == 1 && usual > 1);
    }

    private void addTable(int from, int to, int widest) {
        var block = filledRows(from, to);
        int fullest = block.stream().mapToInt(Footer::filled).max().orElse(0);
        if (fullest == 1 && widest > 1 || fullest == 2 && widest > ENOUGH && to < rows.size() && hasWider(to, fullest)) {
            return;
        }
        int start = firstFull(from, to);
        int wide = Math.max(usualWidth(filledRows(start, to)), RowWidths.used(rows.get(start)));
        var body = filledRows(start + 1, to);
        var evidence = new HeaderTest(body, wide).of(rows.get(start));
        boolean hasHeader = evidence.isHeader();
        int headers = hasHeader ? headers(start, to, wide) : 0;
        int first = start;
        while (hasHeader && first > from && isUpperHeader(first, header(first, start + headers, wide))) {
            first--;
        }
        var header = hasHeader ? header(first, start + headers, wide) : Collections.nCopies(wide, "");
        int usual = usualFilled(body.isEmpty() ? block : body);
        var doubts = new ArrayList<String>();
        if (evidence.open() && body.size() > 1) {
            doubts.add(hasHeader ? "Nothing but its look tells that the first row names the columns; it was taken as the header."
                    : "The table seems to have no header.");
        }
        if (from < start || from > 0 && areas.isEmpty()) {
            doubts.add(above(start) + " above the header " + (above(start) == 1 ? "line was" : "lines were") + " left out.");
        }
        if (!areas.isEmpty()) {
            areas.set(areas.size() - 1, ended(areas.getLast(), from, false));
        }
        areas.add(new Area(header, hasHeader, start + headers, to, usual, doubts));
    }

    private boolean hasWider(int from, int fullest) {
        return rows.subList(from, rows.size()).stream().filter(row -> Footer.filled(row) > fullest).count() > 1;
    }

    private int above(int start) {
        int before = areas.isEmpty() ? 0 : areas.getLast().end();
        return filledRows(Math.min(before, start), start).size();
    }

    /**
     * The first row of a block that can belong to a table: titles are far less full than the fullest of the first rows, or as wide
     * as no other row is where the next one names the columns.
     */
    private int firstFull(int from, int to) {
        int usual = usualFilled(filledRows(from, to));
        int wide = RowWidths.mostFrequent(filledRows(from, to).stream().map(row -> row.length).toList());
        int fullest = filledRows(from, Math.min(to, from + LOOKED_AT)).stream().filter(row -> row.length <= wide).mapToInt(Footer::filled).max().orElse(usual);
        for (int at = from; at < to; at++) {
            int filled = Footer.filled(rows.get(at));
            boolean odd = rows.get(at).length != wide && at + 2 < to && rows.get(at + 1).length == wide && isSurelyHeader(at + 1);
            if (filled > fullest * HALF && (filled > 1 || fullest == 1) && !odd) {
                return at;
            }
        }
        return from;
    }

    /** How many rows name the columns: those below the first too that have words over most columns of numbers and dates, and no number. */
    private int headers(int start, int to, int wide) {
        int headers = 1;
        while (headers < MOST_HEADERS && start + headers < to - 1) {
            var row = rows.get(start + headers);
            var test = new HeaderTest(filledRows(start + headers + 1, to), wide);
            var next = test.of(row);
            if (test.of(rows.get(start)).typedNames() == 0 || next.against() > 0 || next.typedNames() < Math.max(2, NEARLY_ALL * test.typedColumns()) && !fillsBlankNames(start, row)) {
                break;
            }
            headers++;
        }
        return headers;
    }

    /** Whether words stand wherever the row of names has none. */
    private boolean fillsBlankNames(int start, String[] row) {
        var names = rows.get(start);
        var blank = IntStream.range(0, RowWidths.used(row)).filter(column -> cell(names, column).isEmpty()).boxed().toList();
        return blank.size() > 1 && blank.stream().noneMatch(column -> cell(row, column).isEmpty())
                && Arrays.stream(row).noneMatch(cell -> CellShape.of(cell).isTyped());
    }

    /** A row of several words right above names of which some are alike: what groups them. */
    private boolean isUpperHeader(int start, List<String> names) {
        var said = names.stream().filter(name -> !name.isEmpty()).toList();
        var above = rows.get(start - 1);
        return new HashSet<>(said).size() < said.size() && Footer.filled(above) > 1 && RowWidths.used(above) <= names.size()
                && Arrays.stream(above).noneMatch(cell -> CellShape.of(cell).isTyped());
    }

    /** Names of one row or several; a cell of the uppermost goes for the blank ones right of it. */
    private List<String> header(int from, int to, int width) {
        var names = new ArrayList<String>();
        var group = "";
        for (int column = 0; column < width; column++) {
            int at = column;
            var parts = IntStream.range(from, to).mapToObj(i -> cell(rows.get(i), at)).collect(Collectors.toCollection(ArrayList::new));
            group = parts.getFirst().isEmpty() ? group : parts.getFirst();
            if (parts.stream().anyMatch(part -> !part.isEmpty())) {
                parts.set(0, group);
            }
            names.add(parts.stream().filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining(" ")));
        }
        return names;
    }

    private Area ended(Area area, int to, boolean open) {
        if (open) {
            return new Area(area.header(), area.hasHeader(), area.body(), OPEN, area.usual(), area.doubts());
        }
        var own = rows.subList(Math.min(area.body(), to), to);
        int footer = Footer.length(own, area.usual());
        return new Area(area.header(), area.hasHeader(), area.body(), to - footer, area.usual(),
                withFooter(area.doubts(), own.subList(own.size() - footer, own.size())));
    }

    /** The doubts, and what the footer says where there is one. */
    static List<String> withFooter(List<String> doubts, List<String[]> footer) {
        var said = footer.stream().filter(row -> Footer.filled(row) > 0).toList();
        if (said.isEmpty()) {
            return doubts;
        }
        var all = new ArrayList<>(doubts);
        var first = Arrays.stream(said.getFirst()).filter(cell -> !cell.isBlank()).map(String::strip).collect(Collectors.joining(" "));
        all.add(said.size() + " below the table " + (said.size() == 1 ? "line was" : "lines were") + " left out: \"" + first + "\""
                + (said.size() > 1 ? " …" : "") + ".");
        return all;
    }

    private List<String[]> filledRows(int from, int to) {
        return rows.subList(from, to).stream().filter(row -> Footer.filled(row) > 0).toList();
    }

    /** The width that most rows have, once blank cells at their ends that no row fills are left out. */
    private static int usualWidth(List<String[]> block) {
        int usual = RowWidths.mostFrequent(block.stream().map(row -> row.length).toList());
        int used = block.stream().filter(row -> row.length <= usual).mapToInt(RowWidths::used).max().orElse(0);
        return Math.max(1, Math.min(usual, used));
    }

    private static int usualFilled(List<String[]> block) {
        return RowWidths.mostFrequent(block.stream().map(Footer::filled).toList());
    }

    private static List<String> names(String[] row, int width) {
        return IntStream.range(0, width).mapToObj(column -> cell(row, column)).toList();
    }

    private static String cell(String[] row, int column) {
        return column < row.length ? row[column].strip() : "";
    }
}
