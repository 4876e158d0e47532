package org.salesconsultant.analytics.forecast;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Small neural networks learned on thousands of series of the same season at once (Montero-Manso and Hyndman 2021; Smyl 2020):
 * where a series is too short to say how the next steps follow from the last, others say it. A few networks that began from
 * other random weights are averaged. Each gives all steps ahead that it was learned for; from there on, on its own forecasts.
 *
 * <p>The weights in {@code forecast/pooled-networks.bin} are learned from the training parts of the M3 competition's series by
 * {@code src/bench/PooledNetworksFit.java}.
 */
final class PooledNetworks implements Forecaster {
    private static final String WEIGHTS = "/forecast/pooled-networks.bin";
    /** Logarithms further from the last value than this many ranges of the history are not believed. */
    private static final double MOST_RANGES = 2;

    private final Shape shape;
    private final float[] spread;
    private final List<Perceptron> networks;

    /**
     * What the networks of one season are like.
     *
     * @param fewest values in a history they can be asked about
     * @param lags of them that they are shown
     * @param steps ahead that they give
     * @param hidden units in each of two layers
     */
    record Shape(int season, int fewest, int lags, int steps, int hidden) {
        int[] widths() {
            return new int[] {NetworkInput.width(season, lags), hidden, hidden, steps};
        }

        static Shape read(DataInputStream in) throws IOException {
            return new Shape(in.readInt(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        }

        void write(DataOutputStream out) throws IOException {
            for (int number : new int[] {season, fewest, lags, steps, hidden}) {
                out.writeInt(number);
            }
        }
    }

    /** @param spread standard deviation of the error by step ahead, in sizes of the {@link NetworkInput} */
    PooledNetworks(Shape shape, float[] spread, List<Perceptron> networks) {
        this.shape = shape;
        this.spread = spread;
        this.networks = networks;
    }

    /** Read when first asked for, so that they can be learned before there are any. */
    private static final class Learned {
        static final Map<Integer, PooledNetworks> BY_SEASON = read();
    }

    /** Whether there are networks for series like this: of values above zero, long enough, and with a season they know. */
    static boolean isFor(double[] history, int season) {
        var model = Learned.BY_SEASON.get(season);
        return model != null && model.knows(history);
    }

    /** @param season one that {@link #isFor} knows */
    static PooledNetworks of(int season) {
        return Objects.requireNonNull(Learned.BY_SEASON.get(season));
    }

    @Override
    public String name() {
        return "Pooled neural networks";
    }

    @Override
    public String version() {
        return "1";
    }

    private boolean knows(double[] history) {
        return history.length >= shape.fewest() && Arrays.stream(history).allMatch(value -> value > 0);
    }

    /** Leaves what it is not {@link #isFor} to Theta. */
    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        if (season != shape.season() || !knows(history)) {
            return new ThetaForecaster().forecast(history, season, horizon);
        }
        var logarithms = Arrays.stream(history).map(Math::log).toArray();
        int length = logarithms.length;
        double last = logarithms[length - 1];
        double range = Arrays.stream(logarithms).max().orElseThrow() - Arrays.stream(logarithms).min().orElseThrow();
        var longer = Arrays.copyOf(logarithms, length + horizon);
        for (int done = 0; done < horizon; done += shape.steps()) {
            var ahead = ahead(Arrays.copyOf(longer, length + done));
            for (int step = 0; step < Math.min(shape.steps(), horizon - done); step++) {
                longer[length + done + step] = Math.clamp(ahead[step], last - MOST_RANGES * range, last + MOST_RANGES * range);
            }
        }
        var points = Arrays.stream(longer, length, length + horizon).map(Math::exp).toArray();
        var ones = new double[horizon];
        Arrays.fill(ones, 1);
        return new Forecast(points, ones, response(horizon), spread[0] * input(logarithms).size()).relativeTo(points);
    }

    private NetworkInput input(double[] logarithms) {
        return NetworkInput.of(logarithms, shape.season(), shape.lags(), shape.steps());
    }

    /** Logarithms by step ahead. */
    double[] ahead(double[] logarithms) {
        var input = input(logarithms);
        var ahead = input.base().clone();
        for (var network : networks) {
            var moves = network.apply(input.values());
            for (int step = 0; step < ahead.length; step++) {
                ahead[step] += input.size() * moves[step] / networks.size();
            }
        }
        return ahead;
    }

    /** Such that the errors spread by step as they did where the networks were learned, and beyond like a random walk's. */
    private double[] response(int horizon) {
        var response = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            double before = step == 0 ? 0 : variance(step - 1);
            response[step] = Math.sqrt(Math.max(0, variance(step) - before) / variance(0));
        }
        return response;
    }

    private double variance(int step) {
        int known = Math.min(step, spread.length - 1);
        return spread[known] * spread[known] * (step + 1.0) / (known + 1.0);
    }

    private static Map<Integer, PooledNetworks> read() {
        try (var in = new DataInputStream(new BufferedInputStream(Objects.requireNonNull(PooledNetworks.class.getResourceAsStream(WEIGHTS))))) {
            Map<Integer, PooledNetworks> models = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                var model = read(in);
                models.put(model.shape.season(), model);
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PooledNetworks read(DataInputStream in) throws IOException {
        var shape = Shape.read(in);
        var spread = new float[shape.steps()];
        for (int step = 0; step < spread.length; step++) {
            spread[step] = in.readFloat();
        }
        List<Perceptron> networks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            networks.add(Perceptron.read(in, shape.widths()));
        }
        return new PooledNetworks(shape, spread, networks);
    }

    void write(DataOutputStream out) throws IOException {
        shape.write(out);
        for (float step : spread) {
            out.writeFloat(step);
        }
        out.writeInt(networks.size());
        for (var network : networks) {
            network.write(out);
        }
    }
}
