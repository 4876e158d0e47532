package org.salesconsultant.analytics.forecast;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Learns the weights of {@link PooledNetworks} from the training parts of the M3 competition's series: from each end of each
 * series the steps that followed it. The loss is the symmetric percentage error, of logarithms 200 tanh(|error| / 2), each
 * series counting once; Adam (Kingma and Ba 2015) with a rate that falls in a line. The same run gives the same weights.
 *
 * <pre>
 * javac -cp target/classes -d target/bench src/bench/PooledNetworksFit.java
 * java -cp target/bench:target/classes org.salesconsultant.analytics.forecast.PooledNetworksFit ../shared/data/m3/M3.csv.gz src/main/resources/forecast/pooled-networks.bin
 * </pre>
 *
 * With {@code --hold-out} the last horizon of each training part is left out too, so that choices can be made on it.
 */
public final class PooledNetworksFit {
    private static final int EPOCHS = 15;
    private static final int BATCH = 256;
    private static final double RATE = 1e-3;
    /** From the mean absolute to the standard deviation of a normal error. */
    private static final double DEVIATIONS = Math.sqrt(Math.PI / 2);

    /** @param mixed whether as many series again are made, each a mixture of two (Ansari et al. 2024): for seasons with few */
    private record Task(PooledNetworks.Shape shape, int networks, List<String> kinds, boolean mixed) {}

    private static final List<Task> TASKS = List.of(
            new Task(new PooledNetworks.Shape(1, 5, 6, 8, 64), 8, List.of("YEARLY", "OTHER"), false),
            new Task(new PooledNetworks.Shape(4, 8, 8, 8, 192), 3, List.of("QUARTERLY"), true),
            new Task(new PooledNetworks.Shape(12, 24, 24, 18, 128), 4, List.of("MONTHLY"), false));

    /** An end of a series. @param ahead what followed, as moves from the input's base in its sizes; shorter near the series' end */
    private record Window(float[] values, float size, float[] ahead, float weight) {}

