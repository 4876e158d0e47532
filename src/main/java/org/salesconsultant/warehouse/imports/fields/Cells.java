package org.salesconsultant.warehouse.imports.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.fields.Dates.Moment;
import org.salesconsultant.warehouse.imports.fields.RejectedRow.Code;

/**
 * The row that is being read, by field: cells trimmed, blanks left out, values read as the file writes them. One object goes
 * from row to row. Not safe for several threads.
 */
public final class Cells {
    /** 100 billion: sums of thousands of such values still fit 64 bits. */
    private static final long LARGEST = 1_000_000_000_000_000L;

    private final int[][] positions = new int[Field.values().length][];
    private final Columns columns;
    private final Formats formats;
    private final CellWords words;
    private final String[] lastDates = new String[Field.values().length];
    private final List<Optional<Moment>> lastMoments = new ArrayList<>();
    private final @Nullable CarriedDown carriedDown;

    private String[] row = new String[0];
    private long number;

    /** What one more column says of a row's member. */
    public record Attribute(String name, String value) {}

    public Cells(Columns columns, Formats formats, CellWords words) {
        this.columns = columns;
        this.formats = formats;
        this.words = words;
        for (var field : Field.values()) {
            positions[field.ordinal()] = columns.positions().getOrDefault(field, List.of()).stream().mapToInt(Integer::intValue).toArray();
            lastDates[field.ordinal()] = "";
            lastMoments.add(Optional.empty());
        }
        carriedDown = columns.carried().isEmpty() ? null : new CarriedDown(columns);
    }

    /**
     * Goes to a row.
     *
     * @param rowNumber 1 is the first row after the header
     * @throws RejectedRow when nothing stands in it, or more than its columns
     */
    public Cells at(long rowNumber, String[] cells) throws RejectedRow {
        row = carriedDown == null ? cells : carriedDown.fill(cells);
        number = rowNumber;
        boolean blank = true;
        for (int i = 0; blank && i < cells.length; i++) {
            blank = cells[i].isBlank();
        }
        if (blank) {
            throw new RejectedRow(Code.BLANK_ROW, "All cells are blank.");
        }
        for (int i = columns.width(); i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                throw new RejectedRow(Code.TOO_MANY_CELLS, "The row has " + cells.length + " cells, the header " + columns.width() + ".");
            }
        }
        return this;
    }

    /** The row's cells, and in blank ones what is carried down to them. */
    public String[] row() {
        return row;
    }

    /** 1 is the first row after the header. */
    public long rowNumber() {
        return number;
    }

    /** Whether rows can say something of the field: it has a column, or one value for all rows. */
    public boolean hasColumn(Field field) {
        return columns.has(field);
    }

    public CellWords words() {
        return words;
    }

    /** The text of a field, null where it is blank or has no column; several columns are joined by a blank. */
    public @Nullable String text(Field field) {
        int[] at = positions[field.ordinal()];
        if (at.length == 1) {
            return cell(at[0]);
        }
        if (at.length == 0) {
            return columns.constants().get(field);
        }
        StringBuilder joined = null;
        for (int position : at) {
            var cell = cell(position);
            if (cell != null) {
                joined = joined == null ? new StringBuilder(cell) : joined.append(' ').append(cell);
            }
        }
        return joined == null ? null : joined.toString();
    }

    /** @throws RejectedRow when the field is blank */
    public String needText(Field field, Code otherwise) throws RejectedRow {
        var text = text(field);
        if (text == null) {
            throw new RejectedRow(otherwise, "The " + field.label() + " is blank.");
        }
        return text;
    }

    /** A code; {@code 17850.0} is {@code 17850} where the whole column was exported as floating-point numbers. */
    public @Nullable String code(Field field) {
        var text = text(field);
        return text != null && formats.floatCodes().contains(field) && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /**
     * A number in ten-thousandths, the sum of several columns; a percent sign is passed over.
     *
     * @return null where it is blank
     * @throws RejectedRow when it is no number or too large
     */
    public @Nullable Long number(Field field) throws RejectedRow {
        Long sum = null;
        for (int position : positions[field.ordinal()]) {
            var text = cell(position);
            if (text != null) {
                long value = number(field, text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
                sum = sum == null ? value : Math.addExact(sum, value);
            }
        }
        return sum;
    }

    /**
     * A date, and the time of day where the file has it.
     *
     * @return null where it is blank
     * @throws RejectedRow when it is no date in the file's format
     */
    public @Nullable Moment moment(Field field) throws RejectedRow {
        var text = text(field);
        var dates = formats.dates().get(field);
        if (text == null || dates == null) {
            return null;
        }
        int at = field.ordinal();
        if (!text.equals(lastDates[at])) {
            lastMoments.set(at, dates.read(text));
            lastDates[at] = text;
        }
        return lastMoments.get(at).orElseThrow(() -> new RejectedRow(Code.UNREADABLE_DATE,
                "The " + field.label() + " \"" + text + "\" is not one written as " + dates.pattern() + "."));
    }

    /** @throws RejectedRow when it is blank or no date */
    public Moment needMoment(Field field) throws RejectedRow {
        var moment = moment(field);
        if (moment == null) {
            throw new RejectedRow(Code.NO_DATE, "The " + field.label() + " is blank.");
        }
        return moment;
    }

    /**
     * A yes or no.
     *
     * @return null where it is blank
     * @throws RejectedRow when it is neither
     */
    public @Nullable Boolean flag(Field field) throws RejectedRow {
        var text = text(field);
        if (text == null) {
            return null;
        }
        return words.flag(text).orElseThrow(() -> new RejectedRow(Code.UNREADABLE_FLAG,
                "The " + field.label() + " \"" + text + "\" is neither yes nor no."));
    }

    /** How the file's discounts are meant. */
    public Discounts discounts() {
        return formats.discounts();
    }

    /** What the columns without a field say, blanks left out. */
    public List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        for (var column : columns.attributes()) {
            var value = cell(column.position());
            if (value != null) {
                attributes.add(new Attribute(column.name(), value));
            }
        }
        return attributes;
    }

    /** @throws ArithmeticException when a value is beyond what is kept */
    public static long withinRange(long value) {
        if (Math.abs(value) > LARGEST) {
            throw new ArithmeticException();
        }
        return value;
    }

    private long number(Field field, String text) throws RejectedRow {
        try {
            return withinRange(formats.numbers(field).read(text));
        } catch (NumberFormatException e) {
            throw new RejectedRow(Code.UNREADABLE_NUMBER, "The " + field.label() + " \"" + text + "\" is no number.");
        } catch (ArithmeticException e) {
            throw new RejectedRow(Code.TOO_LARGE, "The " + field.label() + " " + text + " is too large to be kept exactly.");
        }
    }

    private @Nullable String cell(int position) {
        if (position >= row.length) {
            return null;
        }
        var text = row[position].strip();
        return words.isBlank(text) ? null : text;
    }
}
