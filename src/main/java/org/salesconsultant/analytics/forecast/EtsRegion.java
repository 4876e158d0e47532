package org.salesconsultant.analytics.forecast;

import java.util.Arrays;

/**
 * Whether what an exponential smoothing filter forgets stays forgotten (Hyndman et al. 2008, chapter 10): the roots of its
 * characteristic polynomial lie inside the unit circle.
 */
final class EtsRegion {
    private static final double ROUNDING = 1e-10;

    private EtsRegion() {}

    /** The conditions of the linear forms, which are those of the nonlinear ones near their mean. */
    static boolean isAdmissible(EtsForm form, EtsParameters parameters, int season) {
        double alpha = parameters.alpha();
        double beta = parameters.beta();
        double phi = parameters.phi();
        if (!form.isSeasonal()) {
            return alpha >= 1 - 1 / phi && alpha <= 1 + 1 / phi
                    && (!form.hasTrend() || (beta >= alpha * (phi - 1) && beta <= (1 + phi) * (2 - alpha)));
        }
        double gamma = parameters.gamma();
        var polynomial = new double[season + 2];
        Arrays.fill(polynomial, alpha + beta - alpha * phi);
        polynomial[0] = phi * (1 - alpha - gamma);
        polynomial[1] = alpha + beta - alpha * phi + gamma - 1;
        polynomial[season] = alpha + beta - phi;
        polynomial[season + 1] = 1;
        return isStable(polynomial);
    }

    /** Schur and Cohn's test, step by step one degree lower. @param coefficients lowest power first, the highest is 1 */
    private static boolean isStable(double[] coefficients) {
        var rest = coefficients.clone();
        for (int degree = rest.length - 1; degree > 0; degree--) {
            double reflection = rest[0] / rest[degree];
            if (Math.abs(reflection) > 1 + ROUNDING) {
                return false;
            }
            if (Math.abs(reflection) >= 1 - ROUNDING) {
                return true;
            }
            var lower = new double[degree];
            for (int power = 0; power < degree; power++) {
                lower[power] = rest[power + 1] - reflection * rest[degree - 1 - power];
            }
            rest = lower;
        }
        return true;
    }
}
