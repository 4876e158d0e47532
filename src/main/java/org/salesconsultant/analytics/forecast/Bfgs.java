package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * Finds a minimum of a smooth function without bounds (Broyden, Fletcher, Goldfarb and Shanno 1970): quasi-Newton steps with a
 * backtracking line search. For up to some dozens of variables of about the same scale.
 */
final class Bfgs {
    private static final double SUFFICIENT = 1e-4;
    private static final double LONGEST_STEP = 4;
    private static final int MOST_HALVINGS = 25;

    /** A function with its gradient. */
    @FunctionalInterface
    interface Function {
        /** @param gradient is filled in @return the value; infinite where the function is not defined */
        double at(double[] point, double[] gradient);
    }

    private final Function function;
    private final int iterations;
    private final double tolerance;
    private double[] point;
    private double[] gradient;
    private double value;

    private Bfgs(Function function, double[] start, int iterations, double tolerance) {
        this.function = function;
        this.iterations = iterations;
        this.tolerance = tolerance;
        this.point = start.clone();
        this.gradient = new double[start.length];
        this.value = function.at(point, gradient);
    }

    /** @param value of the function at the point */
    record Minimum(double[] point, double value) {}

    /** @param tolerance ends where a step improves the value by less */
    static Minimum minimise(Function function, double[] start, int iterations, double tolerance) {
        var search = new Bfgs(function, start, iterations, tolerance);
        search.run();
        return new Minimum(search.point, search.value);
    }

    private void run() {
        int size = point.length;
        var inverse = new double[size][size];
        boolean fresh = true;
        int small = 0;
        for (int iteration = 0; iteration < iterations && Double.isFinite(value) && small < 2; iteration++) {
            if (fresh) {
                double norm = Math.sqrt(dot(gradient, gradient));
                for (int row = 0; row < size; row++) {
                    Arrays.fill(inverse[row], 0);
                    inverse[row][row] = 1 / Math.max(1, norm);
                }
            }
            var direction = new double[size];
            for (int row = 0; row < size; row++) {
                direction[row] = -dot(inverse[row], gradient);
            }
            shorten(direction);
            double slope = dot(direction, gradient);
            double before = value;
            var oldPoint = point;
            var oldGradient = gradient;
            if (slope >= 0 || !search(direction, slope)) {
                if (fresh) {
                    return;
                }
                fresh = true;
                continue;
            }
            small = before - value < tolerance ? small + 1 : 0;
            update(inverse, oldPoint, oldGradient, fresh);
            fresh = false;
        }
    }

    private static void shorten(double[] direction) {
        double length = Math.sqrt(dot(direction, direction));
        if (length > LONGEST_STEP) {
            for (int index = 0; index < direction.length; index++) {
                direction[index] *= LONGEST_STEP / length;
            }
        }
    }

    private boolean search(double[] direction, double slope) {
        double step = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            var next = new double[point.length];
            var nextGradient = new double[point.length];
            for (int index = 0; index < next.length; index++) {
                next[index] = point[index] + step * direction[index];
            }
            double nextValue = function.at(next, nextGradient);
            if (nextValue <= value + SUFFICIENT * step * slope) {
                point = next;
                gradient = nextGradient;
                value = nextValue;
                return true;
            }
            // to the bottom of the parabola through both values and the slope, where that is known
            double parabola = -slope * step / (2 * (nextValue - value - slope * step)) * step;
            step = Double.isFinite(nextValue) ? Math.clamp(parabola, 0.1 * step, 0.5 * step) : 0.25 * step;
        }
        return false;
    }

    /** Lets the inverse Hessian agree with how the gradient changed over the last step. */
    private void update(double[][] inverse, double[] oldPoint, double[] oldGradient, boolean rescale) {
        int size = point.length;
        var moved = new double[size];
        var turned = new double[size];
        for (int index = 0; index < size; index++) {
            moved[index] = point[index] - oldPoint[index];
            turned[index] = gradient[index] - oldGradient[index];
        }
        double curvature = dot(moved, turned);
        if (curvature <= 1e-12 * Math.sqrt(dot(moved, moved) * dot(turned, turned))) {
            return;
        }
        if (rescale) {
            double scale = curvature / dot(turned, turned);
            for (int row = 0; row < size; row++) {
                inverse[row][row] = scale;
            }
        }
        var product = new double[size];
        for (int row = 0; row < size; row++) {
            product[row] = dot(inverse[row], turned);
        }
        double factor = (1 + dot(turned, product) / curvature) / curvature;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                inverse[row][column] += factor * moved[row] * moved[column]
                        - (product[row] * moved[column] + moved[row] * product[column]) / curvature;
            }
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }
}
