package org.salesconsultant.analytics.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.salesconsultant.sales.ProbabilityLearner;

/**
 * Logistic regression on a handful of signs, standardised, with weighted cases and a little ridge; by Newton's method. Says how
 * probable it is that a class that was read is right.
 */
public final class Judgement implements ProbabilityLearner.Probability {
    private static final double RIDGE = 1e-3;
    private static final int ITERATIONS = 50;
    private static final double CONVERGED = 1e-10;

    private final double[] mean;
    private final double[] scale;
    private final double[] weights;

    /** @param right whether the class was right @param weight how much the case counts */
    record Case(double[] signs, boolean right, double weight) {}

    private Judgement(double[] mean, double[] scale, double[] weights) {
        this.mean = mean;
        this.scale = scale;
        this.weights = weights;
    }

    /** Learns without being certain of what few cases show. */
    public static ProbabilityLearner learner() {
        return cases -> fit(smoothed(cases.stream().map(one -> new Case(one.signs(), one.isSo(), 1)).toList()));
    }

    @Override
    public double of(double... signs) {
        return probability(signs);
    }

    static Judgement fit(List<Case> cases) {
        int signs = cases.getFirst().signs().length;
        double all = cases.stream().mapToDouble(Case::weight).sum();
        var mean = new double[signs];
        var scale = new double[signs];
        for (int i = 0; i < signs; i++) {
            int sign = i;
            mean[i] = cases.stream().mapToDouble(one -> one.weight() * one.signs()[sign]).sum() / all;
            double variance = cases.stream().mapToDouble(one -> one.weight() * Math.pow(one.signs()[sign] - mean[sign], 2)).sum() / all;
            scale[i] = variance > 0 ? 1 / Math.sqrt(variance) : 0;
        }
        var judgement = new Judgement(mean, scale, new double[signs + 1]);
        int iterations = 0;
        while (judgement.improve(cases, all) > CONVERGED && iterations < ITERATIONS) {
            iterations++;
        }
        return judgement;
    }

    /** One case more of each kind, spread over the other, so that few cases make nothing certain (Platt, Probabilistic Outputs for SVMs, 1999). */
    static List<Case> smoothed(List<Case> cases) {
        double right = cases.stream().filter(Case::right).count();
        return cases.stream().flatMap(one -> {
            double kind = one.right() ? right : cases.size() - right;
            return Stream.of(new Case(one.signs(), one.right(), one.weight() * (kind + 1) / (kind + 2)), new Case(one.signs(), !one.right(), one.weight() / (kind + 2)));
        }).toList();
    }

    /** In log odds. */
    double score(double[] signs) {
        double score = weights[signs.length];
        for (int i = 0; i < signs.length; i++) {
            score += weights[i] * (signs[i] - mean[i]) * scale[i];
        }
        return score;
    }

    double probability(double[] signs) {
        return 1 / (1 + Math.exp(-score(signs)));
    }

    /** One Newton step. @return its squared length */
    private double improve(List<Case> cases, double all) {
        int size = weights.length;
        var slope = new double[size];
        var curvature = new double[size][size];
        for (var one : cases) {
            var x = standardised(one.signs());
            double probability = probability(one.signs());
            double share = one.weight() / all;
            for (int i = 0; i < size; i++) {
                slope[i] += share * ((one.right() ? 1 : 0) - probability) * x[i];
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += share * probability * (1 - probability) * x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            slope[i] -= i < size - 1 ? RIDGE * weights[i] : 0;
            curvature[i][i] += RIDGE;
            for (int j = i + 1; j < size; j++) {
                curvature[i][j] = curvature[j][i];
            }
        }
        var step = solve(curvature, slope);
        for (int i = 0; i < size; i++) {
            weights[i] += step[i];
        }
        return Arrays.stream(step).map(part -> part * part).sum();
    }

    private double[] standardised(double[] signs) {
        var x = new double[weights.length];
        for (int i = 0; i < signs.length; i++) {
            x[i] = (signs[i] - mean[i]) * scale[i];
        }
        x[signs.length] = 1;
        return x;
    }

    /** Gauss elimination; the matrix is positive definite, so no pivot is needed. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        var x = right.clone();
        for (int column = 0; column < size; column++) {
            for (int row = column + 1; row < size; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                for (int k = column; k < size; k++) {
                    matrix[row][k] -= factor * matrix[column][k];
                }
                x[row] -= factor * x[column];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                x[row] -= matrix[row][k] * x[k];
            }
            x[row] /= matrix[row][row];
        }
        return x;
    }
}
