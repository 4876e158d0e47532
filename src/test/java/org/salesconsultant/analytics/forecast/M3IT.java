package org.salesconsultant.analytics.forecast;

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
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** All 3,003 series of the M3 competition (Makridakis and Hibon 2000), as the program forecasts them. */
class M3IT {
    private static final Path FILE = Path.of("../shared/data/m3/M3.csv.gz");
    private static final Map<String, Integer> SEASONS = Map.of("YEARLY", 1, "QUARTERLY", 4, "MONTHLY", 12, "OTHER", 1);

    private record Result(String kind, double smape, double inside) {}

    /** Published sMAPE of Theta, the best of the competition: all 12.76, yearly 16.97, quarterly 8.96, monthly 13.89, other 4.41. */
    @Test
    void isNoWorseThanItWasAndCoversWhatItPromises() throws IOException {
        assumeTrue(Files.exists(FILE), "needs " + FILE);
        List<String[]> rows;
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            rows = reader.lines().skip(1).map(line -> line.split(",")).toList();
        }
        var results = rows.parallelStream().map(M3IT::forecast).toList();
        assertTrue(mean(results) <= 12.0, "all " + mean(results));
        assertTrue(mean(of(results, "YEARLY")) <= 15.6, "yearly " + mean(of(results, "YEARLY")));
        assertTrue(mean(of(results, "QUARTERLY")) <= 8.7, "quarterly " + mean(of(results, "QUARTERLY")));
        assertTrue(mean(of(results, "MONTHLY")) <= 13.1, "monthly " + mean(of(results, "MONTHLY")));
        assertTrue(mean(of(results, "OTHER")) <= 4.3, "other " + mean(of(results, "OTHER")));
        SEASONS.keySet().forEach(kind -> {
            double coverage = of(results, kind).stream().mapToDouble(Result::inside).average().orElseThrow();
            assertTrue(coverage >= 0.93 && coverage <= 0.97, kind + " covers " + coverage);
        });
    }

    private static List<Result> of(List<Result> results, String kind) {
        return results.stream().filter(result -> result.kind().equals(kind)).toList();
    }

    private static double mean(List<Result> results) {
        return results.stream().mapToDouble(Result::smape).average().orElseThrow();
    }

    private static Result forecast(String[] row) {
        var train = Arrays.stream(row[6].split(" ")).mapToDouble(Double::parseDouble).toArray();
        var test = Arrays.stream(row[7].split(" ")).mapToDouble(Double::parseDouble).toArray();
        var forecast = new ForecastSelection().forecast(train, SEASONS.getOrDefault(row[1], 1), test.length, true).forecast();
        double smape = IntStream.range(0, test.length).mapToDouble(step -> 200 * Math.abs(test[step] - forecast.point(step))
                / (Math.abs(test[step]) + Math.abs(forecast.point(step)))).average().orElseThrow();
        double inside = IntStream.range(0, test.length).filter(step -> forecast.step(step + 1).covers(test[step])).count() / (double) test.length;
        return new Result(row[1], smape, inside);
    }
}
