package org.salesconsultant.analytics.forecast;

/**
 * Runs an exponential smoothing form over a series, and back again for the gradient of its likelihood: one backward pass
 * (the adjoint of the recursion) costs about as much as two forward ones, however many states are estimated.
 *
 * <p>An additive and a multiplicative error of one trend and season share the recursion and differ in the likelihood alone.
 */
final class EtsFilter {
    /** Added to the mean squared error, in units of the series' scale, so that a perfect fit has a likelihood too. */
    private static final double LEAST_SQUARE = 1e-18;

    private final double[] values;
    private final EtsForm form;
    private final int season;
    private final double[] levels;
    private final double[] slopes;
    /** Index of step t at t; the one that it becomes, at t + season. */
    private final double[] indices;
    private final double[] means;
    private final double[] fitted;
    private double squares;

    EtsFilter(double[] values, EtsForm form, int season) {
        this.values = values;
        this.form = form;
        this.season = form.isSeasonal() ? season : 1;
        this.levels = new double[values.length + 1];
        this.slopes = new double[values.length + 1];
        this.indices = new double[values.length + this.season];
        this.means = new double[values.length];
        this.fitted = new double[values.length];
    }

    /**
     * @return −2 × the log likelihood, up to what the form does not change: n log Σe², with relative errors and the Jacobian
     *     where errors are multiplicative; infinite where the form has no meaning for these parameters
     */
    double run(EtsParameters start) {
        levels[0] = start.level();
        slopes[0] = start.slope();
        System.arraycopy(start.seasonal(), 0, indices, 0, season);
        double logarithms = 0;
        squares = 0;
        for (int t = 0; t < values.length; t++) {
            double mean = levels[t] + start.phi() * slopes[t];
            double index = indices[t];
            double expected = switch (form.season()) {
                case NONE -> mean;
                case ADDITIVE -> mean + index;
                case MULTIPLICATIVE -> mean * index;
            };
            double error = values[t] - expected;
            double inLevel = error;
            double inSeason = error;
            if (form.season() == EtsForm.Season.MULTIPLICATIVE) {
                if (mean <= 0 || index <= 0) {
                    return Double.POSITIVE_INFINITY;
                }
                inLevel = error / index;
                inSeason = error / mean;
            }
            if (form.multiplicativeError()) {
                if (expected <= 0) {
                    return Double.POSITIVE_INFINITY;
                }
                logarithms += Math.log(expected);
                error /= expected;
            }
            squares += error * error;
            means[t] = mean;
            fitted[t] = expected;
            levels[t + 1] = mean + start.alpha() * inLevel;
            slopes[t + 1] = start.phi() * slopes[t] + start.beta() * inLevel;
            indices[t + season] = index + start.gamma() * inSeason;
        }
        double objective = values.length * Math.log(squares + values.length * LEAST_SQUARE) + 2 * logarithms;
        return Double.isNaN(objective) ? Double.POSITIVE_INFINITY : objective;
    }

    /** The derivatives of the objective of the last {@link #run}, by parameter; the seasonal ones as if all were free. */
    EtsParameters gradient(EtsParameters start) {
        double alpha = 0;
        double beta = 0;
        double gamma = 0;
        double phi = 0;
        double level = 0;
        double slope = 0;
        var seasonal = new double[indices.length];
        double weight = 2 * values.length / (squares + values.length * LEAST_SQUARE);
        for (int t = values.length - 1; t >= 0; t--) {
            double mean = means[t];
            double index = indices[t];
            double expected = fitted[t];
            double error = values[t] - expected;
            double direct = form.multiplicativeError()
                    ? 2 / expected - weight * (error / expected) * values[t] / (expected * expected)
                    : -weight * error;
            double toLevel = start.alpha() * level + start.beta() * slope;
            double toSeason = start.gamma() * seasonal[t + season];
            double ofMean = level;
            double ofIndex = seasonal[t + season];
            double inLevel = error;
            double inSeason = error;
            if (form.season() == EtsForm.Season.MULTIPLICATIVE) {
                inLevel = error / index;
                inSeason = error / mean;
                double ofExpected = direct - toLevel / index - toSeason / mean;
                ofMean += ofExpected * index - toSeason * inSeason / mean;
                ofIndex += ofExpected * mean - toLevel * inLevel / index;
            } else {
                boolean additive = form.season() == EtsForm.Season.ADDITIVE;
                double ofExpected = direct - toLevel - (additive ? toSeason : 0);
                ofMean += ofExpected;
                ofIndex += additive ? ofExpected : 0;
            }
            alpha += level * inLevel;
            beta += slope * inLevel;
            gamma += seasonal[t + season] * inSeason;
            phi += (slope + ofMean) * slopes[t];
            slope = start.phi() * (slope + ofMean);
            level = ofMean;
            seasonal[t] = ofIndex;
        }
        return new EtsParameters(alpha, beta, gamma, phi, level, slope, seasonal);
    }

    /** The sum of squared errors of the last run, relative ones where the form's are. */
    double squares() {
        return squares;
    }

    /** What the last run expects of the steps after the series. */
    double[] ahead(double phi, int horizon) {
        int length = values.length;
        var points = new double[horizon];
        double trend = 0;
        double damping = 1;
        for (int step = 0; step < horizon; step++) {
            damping *= phi;
            trend += damping * slopes[length];
            double index = indices[length + step % season];
            double mean = levels[length] + trend;
            points[step] = switch (form.season()) {
                case NONE -> mean;
                case ADDITIVE -> mean + index;
                case MULTIPLICATIVE -> mean * index;
            };
        }
        return points;
    }
}
