package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One exponential smoothing form fitted to a series by maximum likelihood. Smoothing parameters keep to the usual region
 * (β &lt; α, γ &lt; 1 − α, 0.8 ≤ φ ≤ 0.98), and have to be admissible in the sense of Hyndman et al. (2008), chapter 10.
 */
final class EtsFit {
    private static final double SMALLEST = 1e-4;
    private static final double LARGEST = 1 - 1e-4;
    private static final double LEAST_DAMPED = 0.98;
    private static final double MOST_DAMPED = 0.8;
    private static final int ITERATIONS = 120;
    private static final double TOLERANCE = 1e-4;
    /** Where the search starts: alpha, and the others as shares of what they may be. */
    private static final double FIRST_ALPHA = 0.3;
    private static final double FIRST_BETA = 0.15;
    private static final double FIRST_GAMMA = 0.15;
    private static final double FIRST_PHI = 0.8;
    private static final int FIRST_VALUES = 10;

    private final EtsForm form;
    private final int season;
    private final double scale;
    private final EtsFilter filter;
    private final EtsParameters parameters;
    private final double objective;
    private final int length;

    private EtsFit(EtsForm form, int season, double scale, EtsFilter filter, EtsParameters parameters, double objective, int length) {
        this.form = form;
        this.season = season;
        this.scale = scale;
        this.filter = filter;
        this.parameters = parameters;
        this.objective = objective;
        this.length = length;
    }

    /** @return null where the history is too short for the form, or the form does not fit it */
    static @Nullable EtsFit of(double[] history, EtsForm form, int season) {
        int steps = form.isSeasonal() ? season : 1;
        boolean tooShort = form.isSeasonal() ? history.length < 2 * season + 1 : history.length < 3;
        if (tooShort || history.length - form.parameters(steps) - 2 < 1) {
            return null;
        }
        double scale = Math.max(Arrays.stream(history).map(Math::abs).average().orElseThrow(), Double.MIN_NORMAL);
        var values = Arrays.stream(history).map(value -> value / scale).toArray();
        var filter = new EtsFilter(values, form, steps);
        var space = new Space(form, steps, start(values, form, steps));
        var minimum = Bfgs.minimise((point, gradient) -> {
            var natural = space.parameters(point);
            double objective = filter.run(natural) / values.length;
            if (Double.isFinite(objective)) {
                space.chain(point, filter.gradient(natural), gradient, 1.0 / values.length);
            }
            return objective;
        }, space.origin(), ITERATIONS, TOLERANCE / values.length);
        var parameters = space.parameters(minimum.point());
        double objective = filter.run(parameters);
        return Double.isFinite(objective) && EtsRegion.isAdmissible(form, parameters, steps)
                ? new EtsFit(form, steps, scale, filter, parameters, objective, values.length) : null;
    }

    EtsForm form() {
        return form;
    }

    EtsParameters parameters() {
        return parameters;
    }

    /** Akaike's criterion, corrected for short series; smaller is better, and forms of one series can be compared. */
    double aicc() {
        int estimated = form.parameters(season) + 1;
        return aic() + 2.0 * estimated * (estimated + 1) / (length - estimated - 1);
    }

    double aic() {
        return objective + 2 * length * Math.log(scale) + 2.0 * (form.parameters(season) + 1);
    }

    Forecast forecast(int horizon) {
        var points = filter.ahead(parameters.phi(), horizon);
        double size = form.multiplicativeError() ? Math.max(Arrays.stream(points).map(Math::abs).average().orElseThrow(), 1e-9) : 1;
        var sizes = new double[horizon];
        Arrays.setAll(sizes, step -> form.multiplicativeError() ? Math.abs(points[step]) / size : 1);
        double deviation = Math.sqrt(filter.squares() / Math.max(1, length - form.parameters(season))) * size * scale;
        return new Forecast(scaled(points), sizes, response(horizon), deviation);
    }

    /** What is left of a shock after so many steps: all at first, then what level, slope and season took of it. */
    private double[] response(int horizon) {
        var response = new double[horizon];
        response[0] = 1;
        double slopes = 0;
        double damping = 1;
        for (int after = 1; after < horizon; after++) {
            slopes += damping * parameters.beta();
            damping *= parameters.phi();
            response[after] = parameters.alpha() + parameters.phi() * slopes + (form.isSeasonal() && after % season == 0 ? parameters.gamma() : 0);
        }
        return response;
    }

    private double[] scaled(double[] values) {
        return Arrays.stream(values).map(value -> value * scale).toArray();
    }

