package org.salesconsultant.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.fields.Dates;

/**
 * How a file writes when something was: as integers, or as dates in one format.
 *
 * @param dates null for integers
 */
record TimeStamps(@Nullable Dates dates) {
    private static final int EIGHT_DIGITS = 8;

    /** @param sample of a file, not blank */
    static TimeStamps of(List<String> sample) {
        boolean integers = isMost(sample, TimeStamps::isInteger);
        boolean datelike = isMost(sample, text -> text.length() == EIGHT_DIGITS);
        var formats = integers && !datelike ? List.<Dates>of() : Dates.candidates(sample);
        if (!integers && formats.isEmpty()) {
            throw new UserError(UserError.Category.BAD_FILE, "The column \"ds\" holds neither dates nor integers, e.g. \"" + (sample.isEmpty() ? "" : sample.getFirst()) + "\".",
                    "Write dates like 2025-01-31, or 1, 2, 3, …");
        }
        return new TimeStamps(formats.isEmpty() ? null : formats.getFirst());
    }

    private static boolean isMost(List<String> sample, Predicate<String> what) {
        return 2 * sample.stream().filter(what).count() > sample.size();
    }

    /** Some programs write integers with a point behind them. */
    private static boolean isInteger(String text) {
        return text.matches("[+-]?\\d{1,15}(\\.0*)?");
    }

    boolean areDates() {
        return dates != null;
    }

    /** Days since 1970 for dates; empty where the text is none, or has a time of day. */
    OptionalLong read(String text) {
        if (dates == null) {
            return isInteger(text) ? OptionalLong.of(Long.parseLong(text.replaceFirst("\\..*", ""))) : OptionalLong.empty();
        }
        var moment = dates.read(text);
        return moment.isPresent() && moment.get().minute() <= 0 ? OptionalLong.of(moment.get().date().toEpochDay()) : OptionalLong.empty();
    }

    String write(long time) {
        return dates == null ? String.valueOf(time) : LocalDate.ofEpochDay(time).toString();
    }
}
