package org.salesconsultant.analytics.forecast;

import org.jspecify.annotations.Nullable;

/**
 * How a forecast was made and how good it was on the past.
 *
 * @param steps length of the history it was fitted to
 * @param season steps in the season it could learn, 1 for none
 * @param score of the chosen model, or null where the history is too short to backtest
 * @param benchmark of the seasonal naive forecast on the same origins
 */
public record ReportCard(String model, String version, int steps, int season, @Nullable BacktestScore score,
                         @Nullable BacktestScore benchmark) {}
