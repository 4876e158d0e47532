package org.salesconsultant.assistant.evaluation;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/**
 * A file of questions with what their answers must say.
 *
 * @param now the day from which "last month" and the like are read; null: the data's own newest day
 */
public record AnswerChecks(@Nullable LocalDate now, List<Check> checks) {
    /**
     * One question, with whatever is known of its answer; what is left out is not checked.
     *
     * @param id null: its place in the file
     * @param ask the messages of one conversation; the last answer is checked
     * @param status {@code answered} where null; several with {@code |} between them
     * @param tool one that must have found it
     * @param from first day of the period that a finding must be about
     * @param lastDay its last day
     * @param numbers each stands in a finding: to the cent, a rate (below 1) within 0.5 % of itself, as a fraction or a percentage
     * @param names each stands in a finding's cells, title or summary
     * @param rows at most so many, beside others and a total
     */
    public record Check(@Nullable String id, @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> ask,
                        @Nullable String status, @Nullable String tool, @Nullable LocalDate from, @Nullable LocalDate lastDay,
                        List<BigDecimal> numbers, List<String> names, @Nullable Integer rows, @Nullable String note) {
        private static final String OR = "\\|";

        /** Null where left out, as the YAML reader gives it. */
        public Check {
            numbers = numbers == null ? List.of() : List.copyOf(numbers);
            names = names == null ? List.of() : List.copyOf(names);
            status = status == null ? Status.ANSWERED.word() : status;
        }

        /** @throws UserError when a word is no status */
        Set<Status> statuses() {
            return Arrays.stream(String.valueOf(status).split(OR)).map(Check::status).collect(Collectors.toUnmodifiableSet());
        }

        String question() {
            return String.join(" / ", ask);
        }

        private static Status status(String word) {
            return Arrays.stream(Status.values()).filter(each -> each.word().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> new UserError(UserError.Category.BAD_SETUP, "\"" + word + "\" is no status of an answer.",
                            "Write " + Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", ")) + "."));
        }
    }

    /** @throws UserError when the file is not there, is no such YAML, asks nothing, or expects what no answer can have */
    public static AnswerChecks read(Home home, String file) {
        var checks = Yaml.readSparse(home, file, AnswerChecks.class);
        if (checks.checks() == null || checks.checks().isEmpty() || checks.checks().stream().anyMatch(check -> check.ask() == null || check.ask().isEmpty())) {
            throw new UserError(UserError.Category.BAD_SETUP, file + " has a check without a question.", "Write what to \"ask\" in each.");
        }
        checks.checks().forEach(Check::statuses);
        return checks;
    }
}
