package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Exponential smoothing in the state space forms of Hyndman, Koehler, Ord and Snyder (2008), the form chosen by the corrected
 * Akaike criterion. Up to 24 steps in a season; longer ones are left to decompositions.
 */
public final class EtsForecaster implements Forecaster {
    private static final int LONGEST_SEASON = 24;

    private final @Nullable EtsForm settled;

    public EtsForecaster() {
        this(null);
    }

    private EtsForecaster(@Nullable EtsForm settled) {
        this.settled = settled;
    }

    @Override
    public String name() {
        return settled == null ? "ETS" : settled.toString();
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public EtsForecaster settledOn(double[] history, int season) {
        return best(history, season) instanceof EtsFit fit ? new EtsForecaster(fit.form()) : this;
    }

    /** Leaves four values and fewer to Theta. */
    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        var fit = settled == null ? null : EtsFit.of(history, settled, season);
        fit = fit == null ? best(history, season) : fit;
        return fit == null ? new ThetaForecaster().forecast(history, season, horizon) : fit.forecast(horizon);
    }

    /** Of all admissible forms, null where the history is too short for any. */
    static @Nullable EtsFit best(double[] history, int season) {
        return fits(history, season).min(Comparator.comparingDouble(EtsFit::aicc)).orElse(null);
    }

    static Stream<EtsFit> fits(double[] history, int season) {
        boolean positive = Arrays.stream(history).allMatch(value -> value > 0);
        boolean seasonal = season > 1 && season <= LONGEST_SEASON;
        List<EtsForm> forms = EtsForm.admissible(positive, seasonal);
        return forms.stream().map(form -> EtsFit.of(history, form, season)).filter(Objects::nonNull);
    }
}
