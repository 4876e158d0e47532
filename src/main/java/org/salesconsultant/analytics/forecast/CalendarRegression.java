package org.salesconsultant.analytics.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesconsultant.sales.UserError;
import smile.math.blas.UPLO;
import smile.math.matrix.Matrix;

/**
 * What a day's sales are made of: growth, the day of the week, the month, and drivers such as a promotion or the logarithm of a
 * price, each a factor of the others. A quasi-Poisson regression with logarithmic link (McCullagh and Nelder 1989), fitted by
 * iteratively reweighted least squares: days without sales need no special care, and the factors are those of the mean.
 *
 * <p>Assumes that 1. values are not negative, 2. the variance grows with the mean, 3. effects stayed the same over the history.
 */
public final class CalendarRegression {
    private static final int ITERATIONS = 25;
    private static final double PRECISION = 1e-9;
    /** Keeps factors finite that the history holds no day of. */
    private static final double RIDGE = 1e-6;
    private static final double LEAST_MEAN = 1e-9;
    private static final double DAYS_A_YEAR = 365.25;
    private static final int WHOLE_YEAR = 365;
    private static final int TWO_WEEKS = 14;

    private final LocalDate first;
    private final boolean yearly;
    private final double[] coefficients;
    private final double[] expected;
    private final double dispersion;
    private final Map<String, Effect> effects;

    /**
     * What one more of a driver does to the logarithm of the mean.
     *
     * @param error standard error: the larger of the quasi-Poisson one and the one robust to errors that go together within a week
     *     (Liang and Zeger 1986)
     */
    public record Effect(double coefficient, double error) {
        public double low() {
            return coefficient - Forecast.NORMAL_95 * error;
        }

        public double high() {
            return coefficient + Forecast.NORMAL_95 * error;
        }

        /** Whether its 95 % interval leaves a value out. */
        public boolean differsFrom(double value) {
            return value < low() || value > high();
        }
    }

    private CalendarRegression(LocalDate first, boolean yearly, double[] coefficients, double[] expected, double dispersion,
                               Map<String, Effect> effects) {
        this.first = first;
        this.yearly = yearly;
        this.coefficients = coefficients;
        this.expected = expected;
        this.dispersion = dispersion;
        this.effects = effects;
    }

