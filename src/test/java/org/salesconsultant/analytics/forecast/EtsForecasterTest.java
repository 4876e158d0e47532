package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EtsForecasterTest {
    /** Box and Jenkins' airline passengers, in thousands by month, 1949 to 1960. */
    static final double[] AIRLINE = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140,
        145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194,
        196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229,
        242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306,
        315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337,
        360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432};

    private final EtsForecaster ets = new EtsForecaster();

    /**
     * R's forecast package prints for ets(AirPassengers): ETS(M,Ad,M), AIC 1395.166, AICc 1400.638, phi 0.98, gamma 1e-04. The
     * ETSModel of statsmodels 0.15, its constant n log(2π/n) + n left out as R does, finds 1394.233 there (phi 0.98, gamma 0.0000)
     * and 1385.979 without damping. This search finds the first form nearly as likely, and the second too.
     */
    @Test
    void fitsTheAirlinePassengersAtLeastAsWellAsTheForecastPackage() {
        var published = EtsFit.of(AIRLINE, new EtsForm(true, EtsForm.Trend.DAMPED, EtsForm.Season.MULTIPLICATIVE), 12);
        assertNotNull(published);
        assertEquals(1395.166, published.aic(), 1.5);
        assertEquals(1400.638 - 1395.166, published.aicc() - published.aic(), 0.001);
        assertEquals(0.98, published.parameters().phi(), 0.005);
        assertEquals(1e-4, published.parameters().gamma(), 1e-3);
        var undamped = EtsFit.of(AIRLINE, new EtsForm(true, EtsForm.Trend.ADDITIVE, EtsForm.Season.MULTIPLICATIVE), 12);
        assertNotNull(undamped);
        assertEquals(1385.979, undamped.aic(), 1.5);
        var best = EtsForecaster.best(AIRLINE, 12);
        assertNotNull(best);
        assertEquals(EtsForm.Season.MULTIPLICATIVE, best.form().season());
        assertTrue(best.aicc() <= 1400.638, best.form() + " " + best.aicc());
    }

    /** Errors 10 − 8, 12 − 9, 9 − 10.5 with α = ½ from level 8: 2, 3, −1.5. n log Σe² = 3 log 15.25; relative errors ¼, ⅓, −1/7. */
    @Test
    void hasTheLikelihoodOfItsErrors() {
        var start = new EtsParameters(0.5, 0, 0, 1, 8, 0, new double[] {0});
        var values = new double[] {10, 12, 9};
        var additive = new EtsFilter(values, new EtsForm(false, EtsForm.Trend.NONE, EtsForm.Season.NONE), 1);
        assertEquals(3 * Math.log(15.25), additive.run(start), 1e-12);
        assertEquals(9.75, additive.ahead(1, 2)[1], 1e-12);
        var relative = new EtsFilter(values, new EtsForm(true, EtsForm.Trend.NONE, EtsForm.Season.NONE), 1);
        assertEquals(3 * Math.log(1.0 / 16 + 1.0 / 9 + 1.0 / 49) + 2 * Math.log(8 * 9 * 10.5), relative.run(start), 1e-9);
    }

    /** The adjoint against differences of the likelihood, in every form. */
    @Test
    void knowsTheSlopeOfItsLikelihood() {
        var values = Arrays.stream(AIRLINE, 0, 40).map(value -> value / 150).toArray();
        for (var form : EtsForm.admissible(true, true)) {
            boolean multiplicative = form.season() == EtsForm.Season.MULTIPLICATIVE;
            double middle = multiplicative ? 1 : 0;
            var seasonal = form.isSeasonal() ? new double[] {middle + 0.1, middle - 0.05, middle - 0.1, middle + 0.05} : new double[] {middle};
            var at = new EtsParameters(0.3, form.hasTrend() ? 0.1 : 0, form.isSeasonal() ? 0.2 : 0, form.isDamped() ? 0.9 : 1, 0.8,
                    form.hasTrend() ? 0.01 : 0, seasonal);
            var filter = new EtsFilter(values, form, 4);
            filter.run(at);
            var gradient = filter.gradient(at);
            double step = 1e-6;
            assertEquals(slope(filter, moved(at, step, 0, 0), moved(at, -step, 0, 0), step), gradient.alpha(), 1e-3, form + " alpha");
            assertEquals(slope(filter, moved(at, 0, step, 0), moved(at, 0, -step, 0), step), gradient.level(), 1e-3, form + " level");
            if (form.isSeasonal()) {
                assertEquals(slope(filter, moved(at, 0, 0, step), moved(at, 0, 0, -step), step), gradient.seasonal()[0], 1e-3, form + " season");
            }
            if (form.hasTrend()) {
                var up = new EtsParameters(at.alpha(), at.beta() + step, at.gamma(), at.phi(), at.level(), at.slope(), at.seasonal());
                var down = new EtsParameters(at.alpha(), at.beta() - step, at.gamma(), at.phi(), at.level(), at.slope(), at.seasonal());
                assertEquals(slope(filter, up, down, step), gradient.beta(), 1e-3, form + " beta");
                var faster = new EtsParameters(at.alpha(), at.beta(), at.gamma(), at.phi() + step, at.level(), at.slope(), at.seasonal());
                var slower = new EtsParameters(at.alpha(), at.beta(), at.gamma(), at.phi() - step, at.level(), at.slope(), at.seasonal());
                assertEquals(slope(filter, faster, slower, step), gradient.phi(), 1e-3, form + " phi");
            }
        }
    }

    private static double slope(EtsFilter filter, EtsParameters up, EtsParameters down, double step) {
        return (filter.run(up) - filter.run(down)) / (2 * step);
    }

    private static EtsParameters moved(EtsParameters from, double alpha, double level, double season) {
        var seasonal = from.seasonal().clone();
        seasonal[0] += season;
        return new EtsParameters(from.alpha() + alpha, from.beta(), from.gamma(), from.phi(), from.level() + level, from.slope(), seasonal);
    }

    /** The 15 forms of ets() in R without multiplicative trends; 6 where a value is not above zero. */
    @Test
    void triesTheAdmissibleForms() {
        assertEquals(15, EtsForm.admissible(true, true).size());
        assertEquals("ETS(A,N,N) ETS(A,N,A) ETS(A,A,N) ETS(A,A,A) ETS(A,Ad,N) ETS(A,Ad,A)",
                EtsForm.admissible(false, true).stream().map(EtsForm::toString).collect(Collectors.joining(" ")));
        assertEquals(6, EtsForm.admissible(true, false).size());
    }

    /** Hyndman et al. (2008), chapter 10: 0 &lt; α &lt; 2 for simple smoothing, β &lt; 4 − 2α for Holt's. */
    @Test
    void knowsWhatIsAdmissible() {
        var simple = new EtsForm(false, EtsForm.Trend.NONE, EtsForm.Season.NONE);
        assertTrue(EtsRegion.isAdmissible(simple, parameters(1.9, 0, 0), 1));
        assertTrue(!EtsRegion.isAdmissible(simple, parameters(2.1, 0, 0), 1));
        var holt = new EtsForm(false, EtsForm.Trend.ADDITIVE, EtsForm.Season.NONE);
        assertTrue(EtsRegion.isAdmissible(holt, parameters(1, 1.9, 0), 1));
        assertTrue(!EtsRegion.isAdmissible(holt, parameters(1, 2.1, 0), 1));
        var seasonal = new EtsForm(false, EtsForm.Trend.NONE, EtsForm.Season.ADDITIVE);
        assertTrue(EtsRegion.isAdmissible(seasonal, parameters(0.3, 0, 0.2), 4));
        assertTrue(!EtsRegion.isAdmissible(seasonal, parameters(0.3, 0, 1.9), 4));
    }

    private static EtsParameters parameters(double alpha, double beta, double gamma) {
        return new EtsParameters(alpha, beta, gamma, 1, 0, 0, new double[] {0});
    }

    @Test
    void givesTheSameForecastInAnyUnit() {
        var once = ets.forecast(AIRLINE, 12, 12);
        var thousands = ets.forecast(Arrays.stream(AIRLINE).map(value -> value * 1000).toArray(), 12, 12);
        assertEquals(once.step(12).point() * 1000, thousands.step(12).point(), 1e-3);
        assertEquals(once.step(12).high() * 1000, thousands.step(12).high(), 1e-3);
    }

    @Test
    void goesOnWithALineASeasonAndAConstant() {
        var line = new double[40];
        Arrays.setAll(line, t -> 10 + 3 * t);
        assertEquals(10 + 3 * 44, ets.forecast(line, 1, 5).step(5).point(), 0.5);
        var season = new double[40];
        Arrays.setAll(season, t -> t % 4 == 3 ? -20 : 50);
        assertEquals(-20, ets.forecast(season, 4, 4).step(4).point(), 0.5);
        var constant = new double[20];
        Arrays.fill(constant, 7);
        assertEquals(7, ets.forecast(constant, 4, 4).step(4).point(), 1e-6);
        assertEquals(0, ets.forecast(new double[20], 4, 4).step(4).point(), 1e-6);
    }

    /** White noise about a level: variance is the same at all horizons, and the level is the mean. */
    @Test
    void leavesNoiseAlone() {
        var random = new Random(3);
        var noise = random.doubles(200).map(value -> 100 + 10 * (value - 0.5)).toArray();
        var forecast = ets.forecast(noise, 1, 10);
        assertEquals(Arrays.stream(noise).average().orElseThrow(), forecast.step(10).point(), 1);
        assertEquals(1, forecast.standardError(10) / forecast.standardError(1), 0.05);
    }

    @Test
    void settlesOnAFormOnce() {
        assertTrue(ets.settledOn(AIRLINE, 12).name().startsWith("ETS(M,"), ets.settledOn(AIRLINE, 12).name());
        assertNull(EtsFit.of(new double[] {1, 2, 3}, new EtsForm(false, EtsForm.Trend.NONE, EtsForm.Season.NONE), 1));
        assertEquals(3, ets.forecast(new double[] {3, 3, 3}, 1, 1).step(1).point(), 1e-6);
    }
}
