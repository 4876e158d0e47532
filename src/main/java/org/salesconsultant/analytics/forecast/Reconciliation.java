package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes forecasts of parts add up to the forecast of their whole. The parts move by as little as possible, each in proportion to
 * the variance of its error: the trace-minimising weighted least squares of Wickramasuriya, Athanasopoulos and Hyndman (2019)
 * for two levels with uncorrelated errors. The whole is held as it is ("immutable", Zhang, Kang, Panagiotelis and Li 2023), since
 * whoever is told it twice must be told the same; sums are forecast best of all anyway.
 *
 * <p>Where parts cannot be negative, those that would become so are zero and the others share the rest: the projection of
 * Michelot (1986), as in the non-negative reconciliation of Wickramasuriya, Turlach and Hyndman (2020).
 */
public final class Reconciliation {
    private Reconciliation() {}

    /**
     * @param total what the parts must add up to
     * @param parts each with its own bounds, whose width says how uncertain it is; at least one
     * @param notNegative whether no part can be below zero; the total then isn't either
     * @return the parts in the same order, adding up to the total; the bounds keep their distance above, and the same below
     */
    public static List<Interval> of(double total, List<Interval> parts, boolean notNegative) {
        var points = points(total, parts.stream().mapToDouble(Interval::point).toArray(), variances(parts), notNegative);
        return IntStream.range(0, points.length).mapToObj(part -> parts.get(part).movedTo(points[part], notNegative)).toList();
    }

    /** @param variances of the parts' errors, not negative, not all zero */
    static double[] points(double total, double[] parts, double[] variances, boolean notNegative) {
        var points = new double[parts.length];
        var free = new boolean[parts.length];
        Arrays.fill(free, true);
        boolean settled = false;
        while (!settled) {
            double gap = total;
            double variance = 0;
            for (int part = 0; part < parts.length; part++) {
                gap -= free[part] ? parts[part] : 0;
                variance += free[part] ? variances[part] : 0;
            }
            settled = true;
            for (int part = 0; part < parts.length; part++) {
                points[part] = !free[part] ? 0 : variance == 0 ? parts[part] : parts[part] + variances[part] / variance * gap;
                if (notNegative && points[part] < 0) {
                    free[part] = false;
                    settled = false;
                }
            }
        }
        return points;
    }

    /** From the bounds. A part that never varied is as uncertain as the least of the others; where none did, the larger moves more. */
    private static double[] variances(List<Interval> parts) {
        var variances = parts.stream().mapToDouble(part -> Math.pow(part.high() - part.point(), 2)).toArray();
        double least = Arrays.stream(variances).filter(variance -> variance > 0).min().orElse(0);
        if (least > 0) {
            return Arrays.stream(variances).map(variance -> variance > 0 ? variance : least).toArray();
        }
        boolean nothing = parts.stream().allMatch(part -> part.point() == 0);
        return parts.stream().mapToDouble(part -> nothing ? 1 : Math.abs(part.point())).toArray();
    }
}
