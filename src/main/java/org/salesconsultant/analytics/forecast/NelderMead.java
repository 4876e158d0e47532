package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Finds a minimum of a function of few variables that need not be smooth (Nelder and Mead 1965). */
final class NelderMead {
    private NelderMead() {}

    /** @param steps how far the first simplex reaches, by variable @param tolerance ends where the values differ relatively by less */
    static double[] minimise(ToDoubleFunction<double[]> function, double[] start, double[] steps, int evaluations, double tolerance) {
        int size = start.length;
        var corners = new double[size + 1][];
        var values = new double[size + 1];
        for (int corner = 0; corner <= size; corner++) {
            corners[corner] = start.clone();
            if (corner > 0) {
                corners[corner][corner - 1] += steps[corner - 1];
            }
            values[corner] = function.applyAsDouble(corners[corner]);
        }
        for (int done = size + 1; done < evaluations; done++) {
            int best = 0;
            int worst = 0;
            for (int corner = 1; corner <= size; corner++) {
                best = values[corner] < values[best] ? corner : best;
                worst = values[corner] >= values[worst] ? corner : worst;
            }
            if (Math.abs(values[worst] - values[best]) <= tolerance * (Math.abs(values[best]) + tolerance)) {
                break;
            }
            int last = worst;
            var others = new double[size];
            double second = Double.NEGATIVE_INFINITY;
            for (int corner = 0; corner <= size; corner++) {
                if (corner != last) {
                    second = Math.max(second, values[corner]);
                    for (int index = 0; index < size; index++) {
                        others[index] += corners[corner][index] / size;
                    }
                }
            }
            var reflected = along(others, corners[last], -1);
            double value = function.applyAsDouble(reflected);
            if (value < values[best]) {
                var further = along(others, corners[last], -2);
                double beyond = function.applyAsDouble(further);
                corners[last] = beyond < value ? further : reflected;
                values[last] = Math.min(beyond, value);
            } else if (value < second) {
                corners[last] = reflected;
                values[last] = value;
            } else {
                var nearer = along(others, corners[last], value < values[last] ? -0.5 : 0.5);
                double inside = function.applyAsDouble(nearer);
                if (inside < Math.min(value, values[last])) {
                    corners[last] = nearer;
                    values[last] = inside;
                } else {
                    var centre = corners[best].clone();
                    for (int corner = 0; corner <= size; corner++) {
                        if (corner != best) {
                            corners[corner] = along(centre, corners[corner], 0.5);
                            values[corner] = function.applyAsDouble(corners[corner]);
                        }
                    }
                }
            }
        }
        int best = 0;
        for (int corner = 1; corner <= size; corner++) {
            best = values[corner] < values[best] ? corner : best;
        }
        return corners[best];
    }

    private static double[] along(double[] from, double[] to, double share) {
        var point = new double[from.length];
        Arrays.setAll(point, index -> from[index] + share * (to[index] - from[index]));
        return point;
    }
}
