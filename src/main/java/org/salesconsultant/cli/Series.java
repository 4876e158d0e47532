package org.salesconsultant.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One series of a file, in equal steps, oldest first.
 *
 * @param values NaN where a step is missing or empty; ends with the last known one
 * @param steps what the steps are; null with a problem
 * @param problem why it cannot be forecast, with the next step to take; null if it can
 */
record Series(String id, double[] values, @Nullable Steps steps, @Nullable String problem) {
    /** With more missing than this many times what there is, no step can have been meant. */
    private static final int MOST_STEPS_A_VALUE = 3;

    private record Point(long time, double value) {}

    /** Collects the rows of a series. */
    static final class Builder {
        private final String id;
        private final List<Point> points = new ArrayList<>();
        private @Nullable String problem;

        Builder(String id) {
            this.id = id;
        }

        /** @param line of the file, for messages */
        void add(String ds, String y, long line, TimeStamps stamps) {
            if (problem != null) {
                return;
            }
            var time = stamps.read(ds);
            if (time.isEmpty()) {
                problem = "Line " + line + " has ds \"" + ds + "\", which is no " + (stamps.areDates() ? "date" : "integer") + " like the others. Correct it.";
                return;
            }
            try {
                points.add(new Point(time.getAsLong(), isMissing(y) ? Double.NaN : Double.parseDouble(y)));
            } catch (NumberFormatException e) {
                problem = "Line " + line + " has y \"" + y + "\", which is no number. Correct it, or leave it empty.";
            }
        }

        private static boolean isMissing(String text) {
            return text.isEmpty() || text.equalsIgnoreCase("nan") || text.equalsIgnoreCase("na") || text.equalsIgnoreCase("null");
        }

        Series build(TimeStamps stamps) {
            if (problem != null) {
                return broken(problem);
            }
            points.sort(Comparator.comparingLong(Point::time));
            while (!points.isEmpty() && Double.isNaN(points.getLast().value())) {
                points.removeLast();
            }
            for (int row = 1; row < points.size(); row++) {
                if (points.get(row).time() == points.get(row - 1).time()) {
                    return broken("There are several rows for " + stamps.write(points.get(row).time()) + ". Keep one, or add them up.");
                }
            }
            if (points.size() < 2) {
                return broken("There are " + points.size() + " known values; a forecast needs at least 3. Add history.");
            }
            var steps = Steps.of(points.stream().mapToLong(Point::time).toArray(), stamps.areDates());
            long length = steps.index(points.getLast().time()) + 1;
            if (length > (long) MOST_STEPS_A_VALUE * points.size()) {
                return broken("Its " + points.size() + " values are spread over " + length + " steps. Choose coarser steps, or add the missing values.");
            }
            var values = new double[Math.toIntExact(length)];
            Arrays.fill(values, Double.NaN);
            points.forEach(point -> values[Math.toIntExact(steps.index(point.time()))] = point.value());
            return new Series(id, values, steps, null);
        }

        private Series broken(String why) {
            return new Series(id, new double[0], null, why);
        }
    }
}