    /**
     * @param first day of the history
     * @param values by day, not negative
     * @param drivers by name, a value for each day
     * @throws UserError when a value is negative or missing, or there are fewer than two weeks
     */
    public static CalendarRegression fit(LocalDate first, double[] values, Map<String, double[]> drivers) {
        if (values.length < TWO_WEEKS) {
            throw unusable("The history has " + values.length + " days; weekdays need at least " + TWO_WEEKS + ".", "Import more history.");
        }
        if (!Arrays.stream(values).allMatch(value -> value >= 0 && Double.isFinite(value))) {
            throw unusable("The history holds a negative or missing value, which has no factors.", "Choose a metric that is never below zero.");
        }
        boolean yearly = values.length >= WHOLE_YEAR;
        var rows = new double[values.length][];
        Arrays.setAll(rows, day -> row(first, first.plusDays(day), yearly, drivers.values().stream().mapToDouble(driver -> driver[day]).toArray()));
        double mean = Math.max(Arrays.stream(values).average().orElseThrow(), LEAST_MEAN);
        var coefficients = new double[rows[0].length];
        coefficients[0] = Math.log(mean);
        double change = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS && change > PRECISION; iteration++) {
            var next = step(rows, values, coefficients);
            change = 0;
            for (int index = 0; index < next.length; index++) {
                change = Math.max(change, Math.abs(next[index] - coefficients[index]));
            }
            coefficients = next;
        }
        var expected = new double[values.length];
        double pearson = 0;
        for (int day = 0; day < values.length; day++) {
            expected[day] = mean(rows[day], coefficients);
            pearson += (values[day] - expected[day]) * (values[day] - expected[day]) / expected[day];
        }
        double dispersion = pearson / Math.max(1, values.length - coefficients.length);
        var names = List.copyOf(drivers.keySet());
        var information = information(rows, expected).cholesky(true);
        Map<String, Effect> effects = new LinkedHashMap<>();
        for (int driver = 0; driver < names.size(); driver++) {
            int at = coefficients.length - names.size() + driver;
            var unit = new double[coefficients.length];
            unit[at] = 1;
            var influence = information.solve(unit);
            double robust = weekly(first, rows, values, expected, influence);
            effects.put(names.get(driver), new Effect(coefficients[at], Math.sqrt(Math.max(dispersion * influence[at], robust))));
        }
        return new CalendarRegression(first, yearly, coefficients, expected, dispersion, effects);
    }

    /** The variance of a coefficient when the errors of a week go together. @param influence of the scores on it */
    private static double weekly(LocalDate first, double[][] rows, double[] values, double[] expected, double[] influence) {
        double variance = 0;
        double week = 0;
        for (int day = 0; day < rows.length; day++) {
            for (int column = 0; column < influence.length; column++) {
                week += influence[column] * rows[day][column] * (values[day] - expected[day]);
            }
            if (first.plusDays(day).getDayOfWeek() == DayOfWeek.SUNDAY || day + 1 == rows.length) {
                variance += week * week;
                week = 0;
            }
        }
        return variance;
    }

    /** What each day of the history was to be expected to have. */
    public double[] expected() {
        return expected.clone();
    }

    /** By how much the variance of a day exceeds its mean. */
    public double dispersion() {
        return dispersion;
    }

    /** @param drivers of that day, in the order in which they were given */
    public double expected(LocalDate day, double... drivers) {
        return mean(row(first, day, yearly, drivers), coefficients);
    }

    /** More a year, as a fraction. */
    public double growth() {
        return Math.exp(coefficients[1]) - 1;
    }

    /** Relative to the mean day of a week. */
    public Map<DayOfWeek, Double> weekdays() {
        return factors(DayOfWeek.class, 2);
    }

    /** Relative to the mean month; all 1 where the history is shorter than a year. */
    public Map<Month, Double> months() {
        return factors(Month.class, yearly ? 2 + DayOfWeek.values().length - 1 : coefficients.length);
    }

    /** By how much one more of a driver multiplies the mean. */
    public Map<String, Double> drivers() {
        Map<String, Double> factors = new LinkedHashMap<>();
        effects.forEach((driver, effect) -> factors.put(driver, Math.exp(effect.coefficient())));
        return factors;
    }

    /** By driver, in the order in which they were given. */
    public Map<String, Effect> effects() {
        return effects;
    }

    /** The first of the keys is what the others are measured against while fitting. */
    private <K extends Enum<K>> Map<K, Double> factors(Class<K> keys, int from) {
        var constants = keys.getEnumConstants();
        var factors = new EnumMap<K, Double>(keys);
        double sum = 0;
        for (var key : constants) {
            int at = from + key.ordinal() - 1;
            double factor = key.ordinal() == 0 || from >= coefficients.length ? 1 : Math.exp(coefficients[at]);
            factors.put(key, factor);
            sum += factor;
        }
        double mean = sum / constants.length;
        factors.replaceAll((key, factor) -> factor / mean);
        return factors;
    }

    private static double[] step(double[][] rows, double[] values, double[] coefficients) {
        var right = new double[coefficients.length];
        var means = new double[rows.length];
        for (int day = 0; day < rows.length; day++) {
            means[day] = mean(rows[day], coefficients);
            double working = Math.log(means[day]) + (values[day] - means[day]) / means[day];
            for (int row = 0; row < right.length; row++) {
                right[row] += means[day] * rows[day][row] * working;
            }
        }
        return information(rows, means).cholesky(true).solve(right);
    }

    /** The rows' products, weighted by the means. */
    private static Matrix information(double[][] rows, double[] means) {
        int size = rows[0].length;
        var left = new double[size][size];
        for (int day = 0; day < rows.length; day++) {
            for (int row = 0; row < size; row++) {
                double weighted = means[day] * rows[day][row];
                for (int column = 0; weighted != 0 && column <= row; column++) {
                    left[row][column] += weighted * rows[day][column];
                }
            }
        }
        var matrix = new Matrix(size, size);
        double total = left[0][0];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                matrix.set(row, column, left[row][column]);
                matrix.set(column, row, left[row][column]);
            }
            matrix.set(row, row, left[row][row] + RIDGE * total);
        }
        matrix.uplo(UPLO.LOWER);
        return matrix;
    }

    private static double mean(double[] row, double[] coefficients) {
        double sum = 0;
        for (int index = 0; index < row.length; index++) {
            sum += row[index] * coefficients[index];
        }
        return Math.max(Math.exp(sum), LEAST_MEAN);
    }

    private static double[] row(LocalDate first, LocalDate day, boolean yearly, double[] drivers) {
        List<Double> cells = new ArrayList<>();
        cells.add(1.0);
        cells.add(ChronoUnit.DAYS.between(first, day) / DAYS_A_YEAR);
        for (var weekday : DayOfWeek.values()) {
            if (weekday.ordinal() > 0) {
                cells.add(day.getDayOfWeek() == weekday ? 1.0 : 0.0);
            }
        }
        for (var month : Month.values()) {
            if (yearly && month.ordinal() > 0) {
                cells.add(day.getMonth() == month ? 1.0 : 0.0);
            }
        }
        Arrays.stream(drivers).forEach(cells::add);
        return cells.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static UserError unusable(String message, String hint) {
        return new UserError(UserError.Category.BAD_INPUT, message, hint);
    }
}
