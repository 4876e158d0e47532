/**
 * Forecasts of one series with intervals and a backtest.
 *
 * <p>Models fitted to the series alone, trimmed and averaged, count half; networks learned on thousands of series count the other
 * half. Choices that were measured, on the M3 competition's training parts with their last horizon held out: a trimmed mean of the
 * models beats their plain mean, each of them alone, and weights that follow one series' backtest all the way; networks do better
 * when they are shown the season, levels and slopes of the whole history than the last values alone, are about as good as the best
 * other model, and half and half with the others beats both and any other share for all; preferring seasonal naive loses accuracy
 * unless it halves the error; TRAMO is as accurate and twice as fast when it keeps the airline model where that fits; the width of a
 * series' past errors hardly foretells that of its next ones, so intervals rest on a pool of series.
 */
@NullMarked
package org.salesconsultant.analytics.forecast;

import org.jspecify.annotations.NullMarked;
