package org.salesconsultant.analytics.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A linear autoregression of logarithms whose coefficients were learned on thousands of series of the same season at once
 * (Montero-Manso and Hyndman 2021): where a series is too short to say how the next steps follow from the last, others say it.
 * One regression for each step ahead, up to the number of steps it was learned for; from there on, on its own forecasts.
 *
 * <p>The coefficients in {@code forecast/pooled-autoregression.csv} are learned from the training parts of the M3 competition's
 * series by {@code src/bench/PooledAutoregressionFit.java}.
 */
public final class PooledAutoregression implements Forecaster {
    private static final String COEFFICIENTS = "/forecast/pooled-autoregression.csv";
    private static final Map<Integer, PooledAutoregression> BY_SEASON = read();
    /** Added to a size before values are divided by it. */
    private static final double LEAST_SIZE = 1e-3;
    private static final int FEWEST_ERRORS = 5;
    /** Logarithms further from the last value than this many ranges of the history are not believed. */
    private static final double MOST_RANGES = 2;

    private final boolean sized;
    /** By step ahead and lag: the oldest first, the last value itself left out. */
    private final double[][] coefficients;

    private PooledAutoregression(boolean sized, double[][] coefficients) {
        this.sized = sized;
        this.coefficients = coefficients;
    }

    /** Whether there are coefficients for series like this: of values above zero, and long enough to test them on. */
    static boolean isFor(double[] history, int season) {
        var model = BY_SEASON.get(season);
        return model != null && history.length >= model.lags() + FEWEST_ERRORS && Arrays.stream(history).allMatch(value -> value > 0);
    }

    /** @param season one that {@link #isFor} knows */
    static PooledAutoregression of(int season) {
        return Objects.requireNonNull(BY_SEASON.get(season));
    }

    @Override
    public String name() {
        return "Pooled autoregression";
    }

    @Override
    public String version() {
        return "1";
    }

    /** Leaves what it is not {@link #isFor} to Theta. */
    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        if (!isFor(history, season)) {
            return new ThetaForecaster().forecast(history, season, horizon);
        }
        var logarithms = Arrays.stream(history).map(Math::log).toArray();
        int length = logarithms.length;
        double last = logarithms[length - 1];
        double range = Arrays.stream(logarithms).max().orElseThrow() - Arrays.stream(logarithms).min().orElseThrow();
        var longer = Arrays.copyOf(logarithms, length + horizon);
        for (int done = 0; done < horizon; done += coefficients.length) {
            for (int step = 0; step < Math.min(coefficients.length, horizon - done); step++) {
                double ahead = ahead(longer, length + done, step);
                longer[length + done + step] = Math.clamp(ahead, last - MOST_RANGES * range, last + MOST_RANGES * range);
            }
        }
        var points = Arrays.stream(longer, length, length + horizon).map(Math::exp).toArray();
        var errors = errors(logarithms, horizon);
        var response = new double[horizon];
        response[0] = 1;
        for (int after = 1; after < horizon; after++) {
            response[after] = errors[0] == 0 ? 1 : Math.sqrt(errors[after] * errors[after] - errors[after - 1] * errors[after - 1]) / errors[0];
        }
        var ones = new double[horizon];
        Arrays.fill(ones, 1);
        return new Forecast(points, ones, response, errors[0]).relativeTo(points);
    }

    private int lags() {
        return coefficients[0].length + 1;
    }

    /** @param end how many of the values are known @param step 0 for the first after them */
    private double ahead(double[] values, int end, int step) {
        double last = values[end - 1];
        double size = 1;
        if (sized) {
            double changes = 0;
            for (int t = end - lags() + 1; t < end; t++) {
                changes += Math.abs(values[t] - values[t - 1]);
            }
            size = changes / (lags() - 1) + LEAST_SIZE;
        }
        double sum = 0;
        for (int lag = 0; lag < lags() - 1; lag++) {
            sum += coefficients[step][lag] * ((values[end - lags() + lag] - last) / size);
        }
        return last + size * sum;
    }

    /** Root mean squared errors within the history by step ahead, never less than a step before. */
    private double[] errors(double[] values, int horizon) {
        var errors = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            int origins = values.length - lags() - step;
            if (step < coefficients.length && origins >= FEWEST_ERRORS) {
                double squares = 0;
                for (int end = lags(); end < lags() + origins; end++) {
                    double error = values[end + step] - ahead(values, end, step);
                    squares += error * error;
                }
                errors[step] = Math.sqrt(squares / origins);
            } else {
                errors[step] = errors[step - 1] * Math.sqrt((step + 1.0) / step);
            }
            errors[step] = step == 0 ? errors[step] : Math.max(errors[step], errors[step - 1]);
        }
        return errors;
    }

    private static Map<Integer, PooledAutoregression> read() {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PooledAutoregression.class.getResourceAsStream(COEFFICIENTS)), StandardCharsets.UTF_8))) {
            Map<Integer, List<String[]>> rows = new HashMap<>();
            reader.lines().skip(1).map(line -> line.split(",")).forEach(row ->
                    rows.computeIfAbsent(Integer.valueOf(row[0]), any -> new java.util.ArrayList<>()).add(row));
            Map<Integer, PooledAutoregression> models = new HashMap<>();
            rows.forEach((season, steps) -> models.put(season, new PooledAutoregression(Boolean.parseBoolean(steps.getFirst()[1]),
                    steps.stream().map(row -> IntStream.range(3, row.length).mapToDouble(cell -> Double.parseDouble(row[cell])).toArray())
                            .toArray(double[][]::new))));
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
