package org.salesconsultant.warehouse.imports.recognition;

import java.util.Arrays;

/**
 * Pairs rows with columns of a table of scores so that the sum is the largest there is: the Hungarian method in the form of
 * Jonker and Volgenant (1987), O(rows² × columns).
 */
final class Assignment {
    private Assignment() {}

    /**
     * @param scores 0 or more, as many columns in each row
     * @return by row its column, −1 where it is better left without
     */
    static int[] best(double[][] scores) {
        int rows = scores.length;
        if (rows == 0) {
            return new int[0];
        }
        int columns = scores[0].length + rows;
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOf = new int[columns + 1];
        var before = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            int column = 0;
            var least = new double[columns + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            var used = new boolean[columns + 1];
            do {
                used[column] = true;
                int current = rowOf[column];
                double step = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int each = 1; each <= columns; each++) {
                    if (!used[each]) {
                        double reduced = -score(scores, current, each) - rowPotential[current] - columnPotential[each];
                        if (reduced < least[each]) {
                            least[each] = reduced;
                            before[each] = column;
                        }
                        if (least[each] < step) {
                            step = least[each];
                            next = each;
                        }
                    }
                }
                for (int each = 0; each <= columns; each++) {
                    if (used[each]) {
                        rowPotential[rowOf[each]] += step;
                        columnPotential[each] -= step;
                    } else {
                        least[each] -= step;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int previous = before[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            } while (column != 0);
        }
        var paired = new int[rows];
        Arrays.fill(paired, -1);
        for (int column = 1; column <= scores[0].length; column++) {
            if (rowOf[column] > 0 && score(scores, rowOf[column], column) > 0) {
                paired[rowOf[column] - 1] = column - 1;
            }
        }
        return paired;
    }

    /** Columns beyond the table's stand for none. */
    private static double score(double[][] scores, int row, int column) {
        return column <= scores[0].length ? scores[row - 1][column - 1] : 0;
    }
}
