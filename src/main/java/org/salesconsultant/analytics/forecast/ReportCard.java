package org.salesconsultant.analytics.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a forecast was made and how good it was on the past.
 *
 * @param members the models that were combined, with their weights
 * @param steps length of the history it was fitted to
 * @param season steps in the season it could learn, 1 for none
 * @param score of the chosen model, or null where the history is too short to backtest
 * @param benchmark of the seasonal naive forecast on the same origins
 */
public record ReportCard(String model, String version, List<Member> members, int steps, int season, @Nullable BacktestScore score,
                         @Nullable BacktestScore benchmark) {
    /** @param weight 0 … 1 */
    public record Member(String model, double weight) {}
}
