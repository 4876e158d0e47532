package org.salesconsultant.warehouse.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One model of a run.
 *
 * @param model e.g. {@code forecast}
 * @param subject what it is of, e.g. {@code revenue by week}
 * @param version name and version of the method; empty where nothing was learned
 * @param window what it learned from, null where nothing was learned
 * @param measures how good it was on the past; empty where that cannot be told
 * @param expected what it expects to come
 * @param since how what earlier runs expected compares with what came; null where nothing has come yet
 * @param millis it took
 * @param reason why nothing was learned, else null
 */
public record TrainedModel(String model, String subject, State state, String version, @Nullable Window window, List<Measure> measures,
                           @JsonIgnore List<Expected> expected, @Nullable Since since, long millis, @Nullable String reason) {
    /** What became of it. */
    public enum State {
        LEARNED, /** The data has too little for it. */ LEFT_OUT, FAILED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param rows e.g. steps of a series or customers @param total of what was learned from: tells whether it is still the same */
    public record Window(LocalDate from, LocalDate lastDay, long rows, double total) {}

    /** @param name e.g. {@code mase} @param naive the same of the simplest rival, null where there is none */
    public record Measure(String name, double value, @Nullable Double naive) {}

    /** One step to come with its 95 % interval. */
    public record Expected(LocalDate from, double value, double low, double high) {}

    /** @param probability of so many outside by chance @param error a fraction of the volume, as {@code tested} was on the past */
    public record Since(int steps, int outside, double probability, double error, @Nullable Double tested, boolean drifted) {}

    @JsonIgnore
    public boolean hasDrifted() {
        return since != null && since.drifted();
    }

    public Optional<Measure> measure(String name) {
        return measures.stream().filter(measure -> measure.name().equals(name)).findFirst();
    }
}
