import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Learns the coefficients of {@code PooledAutoregression} from the training parts of the M3 competition's series: for each
 * season and step ahead one ridge regression of logarithms relative to the last, in which each series counts once.
 *
 * <pre>java src/bench/PooledAutoregressionFit.java ../shared/data/m3/M3.csv.gz &gt; src/main/resources/forecast/pooled-autoregression.csv</pre>
 *
 * With {@code --hold-out} the last horizon of each training part is left out too, so that choices can be made on it.
 */
public final class PooledAutoregressionFit {
    private static final double RIDGE = 5;
    private static final double LEAST_SIZE = 1e-3;

    private record Task(int season, List<String> kinds, int lags, int steps, boolean sized) {}

    private static final List<Task> TASKS = List.of(
            new Task(1, List.of("YEARLY", "OTHER"), 7, 8, true),
            new Task(4, List.of("QUARTERLY"), 8, 8, true),
            new Task(12, List.of("MONTHLY"), 13, 18, false));

    private record Window(double[] lags, double[] ahead, double weight) {}

    public static void main(String[] args) throws Exception {
        boolean holdOut = args.length > 1 && args[1].equals("--hold-out");
        List<String[]> rows;
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(Path.of(args[0]))), StandardCharsets.UTF_8))) {
            rows = reader.lines().skip(1).map(line -> line.split(",")).toList();
        }
        System.out.println("season,sized,step,coefficients by lag: the oldest first");
        for (var task : TASKS) {
            List<Window> windows = new ArrayList<>();
            for (var row : rows) {
                if (task.kinds().contains(row[1])) {
                    var train = Arrays.stream(row[6].split(" ")).mapToDouble(Double::parseDouble).map(Math::log).toArray();
                    windows.addAll(windows(holdOut ? Arrays.copyOf(train, train.length - Integer.parseInt(row[4])) : train, task));
                }
            }
            for (int step = 0; step < task.steps(); step++) {
                var line = Arrays.stream(fit(windows, task.lags() - 1, step)).mapToObj(one -> String.format(Locale.ROOT, "%.5f", one)).collect(Collectors.joining(","));
                System.out.println(task.season() + "," + task.sized() + "," + (step + 1) + "," + line);
            }
        }
    }

    private static List<Window> windows(double[] values, Task task) {
        List<Window> windows = new ArrayList<>();
        int count = values.length - task.lags() - task.steps() + 1;
        for (int start = 0; start < count; start++) {
            int end = start + task.lags();
            double last = values[end - 1];
            double changes = 0;
            for (int t = start + 1; t < end; t++) {
                changes += Math.abs(values[t] - values[t - 1]);
            }
            double size = task.sized() ? changes / (task.lags() - 1) + LEAST_SIZE : 1;
            windows.add(new Window(Arrays.stream(values, start, end - 1).map(value -> (value - last) / size).toArray(),
                    Arrays.stream(values, end, end + task.steps()).map(value -> (value - last) / size).toArray(), 1.0 / count));
        }
        return windows;
    }

    private static double[] fit(List<Window> windows, int lags, int step) {
        double mean = windows.stream().mapToDouble(Window::weight).average().orElseThrow();
        var equations = new double[lags][lags + 1];
        for (int row = 0; row < lags; row++) {
            equations[row][row] = RIDGE;
        }
        for (var window : windows) {
            for (int row = 0; row < lags; row++) {
                double weighted = window.weight() / mean * window.lags()[row];
                for (int column = 0; column < lags; column++) {
                    equations[row][column] += weighted * window.lags()[column];
                }
                equations[row][lags] += weighted * window.ahead()[step];
            }
        }
        return solve(equations);
    }

    /** Gauss's elimination; the matrix is positive definite. */
    private static double[] solve(double[][] equations) {
        int size = equations.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= size; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        var solution = new double[size];
        Arrays.setAll(solution, row -> equations[row][size] / equations[row][row]);
        return solution;
    }
}
