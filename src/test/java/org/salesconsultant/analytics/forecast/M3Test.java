package org.salesconsultant.analytics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The M3 competition (Makridakis and Hibon 2000): 3,003 series; what came is compared, never fitted to. */
class M3Test {
    private static final Path FILE = Path.of("../shared/data/m3/M3.csv.gz");
    private static List<Series> all = List.of();

    private record Series(String kind, double[] train, double[] test) {
        static Series of(String line) {
            var cells = line.split(",", -1);
            return new Series(cells[1], numbers(cells[6]), numbers(cells[7]));
        }

        private static double[] numbers(String cell) {
            return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(FILE), "needs " + FILE);
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            all = reader.lines().skip(1).map(Series::of).toList();
        }
    }

    /** Published sMAPE of THETA; optimised smoothing differs a little from the authors' own programs, hence the tolerance. */
    @ParameterizedTest
    @CsvSource({"YEARLY, 1, 16.97", "QUARTERLY, 4, 8.96", "MONTHLY, 12, 13.89"})
    void thetaReachesItsPublishedError(String kind, int season, double published) {
        assertEquals(published, smape(new ThetaForecaster(), kind, season), 0.3);
    }

    /** Published sMAPE of NAIVE2 without a season, the last value: yearly 17.88, other 6.302. */
    @ParameterizedTest
    @CsvSource({"YEARLY, 17.88", "OTHER, 6.302"})
    void naiveEqualsItsPublishedError(String kind, double published) {
        assertEquals(published, smape(new SeasonalNaiveForecaster(), kind, 1), 0.005);
    }

    /** Wider than M3IT holds all series to: 286 series, whose steps go wrong together, are uncertain by about one in a hundred. */
    @Test
    void calibrationBringsTheIntervalsOfMonthlySeriesToWhatTheyPromise() {
        int inside = 0;
        int points = 0;
        for (var series : sample("MONTHLY")) {
            var forecast = new ForecastSelection().forecast(series.train(), 12, series.test().length, false).forecast();
            for (int step = 1; step <= series.test().length; step++) {
                inside += forecast.step(step).covers(series.test()[step - 1]) ? 1 : 0;
                points++;
            }
        }
        double coverage = (double) inside / points;
        assertTrue(coverage > 0.92 && coverage < 0.98, "covers " + coverage);
    }

    /** Every fifth, to be quick. */
    private static List<Series> sample(String kind) {
        var those = of(kind);
        return those.stream().filter(series -> those.indexOf(series) % 5 == 0).toList();
    }

    private static List<Series> of(String kind) {
        return all.stream().filter(series -> series.kind().equals(kind)).toList();
    }

    private static double smape(Forecaster model, String kind, int season) {
        return of(kind).stream().mapToDouble(series -> {
            var forecast = model.forecast(series.train(), season, series.test().length);
            double sum = 0;
            for (int step = 1; step <= series.test().length; step++) {
                double actual = series.test()[step - 1];
                double expected = forecast.step(step).point();
                sum += 200 * Math.abs(actual - expected) / (Math.abs(actual) + Math.abs(expected));
            }
            return sum / series.test().length;
        }).average().orElseThrow();
    }
}
