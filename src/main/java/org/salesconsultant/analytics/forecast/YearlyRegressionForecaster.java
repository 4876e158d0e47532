package org.salesconsultant.analytics.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;

/**
 * Days with two seasons, the week and the year: {@link CalendarRegression} with growth, weekdays and twelfths of the year. The other
 * models know one season only. It knows no dates, so the twelfths begin with the history's first day and not with months.
 */
final class YearlyRegressionForecaster implements Forecaster {
    private static final int WEEK = 7;
    private static final int TWO_YEARS = 731;
    /** Days on which more came back than was sold are told as nothing where they are as few as that, by what they amount to. */
    private static final double FEW = 0.01;
    /** A Monday and the first of a month; which one makes no difference. */
    private static final LocalDate START = LocalDate.of(2001, 1, 1);

    /** Whether each part of the year has been seen twice, and next to nothing was below zero. */
    static boolean isFor(double[] history, int season) {
        double below = -Arrays.stream(history).filter(value -> value < 0).sum();
        double above = Arrays.stream(history).filter(value -> value > 0).sum();
        return season == WEEK && history.length >= TWO_YEARS && below <= FEW * above;
    }

    @Override
    public String name() {
        return "Calendar regression";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        var fit = CalendarRegression.fit(START, Arrays.stream(history).map(value -> Math.max(0, value)).toArray(), Map.of());
        var points = new double[horizon];
        Arrays.setAll(points, step -> fit.expected(START.plusDays((long) history.length + step)));
        double mean = Arrays.stream(points).average().orElseThrow();
        var scale = Arrays.stream(points).map(point -> Math.sqrt(point / mean)).toArray();
        var response = new double[horizon];
        response[0] = 1;
        return new Forecast(points, scale, response, Math.sqrt(fit.dispersion() * mean));
    }
}
