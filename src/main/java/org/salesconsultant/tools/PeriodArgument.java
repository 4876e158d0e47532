package org.salesconsultant.tools;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;

/** A period as a caller names it: in words, relative ones included, or by its two dates. */
public sealed interface PeriodArgument {
    /** @throws org.salesconsultant.sales.UserError when it names no period */
    default Period resolve(Periods periods) {
        return resolve(periods, null);
    }

    /** @param base what "the year before" or "the previous quarter" refer to; null where there is none */
    Period resolve(Periods periods, @Nullable Period base);

    record Words(@JsonValue String words) implements PeriodArgument {
        @Override
        public Period resolve(Periods periods, @Nullable Period base) {
            return periods.read(words, base);
        }
    }

    record Dates(LocalDate from, LocalDate lastDay) implements PeriodArgument {
        @Override
        public Period resolve(Periods periods, @Nullable Period base) {
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