    /** Seasonal indices by classical decomposition, level and slope by a line through the first adjusted values. */
    private static EtsParameters start(double[] values, EtsForm form, int season) {
        boolean multiplicative = form.season() == EtsForm.Season.MULTIPLICATIVE;
        var indices = form.isSeasonal() ? Seasonality.indices(values, season, multiplicative) : new double[] {multiplicative ? 1 : 0};
        var adjusted = new double[Math.min(values.length, Math.max(FIRST_VALUES, 2 * season))];
        for (int step = 0; step < indices.length; step++) {
            indices[step] = multiplicative ? Math.max(indices[step], 0.01) : indices[step];
        }
        Arrays.setAll(adjusted, t -> multiplicative ? values[t] / indices[t % season] : values[t] - indices[t % season]);
        double mean = Arrays.stream(adjusted).average().orElseThrow();
        double slope = form.hasTrend() ? Line.through(adjusted).slope() : 0;
        double level = mean - slope * (adjusted.length + 1) / 2;
        if (form.multiplicativeError() && level <= 0) {
            level = Math.max(mean / 2, 0.01);
            slope = 0;
        }
        return new EtsParameters(0, 0, 0, 1, level, slope, indices);
    }

    /** The parameters as a point without bounds, near the origin of which the search starts. */
    private static final class Space {
        private static final double UNIT = 0.1;

        private final EtsForm form;
        private final int season;
        private final EtsParameters start;

        Space(EtsForm form, int season, EtsParameters start) {
            this.form = form;
            this.season = season;
            this.start = start;
        }

        double[] origin() {
            var point = new double[form.parameters(season)];
            int next = 0;
            point[next++] = logit(FIRST_ALPHA);
            if (form.hasTrend()) {
                point[next++] = logit(FIRST_BETA);
            }
            if (form.isSeasonal()) {
                point[next++] = logit(FIRST_GAMMA);
            }
            if (form.isDamped()) {
                point[next] = logit(FIRST_PHI);
            }
            return point;
        }

        EtsParameters parameters(double[] point) {
            int next = 0;
            double alpha = SMALLEST + (LARGEST - SMALLEST) * logistic(point[next++]);
            double beta = form.hasTrend() ? SMALLEST + (alpha - SMALLEST) * logistic(point[next++]) : 0;
            double gamma = form.isSeasonal() ? SMALLEST + (1 - alpha - SMALLEST) * logistic(point[next++]) : 0;
            double phi = form.isDamped() ? MOST_DAMPED + (LEAST_DAMPED - MOST_DAMPED) * logistic(point[next++]) : 1;
            double level = start.level() + UNIT * point[next++];
            double slope = form.hasTrend() ? start.slope() + UNIT * point[next++] : 0;
            var seasonal = start.seasonal().clone();
            for (int step = 0; form.isSeasonal() && step < season - 1; step++) {
                seasonal[step] += UNIT * point[next];
                seasonal[season - 1] -= UNIT * point[next++];
            }
            return new EtsParameters(alpha, beta, gamma, phi, level, slope, seasonal);
        }

        /** From the gradient by parameter to that by coordinate of the point. */
        void chain(double[] point, EtsParameters by, double[] gradient, double factor) {
            int next = 0;
            double share = logistic(point[next]);
            int alpha = next++;
            double byAlpha = by.alpha();
            double alphaNow = SMALLEST + (LARGEST - SMALLEST) * share;
            if (form.hasTrend()) {
                double part = logistic(point[next]);
                byAlpha += by.beta() * part;
                gradient[next++] = factor * by.beta() * (alphaNow - SMALLEST) * part * (1 - part);
            }
            if (form.isSeasonal()) {
                double part = logistic(point[next]);
                byAlpha -= by.gamma() * part;
                gradient[next++] = factor * by.gamma() * (1 - alphaNow - SMALLEST) * part * (1 - part);
            }
            if (form.isDamped()) {
                double part = logistic(point[next]);
                gradient[next++] = factor * by.phi() * (LEAST_DAMPED - MOST_DAMPED) * part * (1 - part);
            }
            gradient[alpha] = factor * byAlpha * (LARGEST - SMALLEST) * share * (1 - share);
            gradient[next++] = factor * UNIT * by.level();
            if (form.hasTrend()) {
                gradient[next++] = factor * UNIT * by.slope();
            }
            for (int step = 0; form.isSeasonal() && step < season - 1; step++) {
                gradient[next++] = factor * UNIT * (by.seasonal()[step] - by.seasonal()[season - 1]);
            }
        }

        private static double logistic(double x) {
            return 1 / (1 + Math.exp(-x));
        }

        private static double logit(double share) {
            return Math.log(share / (1 - share));
        }
    }
}