    public static void main(String[] args) throws Exception {
        boolean holdOut = args.length > 2 && args[2].equals("--hold-out");
        List<String[]> rows;
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(Path.of(args[0]))), StandardCharsets.UTF_8))) {
            rows = reader.lines().skip(1).map(line -> line.split(",")).toList();
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            out.writeInt(TASKS.size());
            for (var task : TASKS) {
                var series = rows.stream().filter(row -> task.kinds().contains(row[1])).map(row -> logarithms(row, holdOut)).toList();
                var windows = windows(task.mixed() ? withMixtures(series) : series, task.shape());
                var networks = IntStream.range(0, task.networks()).parallel().mapToObj(seed -> new Learner(task.shape().widths(), new Random(seed)).learn(windows)).toList();
                new PooledNetworks(task.shape(), spread(networks, windows, task.shape().steps()), networks).write(out);
                System.err.println(task + ": " + series.size() + " series, " + windows.size() + " windows");
            }
        }
    }

    private static double[] logarithms(String[] row, boolean holdOut) {
        var train = Arrays.stream(row[6].split(" ")).mapToDouble(Double::parseDouble).map(Math::log).toArray();
        return holdOut ? Arrays.copyOf(train, train.length - Integer.parseInt(row[4])) : train;
    }

    private static List<double[]> withMixtures(List<double[]> series) {
        var random = new Random(0);
        List<double[]> all = new ArrayList<>(series);
        for (int mixture = 0; mixture < series.size(); mixture++) {
            var one = series.get(random.nextInt(series.size()));
            var other = series.get(random.nextInt(series.size()));
            double share = random.nextDouble() / 2;
            int length = Math.min(one.length, other.length);
            var mixed = new double[length];
            Arrays.setAll(mixed, t -> (1 - share) * one[one.length - length + t] + share * other[other.length - length + t]);
            all.add(mixed);
        }
        return all;
    }

    private static List<Window> windows(List<double[]> series, PooledNetworks.Shape shape) {
        return series.parallelStream().flatMap(values -> IntStream.range(shape.fewest(), values.length).mapToObj(end -> {
            var input = NetworkInput.of(Arrays.copyOf(values, end), shape.season(), shape.lags(), shape.steps());
            var ahead = new float[Math.min(shape.steps(), values.length - end)];
            for (int step = 0; step < ahead.length; step++) {
                ahead[step] = (float) ((values[end + step] - input.base()[step]) / input.size());
            }
            return new Window(input.values(), (float) input.size(), ahead, 1f / (values.length - shape.fewest()));
        })).toList();
    }

    /** Never less than a step before. */
    private static float[] spread(List<Perceptron> networks, List<Window> windows, int steps) {
        var sums = new double[steps];
        var weights = new double[steps];
        for (var window : windows) {
            var moves = new double[steps];
            for (var network : networks) {
                var own = network.apply(window.values());
                Arrays.setAll(moves, step -> moves[step] + own[step] / networks.size());
            }
            for (int step = 0; step < window.ahead().length; step++) {
                sums[step] += window.weight() * Math.abs(moves[step] - window.ahead()[step]);
                weights[step] += window.weight();
            }
        }
        var spread = new float[steps];
        for (int step = 0; step < steps; step++) {
            spread[step] = (float) Math.max(step == 0 ? 0 : spread[step - 1], DEVIATIONS * sums[step] / weights[step]);
        }
        return spread;
    }

    /** One network while it learns. */
    private static final class Learner {
        private static final double MOMENTUM = 0.9;
        private static final double SECOND_MOMENTUM = 0.999;
        private static final double FIRST_OUTPUTS = 0.1;

        private final Random random;
        private final Perceptron network;
        private final Perceptron slopes;
        private final Perceptron means;
        private final Perceptron squares;
        /** Weights of the layers after the first, by unit here and before: so that both ways run along rows. */
        private final float[][] turned;
        /** What each layer's units give, and how the loss changes with what they take in. */
        private final float[][] units;
        private final float[][] blame;

        Learner(int[] widths, Random random) {
            this.random = random;
            network = Perceptron.empty(widths);
            slopes = Perceptron.empty(widths);
            means = Perceptron.empty(widths);
            squares = Perceptron.empty(widths);
            int layers = widths.length - 1;
            turned = new float[layers][];
            units = new float[layers + 1][];
            blame = new float[layers + 1][];
            for (int layer = 0; layer < layers; layer++) {
                double deviation = Math.sqrt((layer < layers - 1 ? 2 : FIRST_OUTPUTS) / widths[layer]);
                var rows = network.weights()[layer];
                for (int weight = 0; weight < widths[layer] * widths[layer + 1]; weight++) {
                    rows[weight] = (float) (deviation * random.nextGaussian());
                }
                turned[layer] = new float[widths[layer] * widths[layer + 1]];
                units[layer + 1] = new float[widths[layer + 1]];
                blame[layer + 1] = new float[widths[layer + 1]];
            }
        }

        Perceptron learn(List<Window> windows) {
            var order = IntStream.range(0, windows.size()).toArray();
            int batches = windows.size() / BATCH;
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                shuffle(order);
                for (int batch = 0; batch < batches; batch++) {
                    turn();
                    for (var rows : slopes.weights()) {
                        Arrays.fill(rows, 0);
                    }
                    for (int index = batch * BATCH; index < (batch + 1) * BATCH; index++) {
                        ahead(windows.get(order[index]).values());
                        back(windows.get(order[index]));
                    }
                    int done = epoch * batches + batch;
                    move(done + 1, RATE * (1 - (double) done / (EPOCHS * batches)));
                }
            }
            return network;
        }

        private void shuffle(int[] order) {
            for (int last = order.length - 1; last > 0; last--) {
                int other = random.nextInt(last + 1);
                int kept = order[last];
                order[last] = order[other];
                order[other] = kept;
            }
        }

        private void turn() {
            for (int layer = 1; layer < turned.length; layer++) {
                int width = units[layer + 1].length;
                int before = units[layer].length;
                for (int from = 0; from < before; from++) {
                    for (int to = 0; to < width; to++) {
                        turned[layer][to * before + from] = network.weights()[layer][from * width + to];
                    }
                }
            }
        }

        private void ahead(float[] inputs) {
            units[0] = inputs;
            for (int layer = 0; layer < turned.length; layer++) {
                var rows = network.weights()[layer];
                var here = units[layer + 1];
                System.arraycopy(rows, units[layer].length * here.length, here, 0, here.length);
                addRows(here, rows, units[layer]);
                for (int unit = 0; layer < turned.length - 1 && unit < here.length; unit++) {
                    here[unit] = Math.max(0, here[unit]);
                }
            }
        }

        private void back(Window window) {
            int last = turned.length;
            Arrays.fill(blame[last], 0);
            for (int step = 0; step < window.ahead().length; step++) {
                double error = window.size() * (units[last][step] - window.ahead()[step]);
                double tanh = Math.tanh(error / 2);
                blame[last][step] = (float) (window.weight() * window.size() * (1 - tanh * tanh) * Math.signum(error));
            }
            for (int layer = last - 1; layer >= 0; layer--) {
                learnFrom(slopes.weights()[layer], units[layer], blame[layer + 1]);
                if (layer > 0) {
                    Arrays.fill(blame[layer], 0);
                    addRows(blame[layer], turned[layer], blame[layer + 1]);
                    for (int unit = 0; unit < blame[layer].length; unit++) {
                        blame[layer][unit] = units[layer][unit] > 0 ? blame[layer][unit] : 0;
                    }
                }
            }
        }

        /** Adds each row times its factor. */
        private static void addRows(float[] sums, float[] rows, float[] factors) {
            int width = sums.length;
            for (int row = 0; row < factors.length; row++) {
                float factor = factors[row];
                int start = row * width;
                for (int column = 0; factor != 0 && column < width; column++) {
                    sums[column] += factor * rows[start + column];
                }
            }
        }

        private static void learnFrom(float[] slopes, float[] before, float[] blame) {
            int width = blame.length;
            for (int row = 0; row <= before.length; row++) {
                float factor = row < before.length ? before[row] : 1;
                int start = row * width;
                for (int column = 0; factor != 0 && column < width; column++) {
                    slopes[start + column] += factor * blame[column];
                }
            }
        }

        private void move(int steps, double rate) {
            double first = 1 - Math.pow(MOMENTUM, steps);
            double second = 1 - Math.pow(SECOND_MOMENTUM, steps);
            for (int layer = 0; layer < turned.length; layer++) {
                var slope = slopes.weights()[layer];
                var mean = means.weights()[layer];
                var square = squares.weights()[layer];
                var weight = network.weights()[layer];
                for (int at = 0; at < weight.length; at++) {
                    mean[at] = (float) (MOMENTUM * mean[at] + (1 - MOMENTUM) * slope[at]);
                    square[at] = (float) (SECOND_MOMENTUM * square[at] + (1 - SECOND_MOMENTUM) * slope[at] * slope[at]);
                    weight[at] -= (float) (rate * mean[at] / first / (Math.sqrt(square[at] / second) + 1e-12));
                }
            }
        }
    }
}
