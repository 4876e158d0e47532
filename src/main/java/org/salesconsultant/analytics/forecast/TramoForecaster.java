package org.salesconsultant.analytics.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import jdplus.toolkit.base.api.arima.SarimaOrders;
import jdplus.toolkit.base.api.modelling.TransformationType;
import jdplus.toolkit.base.api.processing.ProcessingLog;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import jdplus.toolkit.base.api.timeseries.TsUnit;
import jdplus.toolkit.base.core.regsarima.regular.RegSarimaModel;
import jdplus.tramoseats.base.api.tramo.AutoModelSpec;
import jdplus.tramoseats.base.api.tramo.OutlierSpec;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.api.tramo.TransformSpec;
import jdplus.tramoseats.base.core.tramo.TramoKernel;
import org.jspecify.annotations.Nullable;

/**
 * TRAMO, the automatic ARIMA of Gómez and Maravall (1996), as JDemetra+ has it: logarithm, orders and outliers by test. Without
 * its calendar effects, for a series here is steps without dates.
 */
public final class TramoForecaster implements Forecaster {
    /** Steps in a season that it knows. */
    private static final Set<Integer> SEASONS = Set.of(1, 2, 3, 4, 6, 12);
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);
    /** In standard errors. */
    private static final double OUTLIER = 4;
    private static final int SHORTEST = 8;

    private final TramoSpec specification;
    private final String name;

    /** The airline model is kept where it fits, and only what is far out is an outlier: as accurate, and twice as fast. */
    public TramoForecaster() {
        this(TramoSpec.TR3.toBuilder()
                .autoModel(TramoSpec.TR3.getAutoModel().toBuilder().acceptDefault(true).build())
                .outliers(TramoSpec.TR3.getOutliers().toBuilder().criticalValue(OUTLIER).build())
                .build(), "TRAMO");
    }

    private TramoForecaster(TramoSpec specification, String name) {
        this.specification = specification;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return "1";
    }

    /** Whether it has anything to say on such a series. */
    static boolean isFor(double[] history, int season) {
        return SEASONS.contains(season) && history.length >= Math.max(SHORTEST, 3 * season)
                && Arrays.stream(history).distinct().limit(3).count() == 3;
    }

    @Override
    public Forecaster settledOn(double[] history, int season) {
        var model = isFor(history, season) ? fit(history, season) : null;
        if (model == null) {
            return new ThetaForecaster();
        }
        var settled = specification.toBuilder()
                .autoModel(AutoModelSpec.builder().enabled(false).build())
                .arima(model.getDescription().getStochasticComponent().freeParameters(null))
                .transform(TransformSpec.builder().function(model.getDescription().isLogTransformation() ? TransformationType.Log : TransformationType.None).build())
                .outliers(OutlierSpec.DEFAULT_DISABLED)
                .build();
        return new TramoForecaster(settled, name(model.arima().orders()));
    }

    private static String name(SarimaOrders orders) {
        var regular = "ARIMA(" + orders.getP() + "," + orders.getD() + "," + orders.getQ() + ")";
        return orders.getPeriod() == 1 ? regular : regular + "(" + orders.getBp() + "," + orders.getBd() + "," + orders.getBq() + ")";
    }

    /** Falls back to Theta where JDemetra+ finds no model. */
    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        var model = isFor(history, season) ? fit(history, season) : null;
        if (model == null) {
            return new ThetaForecaster().forecast(history, season, horizon);
        }
        var ahead = model.forecasts(horizon);
        var points = ahead.getForecasts().getValues().toArray();
        var errors = ahead.getForecastsStdev().getValues().toArray();
        var forecast = new Forecast(points, ones(horizon), response(errors), errors[0]);
        return forecast.isFinite() ? forecast : new ThetaForecaster().forecast(history, season, horizon);
    }

    /** @return null where it finds none; on odd series JDemetra+ ends in many kinds of exceptions */
    private @Nullable RegSarimaModel fit(double[] history, int season) {
        var start = TsPeriod.of(TsUnit.ofAnnualFrequency(season), ANY_DAY);
        try {
            return TramoKernel.of(specification, null).process(TsData.ofInternal(start, history.clone()), ProcessingLog.dummy());
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** By how much each step's variance grows on the one before, in the first one's. */
    private static double[] response(double[] errors) {
        var response = new double[errors.length];
        response[0] = 1;
        for (int after = 1; after < errors.length; after++) {
            response[after] = Math.sqrt(Math.max(0, errors[after] * errors[after] - errors[after - 1] * errors[after - 1])) / errors[0];
        }
        return response;
    }

    private static double[] ones(int horizon) {
        var ones = new double[horizon];
        Arrays.fill(ones, 1);
        return ones;
    }
}
