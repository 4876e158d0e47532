/**
 * Forecasts of one series with intervals and a backtest.
 *
 * <p>Choices that were measured, on the M3 competition's training parts with their last horizon held out: a trimmed mean of the
 * models beats their plain mean, each of them alone, and weights that follow one series' backtest all the way; preferring seasonal
 * naive loses accuracy unless it halves the error; TRAMO is as accurate and twice as fast when it keeps the airline model where
 * that fits; the width of a series' past errors hardly foretells that of its next ones, so intervals rest on a pool of series.
 */
@NullMarked
package org.salesconsultant.analytics.forecast;

import org.jspecify.annotations.NullMarked;
