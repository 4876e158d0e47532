package org.salesconsultant.assistant.planner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.Periods;

/**
 * A question with the plan that people confirmed, as {@code prompts/learned/questions.yaml} has it.
 *
 * @param ask its words
 * @param language left out: the words' own
 * @param arguments as the tool takes them; {@code period} and {@code compareTo} in words, which are read anew each time
 * @param example the question without the names in it, from which questions worded alike learn their tool; left out: its own words,
 *     where the arguments name no member
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LearnedQuestion(String ask, Language language, String tool, Map<String, Object> arguments, @Nullable String example) {
    private static final Pattern PUNCTUATION = Pattern.compile("[?!;…\"“”。、]|[.,:](?!\\d)");
    private static final List<String> TIMES = List.of("period", "compareTo");

    /** Null where left out, as the YAML reader gives it; a year is written as a number. */
    public LearnedQuestion {
        language = language == null && ask != null ? Language.of(ask) : language;
        if (arguments != null) {
            arguments = new LinkedHashMap<>(arguments);
            for (var time : TIMES) {
                arguments.computeIfPresent(time, (name, value) -> value instanceof Integer year ? year.toString() : value);
            }
        }
    }

    /** Equal for words that differ in case, blanks and punctuation alone. */
    static String key(String words) {
        return PUNCTUATION.matcher(Names.fold(words)).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    String json() {
        try {
            return Json.MAPPER.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Its plan as of a "now".
     *
     * @throws org.salesconsultant.sales.UserError when its times cannot be read
     */
    Slots slots(Periods periods) {
        var slots = Arguments.read(json());
        var period = slots.period() == null ? null : periods.read(slots.period());
        var before = slots.compareTo() == null ? null : periods.read(slots.compareTo(), period);
        return slots.withPeriod(MetricSlots.name(period)).withCompareTo(MetricSlots.name(before));
    }
}
