package org.salesconsultant.warehouse.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was learned at one time from one state of the data.
 *
 * @param sample whether from the sample company
 * @param dataVersion of the warehouse, and {@code newestDay} in it
 * @param millis it took
 */
public record TrainingRun(boolean sample, Cause cause, long dataVersion, @Nullable LocalDate newestDay, Instant began, long millis,
                          List<TrainedModel> models) {
    /** What started it. */
    public enum Cause {
        BY_HAND, NEW_DATA, SCHEDULE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The models that what came since does not fit. */
    public List<TrainedModel> drifted() {
        return models.stream().filter(TrainedModel::hasDrifted).toList();
    }

    /** The models that broke. */
    public List<TrainedModel> failed() {
        return models.stream().filter(model -> model.state() == TrainedModel.State.FAILED).toList();
    }
}
