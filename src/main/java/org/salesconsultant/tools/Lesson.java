package org.salesconsultant.tools;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.training.TrainedModel.Expected;
import org.salesconsultant.warehouse.training.TrainedModel.Measure;
import org.salesconsultant.warehouse.training.TrainedModel.Window;

/**
 * Something that a tool learns from the data and keeps for its answers.
 *
 * @param model e.g. {@code forecast}
 * @param subject what it is of, e.g. {@code revenue by week}
 * @param learn throws {@link TooLittle} where the data has too little for it
 */
public record Lesson(String model, String subject, Supplier<Learned> learn) {
    /** @param measures how good it was on the past @param course null for what expects no steps to come */
    public record Learned(String version, Window window, List<Measure> measures, @Nullable Course course) {}

    /**
     * Steps in time.
     *
     * @param actual what came in each whole step, by its first day
     * @param expected what is to come
     * @param tested the backtest's absolute errors as a fraction of the volume, NaN where there was none
     * @param origins the backtest's
     */
    public record Course(Map<LocalDate, Double> actual, List<Expected> expected, double tested, int origins) {}

    /** The data has too little to learn from; the message says what is lacking. */
    public static final class TooLittle extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TooLittle(String message) {
            super(message);
        }
    }
}
