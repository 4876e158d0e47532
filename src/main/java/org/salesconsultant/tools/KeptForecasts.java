package org.salesconsultant.tools;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.DoubleBuffer;
import org.salesconsultant.analytics.forecast.ForecastSelection;
import org.salesconsultant.analytics.forecast.ForecastSelection.Selected;

/** Forecasts of histories, kept while the history stays what it was: whose it is makes no difference, only its values do. */
final class KeptForecasts {
    private static final int MOST = 300;

    private final ForecastSelection selection = new ForecastSelection();
    private final Cache<History, Selected> kept = Caffeine.newBuilder().maximumSize(MOST).build();

    /** @param values compared one by one */
    private record History(DoubleBuffer values, int season, int horizon, boolean notNegative) {}

    /** As {@link ForecastSelection#forecast}. */
    Selected forecast(double[] values, int season, int horizon, boolean notNegative) {
        return kept.get(new History(DoubleBuffer.wrap(values.clone()), season, horizon, notNegative),
                history -> selection.forecast(values, season, horizon, notNegative));
    }
}
