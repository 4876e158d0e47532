package org.salesconsultant.analytics.forecast;

/** What weakens a forecast. Whoever shows it words this for its readers. */
public enum ForecastCaveat {
    /** All values are equal, so that no uncertainty can be measured. */
    CONSTANT,
    /** More than a third of the values are zero; a smooth model fits such a series badly. */
    MANY_ZEROS,
    /** Values were missing and were taken from the line between their neighbours. */
    GAPS_FILLED,
    /** The history is too short to learn a whole season from, so that none is expected. */
    SEASON_NOT_LEARNED,
    /** More steps are forecast than the history has. */
    BEYOND_HISTORY,
    /** Too short a history to backtest: the error is unknown and the interval rests on the fit alone. */
    NOT_BACKTESTED,
    /** No model did better in the backtest than repeating the last season. */
    NO_BETTER_THAN_SEASONAL_NAIVE
}
