package org.salesconsultant.warehouse.imports.fields;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Reads the dates of one file in the one format settled for it, with or without a time of day behind them. Offsets from UTC
 * are passed over: a date is what the file's clock said. A month or a quarter without a day is its first day.
 *
 * @param pattern of the date as {@link DateTimeFormatter} writes it, e.g. {@code d/M/uuuu}; with {@code (de)} behind it names of
 *     months are that language's; or one of {@link #EXCEL}, {@link #SECONDS} and {@link #MILLISECONDS}
 */
public record Dates(String pattern) {
    /** Days since 1899-12-30, as spreadsheets count. */
    public static final String EXCEL = "days of a spreadsheet";
    /** Seconds since 1970, UTC. */
    public static final String SECONDS = "seconds since 1970";
    /** Milliseconds since 1970, UTC. */
    public static final String MILLISECONDS = "milliseconds since 1970";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final double HALF = 0.5;
    private static final int VALUES_TRIED = 300;
    private static final double SECONDS_A_DAY = 86_400;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern LANGUAGE = Pattern.compile("(.*) \\(([a-z]{2})\\)");
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();
    private static final String TIME = "[['T'][','][' ']h:mm[:ss][' ']a][['T'][','][' ']H:mm[:ss]][.SSSSSSSSS][.SSSSSS][.SSS][' '][XXX][XX][X]['UTC']['GMT']";

    /** Of two that read a value alike the earlier is taken: day before month, as most of the world writes. */
    private static final List<String> USUAL = List.of("uuuu-M-d", "uuuu/M/d", "uuuu.M.d", "uuuuMMdd", "uuuu年M月d日",
            "d/M/uuuu", "M/d/uuuu", "d-M-uuuu", "M-d-uuuu", "d.M.uuuu", "M.d.uuuu",
            "d/M/uu", "M/d/uu", "d-M-uu", "M-d-uu", "d.M.uu", "M.d.uu",
            "d-MMM-uuuu", "d MMM uuuu", "d MMMM uuuu", "MMM d[,] uuuu", "MMMM d[,] uuuu", "d-MMM-uu", "d MMM uu",
            "d[.] MMMM uuuu (de)", "d[.] MMM uuuu (de)", "d MMMM uuuu (fr)", "d MMM uuuu (fr)", "d MMMM uuuu (es)", "d 'de' MMMM 'de' uuuu (es)",
            "uuuu-M", "uuuu/M", "M/uuuu", "MMM uuuu", "MMM-uuuu", "MMM-uu", "MMMM uuuu", "uuuu年M月", "'Q'q uuuu", "uuuu-'Q'q", "uuuu'Q'q", "uuuu 'Q'q");

    /** Whole numbers that are dates only in a column that is one for another reason. */
    private static final List<String> NUMBERS = List.of(EXCEL, SECONDS, MILLISECONDS, "uuuuMM");

    /** A date and, where the file has it, the minute of the day. @param minute −1: none */
    public record Moment(LocalDate date, int minute) {}

    /** @throws IllegalArgumentException when the pattern is none */
    public Dates {
        if (!isNumber(pattern)) {
            FORMATTERS.computeIfAbsent(pattern, Dates::formatter);
        }
    }

    /** Those of the usual formats that read half of the values or more, and as many as any other does. */
    public static List<Dates> candidates(Collection<String> values) {
        return best(USUAL, values);
    }

    /** The same for a column that is known to hold dates: plain numbers are read too where nothing else fits. */
    public static List<Dates> candidatesAmongNumbers(Collection<String> values) {
        var usual = candidates(values);
        return usual.isEmpty() ? best(NUMBERS, values) : usual;
    }

    private static List<Dates> best(List<String> patterns, Collection<String> values) {
        var some = values.stream().distinct().limit(VALUES_TRIED).toList();
        List<Dates> best = new ArrayList<>();
        long most = Math.max(1, Math.round(some.size() * HALF));
        for (var pattern : patterns) {
            var dates = new Dates(pattern);
            long read = some.stream().filter(dates::isDate).count();
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
        if (isNumber(pattern)) {
            return readNumber(text);
        }
        try {
            var parsed = formatter().parse(text);
            var date = LocalDate.from(parsed);
            LocalTime time = parsed.query(TemporalQueries.localTime());
            return within(date, time == null ? -1 : time.get(ChronoField.MINUTE_OF_DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Looks first without throwing, for most texts that are asked about are none. */
    public boolean isDate(String text) {
        if (!isNumber(pattern)) {
            var end = new ParsePosition(0);
            if (formatter().parseUnresolved(text, end) == null || end.getErrorIndex() >= 0 || end.getIndex() < text.length()) {
                return false;
            }
        }
        return read(text).isPresent();
    }

    /** A spreadsheet's days may have a fraction: the time of day. Days before 1955 and moments before 2001 are rather other numbers. */
    private Optional<Moment> readNumber(String text) {
        if (!text.matches("\\d{5}(\\.\\d+)?|\\d{10}|\\d{13}")) {
            return Optional.empty();
        }
        double number = Double.parseDouble(text);
        if (pattern.equals(EXCEL)) {
            int minute = (int) Math.round((number - Math.floor(number)) * SECONDS_A_DAY / 60);
            return number < 20_000 || number >= 80_000 ? Optional.empty() : within(DAY_ZERO.plusDays((long) number), text.indexOf('.') < 0 ? -1 : Math.min(minute, 1_439));
        }
        if (text.indexOf('.') >= 0 || text.length() != (pattern.equals(SECONDS) ? 10 : 13)) {
            return Optional.empty();
        }
        var moment = Instant.ofEpochMilli(Long.parseLong(text) * (pattern.equals(SECONDS) ? 1_000 : 1)).atOffset(ZoneOffset.UTC);
        return within(moment.toLocalDate(), moment.get(ChronoField.MINUTE_OF_DAY));
    }

    private static Optional<Moment> within(LocalDate date, int minute) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(new Moment(date, minute));
    }

    private static boolean isNumber(String pattern) {
        return pattern.equals(EXCEL) || pattern.equals(SECONDS) || pattern.equals(MILLISECONDS);
    }

    private DateTimeFormatter formatter() {
        return FORMATTERS.computeIfAbsent(pattern, Dates::formatter);
    }

    private static DateTimeFormatter formatter(String pattern) {
        var spoken = LANGUAGE.matcher(pattern);
        var date = spoken.matches() ? spoken.group(1) : pattern;
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(date);
        if (date.indexOf('d') >= 0) {
            builder.appendPattern(TIME);
        } else {
            builder.parseDefaulting(date.indexOf('q') >= 0 ? IsoFields.DAY_OF_QUARTER : ChronoField.DAY_OF_MONTH, 1);
        }
        return builder.toFormatter(spoken.matches() ? Locale.of(spoken.group(2)) : Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
