package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * What a model expects of the steps after the history, and how far off it may be.
 *
 * <p>The error of a step is the sum of the shocks since the history's end, each weighted by how strongly the model carries
 * it on (its impulse response, the ψ weights of Box and Jenkins). So the error of any weighted sum of steps follows as well:
 * a total over the horizon is less uncertain than its steps' bounds added up.
 */
public final class Forecast {
    /** Half the width of a 95 % interval of a normal error, in standard errors. */
    static final double NORMAL_95 = 1.959964;

    private final double[] points;
    private final double[] scale;
    private final double[] response;
    private final double deviation;
    private final double multiple;
    private final double floor;

    /**
     * @param points the expected value of each step
     * @param scale the size of a unit shock as it shows in each step: the seasonal index of a multiplicative model, else 1
     * @param response how much of a shock is left 0, 1, 2, … steps after it; the first is 1
     * @param deviation standard deviation of a shock
     */
    Forecast(double[] points, double[] scale, double[] response, double deviation) {
        this(points, scale, response, deviation, NORMAL_95, Double.NEGATIVE_INFINITY);
    }

    private Forecast(double[] points, double[] scale, double[] response, double deviation, double multiple, double floor) {
        this.points = points;
        this.scale = scale;
        this.response = response;
        this.deviation = deviation;
        this.multiple = multiple;
        this.floor = floor;
    }

    public int horizon() {
        return points.length;
    }

    /** @param step 1 for the first after the history */
    public Interval step(int step) {
        return interval(Math.max(floor, points[step - 1]), standardError(step));
    }

    /** A weighted sum of steps. @param weights by step, from the first after the history; at most {@link #horizon} */
    public Interval sum(double[] weights) {
        double point = 0;
        for (int step = 0; step < weights.length; step++) {
            point += weights[step] == 0 ? 0 : weights[step] * Math.max(floor, points[step]);
        }
        return interval(point, standardError(weights));
    }

    double standardError(int step) {
        double variance = 0;
        for (int since = 0; since < step; since++) {
            variance += response[since] * response[since];
        }
        return deviation * scale[step - 1] * Math.sqrt(variance);
    }

    private Interval interval(double point, double standardError) {
        double margin = multiple * standardError;
        return new Interval(point, Math.max(floor, point - margin), point + margin);
    }

    private double standardError(double[] weights) {
        double variance = 0;
        for (int shock = 0; shock < weights.length; shock++) {
            double effect = 0;
            for (int step = shock; step < weights.length; step++) {
                effect += weights[step] == 0 ? 0 : weights[step] * scale[step] * response[step - shock];
            }
            variance += effect * effect;
        }
        return deviation * Math.sqrt(variance);
    }

    /** @param multiple half the width of a 95 % interval in standard errors, as measured instead of 1.96 as assumed */
    Forecast calibrated(double multiple) {
        return new Forecast(points, scale, response, deviation, multiple, floor);
    }

    /** Never below zero. */
    Forecast notNegative() {
        return new Forecast(points, scale, response, deviation, multiple, 0);
    }

    /**
     * Points of a combination, with the uncertainty its parts have on average: that of forecasts which go wrong together, as
     * those of one history do.
     */
    static Forecast combined(double[] points, List<Forecast> parts, double[] weights) {
        int horizon = points.length;
        var scale = new double[horizon];
        var response = new double[horizon];
        double deviation = 0;
        for (int part = 0; part < weights.length; part++) {
            deviation += weights[part] * parts.get(part).deviation;
        }
        for (int part = 0; part < weights.length; part++) {
            var one = parts.get(part);
            double share = deviation == 0 ? weights[part] : weights[part] * one.deviation / deviation;
            for (int step = 0; step < horizon; step++) {
                scale[step] += share * one.scale[step];
                response[step] += share * one.response[step];
            }
        }
        return new Forecast(points, scale, response, deviation);
    }

    /** Of this forecast of logarithms: its errors are shares of these points. */
    Forecast relativeTo(double[] points) {
        double size = Arrays.stream(points).average().orElseThrow();
        var sizes = new double[points.length];
        Arrays.setAll(sizes, step -> scale[step] * points[step] / size);
        return new Forecast(points, sizes, response, deviation * size);
    }

    boolean isFinite() {
        return Double.isFinite(deviation) && Arrays.stream(points).allMatch(Double::isFinite)
                && Arrays.stream(scale).allMatch(Double::isFinite) && Arrays.stream(response).allMatch(Double::isFinite);
    }

    /** @param step 0 for the first after the history */
    double point(int step) {
        return points[step];
    }

    double[] points() {
        return points.clone();
    }

    /** @param parameters how many were estimated to get these residuals */
    static double rootMeanSquare(double[] residuals, int parameters) {
        double squares = Arrays.stream(residuals).map(residual -> residual * residual).sum();
        return Math.sqrt(squares / Math.max(1, residuals.length - parameters));
    }
}
