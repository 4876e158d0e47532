package org.salesconsultant.warehouse.imports.fields;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the dates of one file in the one format settled for it, with or without a time of day behind them. Offsets from UTC
 * are passed over: a date is what the file's clock said.
 *
 * @param pattern of the date as {@link DateTimeFormatter} writes it, e.g. {@code d/M/uuuu}
 */
public record Dates(String pattern) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final double HALF = 0.5;
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();
    private static final String TIME = "[['T'][','][' ']h:mm[:ss][' ']a][['T'][','][' ']H:mm[:ss]][.SSSSSSSSS][.SSSSSS][.SSS][' '][XXX][X]";

    /** Of two that read a value alike the earlier is taken: day before month, as most of the world writes. */
    private static final List<String> USUAL = List.of("uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "uuuuMMdd", "uuuu年M月d日",
            "d/M/uuuu", "M/d/uuuu", "d-M-uuuu", "M-d-uuuu", "d.M.uuuu", "M.d.uuuu",
            "d/M/uu", "M/d/uu", "d-M-uu", "M-d-uu", "d.M.uu", "M.d.uu",
            "d-MMM-uuuu", "d MMM uuuu", "d MMMM uuuu", "MMM d[,] uuuu", "MMMM d[,] uuuu", "d-MMM-uu", "d MMM uu");

    /** A date and, where the file has it, the minute of the day. @param minute −1: none */
    public record Moment(LocalDate date, int minute) {}

    /** @throws IllegalArgumentException when the pattern is none */
    public Dates {
        FORMATTERS.computeIfAbsent(pattern, Dates::formatter);
    }

    /** Those of the usual formats that read half of the values or more, and as many as any other does. */
    public static List<Dates> candidates(Collection<String> values) {
        List<Dates> best = new ArrayList<>();
        long most = Math.max(1, Math.round(values.size() * HALF));
        for (var pattern : USUAL) {
            var dates = new Dates(pattern);
            long read = values.stream().filter(dates::isDate).count();
            if (read > most) {
                best.clear();
            }
            if (read >= most) {
                most = read;
                best.add(dates);
            }
        }
        return best;
    }

    /** Empty when the text is no date in this format, or of a year before 1900 or after 2199. */
    public Optional<Moment> read(String text) {
        try {
            var parsed = formatter().parse(text);
            var date = LocalDate.from(parsed);
            if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
                return Optional.empty();
            }
            LocalTime time = parsed.query(TemporalQueries.localTime());
            return Optional.of(new Moment(date, time == null ? -1 : time.get(ChronoField.MINUTE_OF_DAY)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    public boolean isDate(String text) {
        return read(text).isPresent();
    }

    private DateTimeFormatter formatter() {
        return FORMATTERS.computeIfAbsent(pattern, Dates::formatter);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).appendPattern(TIME)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
