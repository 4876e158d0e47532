package org.salesconsultant.tools;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Map;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;

/** A period as a caller names it: in words, relative ones included, or by its two dates. */
public sealed interface PeriodArgument {
    Period resolve(Periods periods);

    record Words(@JsonValue String words) implements PeriodArgument {
        @Override
        public Period resolve(Periods periods) {
            return periods.read(words);
        }
    }

    record Dates(LocalDate from, LocalDate lastDay) implements PeriodArgument {
        @Override
        public Period resolve(Periods periods) {
            return periods.between(from, lastDay);
        }

        @JsonValue
        Map<String, String> json() {
            return Map.of("from", from.toString(), "lastDay", lastDay.toString());
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PeriodArgument of(String words) {
        return new Words(words);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static PeriodArgument of(@JsonProperty("from") LocalDate from, @JsonProperty("lastDay") LocalDate lastDay) {
        return new Dates(from, lastDay);
    }
}
