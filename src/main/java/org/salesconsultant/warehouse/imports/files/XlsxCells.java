package org.salesconsultant.warehouse.imports.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * The text of workbook cells: dates and times ISO, told from number formats; numbers plain, at the 15 digits that Excel keeps,
 * so that 0.1 + 0.2 is 0.3; percentages with their sign; formulas by the value last computed.
 */
final class XlsxCells {
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_SERIAL = 2_958_465;
    private static final int SECONDS = 86_400;
    private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_SHOWN_AS_SUCH = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.");

    private final LocalDate firstDay;

    XlsxCells(boolean since1904) {
        firstDay = since1904 ? FIRST_DAY_1904 : FIRST_DAY;
    }

    String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        var raw = cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(String.valueOf(raw), cell);
            case BOOLEAN -> String.valueOf(cell.getValue());
            case FORMULA -> raw == null ? "" : NUMBER.matcher(raw).matches() ? number(raw, cell) : raw;
            case STRING -> String.valueOf(cell.getValue());
            case ERROR -> String.valueOf(raw);
            case EMPTY -> "";
        };
    }

    private String number(String raw, Cell cell) {
        var value = new BigDecimal(raw);
        var format = format(cell);
        if (isDate(format) && value.signum() >= 0 && value.intValue() <= LAST_SERIAL) {
            return date(value, format);
        }
        var plain = value.round(KEPT).stripTrailingZeros();
        return format.contains("%") ? plain.movePointRight(2).stripTrailingZeros().toPlainString() + "%" : plain.toPlainString();
    }

    /** Its number format without colours and quoted words; empty for none. */
    private static String format(Cell cell) {
        var format = cell.getDataFormatString();
        var id = cell.getDataFormatId();
        if (format == null && id != null) {
            return switch (id) {
                case 14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58 -> "yyyy-mm-dd";
                case 18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56 -> "h:mm:ss";
                case 22 -> "yyyy-mm-dd h:mm";
                case 9, 10 -> "0%";
                default -> "";
            };
        }
        return format == null ? "" : NOT_SHOWN_AS_SUCH.matcher(format.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static boolean isDate(String format) {
        return !format.startsWith("general") && format.chars().anyMatch(each -> "ydhs年月日".indexOf(each) >= 0 || each == 'm')
                && format.chars().noneMatch(each -> each == '0' || each == '#' || each == '?') || format.matches(".*s+\\.0+.*");
    }

    private String date(BigDecimal value, String format) {
        long days = value.longValue();
        long seconds = value.subtract(BigDecimal.valueOf(days)).multiply(BigDecimal.valueOf(SECONDS)).setScale(0, RoundingMode.HALF_UP).longValue();
        if (seconds == SECONDS) {
            days++;
            seconds = 0;
        }
        var time = LocalTime.ofSecondOfDay(seconds);
        boolean ofDay = format.chars().noneMatch(each -> "yd年日".indexOf(each) >= 0) && format.indexOf('h') >= 0;
        if (days == 0 && ofDay) {
            return time.toString();
        }
        var date = firstDay.plusDays(days);
        return seconds == 0 && format.indexOf('h') < 0 ? date.toString() : LocalDateTime.of(date, time).toString();
    }
}
