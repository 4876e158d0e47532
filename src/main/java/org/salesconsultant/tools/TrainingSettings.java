package org.salesconsultant.tools;

import com.typesafe.config.Config;
import java.time.Duration;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code training}: when the server learns anew.
 *
 * @param onNewData soon after the data has changed, and at start
 * @param every so long after the last time; zero: never by the clock
 */
public record TrainingSettings(boolean onNewData, Duration every) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    public TrainingSettings {
        if (!every.isZero() && every.compareTo(SHORTEST) < 0) {
            throw new UserError(UserError.Category.BAD_SETUP, "training.every in the settings is under a minute.", "Set it to e.g. 24h, or to 0 for never.");
        }
    }

    /** @throws UserError when a value makes no sense */
    public static TrainingSettings of(Config section) {
        return new TrainingSettings(section.getBoolean("on-new-data"), section.getDuration("every"));
    }
}
