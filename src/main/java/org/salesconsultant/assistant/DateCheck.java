package org.salesconsultant.assistant;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;

/**
 * Says whether the dates of a sentence come from findings: each is a day or a period that a cell, an argument or the finding
 * itself names, or the month or year around one that the sentence names beside it.
 */
final class DateCheck {
    private static final int MONTHS_OF_A_QUARTER = 3;
    private static final int LONGEST_DATE = 40;

    private final Periods periods;
    private final Set<Dates> known = new HashSet<>();

    /** @param periods reads the words that depend on the data's newest date */
    DateCheck(List<Finding> findings, Periods periods) {
        this.periods = periods;
        findings.forEach(this::read);
    }

    private record Dates(LocalDate from, LocalDate end) {
        static Dates of(Period period) {
            return new Dates(period.from(), period.end());
        }

        static Dates day(LocalDate day) {
            return new Dates(day, day.plusDays(1));
        }

        boolean isAround(Dates other) {
            return !equals(other) && !from.isAfter(other.from) && !end.isBefore(other.end);
        }
    }

    boolean holds(String sentence) {
        var mentions = periods.find(sentence);
        var explained = mentions.stream().flatMap(DateCheck::dates).filter(known::contains).toList();
        return mentions.stream().allMatch(mention -> switch (mention) {
            case TimeMention.Named named -> explains(named.period(), explained)
                    || !named.parts().isEmpty() && named.parts().stream().allMatch(part -> explains(part, explained));
            case TimeMention.Ambiguous ambiguous -> ambiguous.readings().stream().anyMatch(reading -> explains(reading, explained));
            case TimeMention.Ahead ahead -> true;
            case TimeMention.Relative relative -> true;
        });
    }

    private boolean explains(Period said, List<Dates> beside) {
        var dates = Dates.of(said);
        return known.contains(dates) || beside.stream().anyMatch(dates::isAround);
    }

    private void read(Finding finding) {
        texts(finding).flatMap(text -> periods.find(text).stream()).flatMap(DateCheck::dates).forEach(this::learn);
        var provenance = finding.provenance();
        if (provenance.period() != null) {
            learn(new Dates(provenance.period().from(), provenance.period().lastDay().plusDays(1)));
        }
        if (provenance.dataAsOf() != null) {
            learn(Dates.day(provenance.dataAsOf()));
        }
        for (int column = 0; column < finding.columns().size(); column++) {
            int index = column;
            readColumn(finding.rows().stream().map(row -> row.get(index)).filter(LocalDate.class::isInstance).map(LocalDate.class::cast).toList());
        }
    }

    /** A column of firsts of the month is one of months, and so on. */
    private void readColumn(List<LocalDate> days) {
        days.stream().map(Dates::day).forEach(known::add);
        if (days.stream().allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)) {
            days.forEach(day -> known.add(new Dates(day, day.plusWeeks(1))));
        }
        if (days.stream().allMatch(day -> day.getDayOfMonth() == 1)) {
            days.forEach(day -> known.add(new Dates(day, day.plusMonths(1))));
            days.stream().filter(day -> (day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER == 0).forEach(day -> known.add(new Dates(day, day.plusMonths(MONTHS_OF_A_QUARTER))));
        }
        if (days.stream().allMatch(day -> day.getDayOfYear() == 1)) {
            days.forEach(day -> known.add(new Dates(day, day.plusYears(1))));
        }
    }

    private void learn(Dates dates) {
        known.add(dates);
        known.add(Dates.day(dates.from()));
        known.add(Dates.day(dates.end().minusDays(1)));
    }

    private static Stream<Dates> dates(TimeMention mention) {
        return switch (mention) {
            case TimeMention.Named named -> Stream.concat(Stream.of(named.period()), named.parts().stream()).map(Dates::of);
            case TimeMention.Ahead ahead -> Stream.of(Dates.of(ahead.period()));
            case TimeMention.Ambiguous ambiguous -> ambiguous.readings().stream().map(Dates::of);
            case TimeMention.Relative relative -> Stream.empty();
        };
    }

    private static Stream<String> texts(Finding finding) {
        var cells = finding.rows().stream().flatMap(List::stream).filter(String.class::isInstance).map(String.class::cast)
                .filter(text -> text.length() <= LONGEST_DATE && text.chars().anyMatch(Character::isDigit));
        return Stream.of(Stream.of(finding.title(), finding.summary(), arguments(finding)), finding.caveats().stream(), finding.provenance().filters().stream(), cells)
                .flatMap(texts -> texts).filter(Objects::nonNull);
    }

    private static String arguments(Finding finding) {
        try {
            return Json.MAPPER.writeValueAsString(finding.arguments());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
