/** Forecasts of one series with intervals and a backtest. */
@NullMarked
package org.salesconsultant.analytics.forecast;

import org.jspecify.annotations.NullMarked;
