package org.salesconsultant.analytics.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * A form of exponential smoothing in the notation of Hyndman, Koehler, Ord and Snyder (2008): error, trend, season.
 *
 * @param multiplicativeError whether errors grow with what is expected
 */
record EtsForm(boolean multiplicativeError, Trend trend, Season season) {
    /** How the slope goes on. */
    enum Trend {
        NONE("N"), ADDITIVE("A"), DAMPED("Ad");

        private final String letter;

        Trend(String letter) {
            this.letter = letter;
        }
    }

    /** How the season joins the level. */
    enum Season {
        NONE("N"), ADDITIVE("A"), MULTIPLICATIVE("M");

        private final String letter;

        Season(String letter) {
            this.letter = letter;
        }
    }

    /**
     * The forms worth fitting. An additive error with a multiplicative season is left out: its variance is infinite and its
     * filter divides by what may come near zero. Anything multiplicative needs values above zero.
     */
    static List<EtsForm> admissible(boolean positive, boolean seasonal) {
        List<EtsForm> forms = new ArrayList<>();
        for (var trend : Trend.values()) {
            for (var season : seasonal ? Season.values() : new Season[] {Season.NONE}) {
                if (season != Season.MULTIPLICATIVE) {
                    forms.add(new EtsForm(false, trend, season));
                }
                if (positive) {
                    forms.add(new EtsForm(true, trend, season));
                }
            }
        }
        return forms;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean isDamped() {
        return trend == Trend.DAMPED;
    }

    boolean isSeasonal() {
        return season != Season.NONE;
    }

    /** How many smoothing parameters and free states are estimated; a season's states are held to one sum. */
    int parameters(int seasonSteps) {
        return 2 + (hasTrend() ? 2 : 0) + (isDamped() ? 1 : 0) + (isSeasonal() ? seasonSteps : 0);
    }

    /** E.g. {@code ETS(M,Ad,M)}. */
    @Override
    public String toString() {
        return "ETS(" + (multiplicativeError ? "M" : "A") + "," + trend.letter + "," + season.letter + ")";
    }
}
