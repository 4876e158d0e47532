package org.salesconsultant.warehouse.imports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.imports.fields.CellWords;
import org.salesconsultant.warehouse.imports.fields.Dates;
import org.salesconsultant.warehouse.imports.fields.Discounts;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.Field.Shape;
import org.salesconsultant.warehouse.imports.fields.Formats;
import org.salesconsultant.warehouse.imports.fields.Numbers;

/** Counts what can be used of one column while rows go by. */
final class ColumnTally {
    private static final Set<Field> NEVER_NEGATIVE = EnumSet.of(Field.UNIT_COST, Field.LIST_PRICE, Field.LEAD_DAYS, Field.IMPRESSIONS, Field.CLICKS, Field.DURATION, Field.RATING);
    private static final int FIRST_LIKELY_YEAR = 1970;
    private static final long ONE = 10_000;
    private static final long HUNDRED = 100 * ONE;

    private final Field field;
    private final int position;
    private final String header;
    private final CellWords words;
    private final @Nullable Numbers numbers;
    private final @Nullable Dates dates;
    private final long mostDiscount;
    private final LocalDate nextYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    private final Magnitudes magnitudes = new Magnitudes();
    private long usable;
    private long missing;
    private long unreadable;
    private long impossible;
    private @Nullable String example;
    private Extreme largest = new Extreme(0, "", 0);
    private Extreme smallest = new Extreme(0, "", 0);
    private String lastDate = "";
    private Optional<LocalDate> lastRead = Optional.empty();

    private record Extreme(long value, String cell, long row) {}

    private ColumnTally(Field field, int position, String header, Formats formats, boolean alone, CellWords words) {
        this.field = field;
        this.position = position;
        this.header = header;
        this.words = words;
        numbers = field.shape() == Shape.NUMBER ? formats.numbers(field) : null;
        dates = field.shape() == Shape.DATE && alone ? formats.dates().get(field) : null;
        mostDiscount = field != Field.DISCOUNT ? Long.MAX_VALUE : formats.discounts() == Discounts.PERCENT ? HUNDRED : formats.discounts() == Discounts.FRACTION ? ONE : Long.MAX_VALUE;
    }

    /** One for each column that is read, in the order of fields. */
    static List<ColumnTally> of(ImportPlan plan, CellWords words) {
        var header = plan.file().header();
        return plan.recognition().columns().positions().entrySet().stream().flatMap(field -> field.getValue().stream().map(position -> new ColumnTally(field.getKey(), position,
                position < header.size() && !header.get(position).isEmpty() ? header.get(position) : "column " + (position + 1), plan.recognition().formats(),
                field.getValue().size() == 1, words))).toList();
    }

    void add(long row, String[] cells) {
        var cell = position < cells.length ? cells[position].strip() : "";
        if (words.isBlank(cell)) {
            missing++;
        } else if (numbers != null) {
            number(numbers, row, cell);
        } else if (dates != null) {
            date(dates, row, cell);
        } else if (field.shape() == Shape.FLAG && words.flag(cell).isEmpty()) {
            unreadable++;
            show(row, cell);
        } else {
            usable++;
        }
    }

    private void number(Numbers written, long row, String cell) {
        long value;
        try {
            value = written.read(cell.endsWith("%") ? cell.substring(0, cell.length() - 1) : cell);
        } catch (NumberFormatException | ArithmeticException e) {
            unreadable++;
            show(row, cell);
            return;
        }
        if (value < 0 && NEVER_NEGATIVE.contains(field) || value > mostDiscount) {
            impossible++;
            show(row, cell);
            return;
        }
        usable++;
        magnitudes.add(value);
        if (value != 0) {
            largest = largest.value() == 0 || Math.abs(value) > Math.abs(largest.value()) ? new Extreme(value, cell, row) : largest;
            smallest = smallest.value() == 0 || Math.abs(value) < Math.abs(smallest.value()) ? new Extreme(value, cell, row) : smallest;
        }
    }

    private void date(Dates written, long row, String cell) {
        if (!cell.equals(lastDate)) {
            lastDate = cell;
            lastRead = written.read(cell).map(Dates.Moment::date);
        }
        if (lastRead.isEmpty()) {
            unreadable++;
            show(row, cell);
        } else if (lastRead.get().getYear() < FIRST_LIKELY_YEAR || lastRead.get().isAfter(nextYear)) {
            impossible++;
            show(row, cell);
        } else {
            usable++;
        }
    }

    private void show(long row, String cell) {
        example = example == null ? said(cell, row) : example;
    }

    private static String said(String cell, long row) {
        return cell + " (row " + row + ")";
    }

    Field field() {
        return field;
    }

    ColumnQuality quality() {
        long unusual = magnitudes.unusual();
        var far = unusual == 0 ? null : magnitudes.isFarther(smallest.value(), largest.value()) ? smallest : largest;
        return new ColumnQuality(header, field.name().toLowerCase(Locale.ROOT), usable, missing, unreadable, impossible, unusual,
                example != null || far == null ? example : said(far.cell(), far.row()));
    }
}
