package org.salesconsultant.analytics.segments;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Customers as points: log recency, log orders and log spend, each with mean 0 and standard deviation 1. */
final class Standardised {
    private Standardised() {}

    static double[][] of(List<Rfm> customers) {
        var points = new double[customers.size()][3];
        column(customers, points, 0, customer -> Math.log1p(customer.recency()));
        column(customers, points, 1, customer -> Math.log(customer.orders()));
        column(customers, points, 2, customer -> Math.log(Math.max(1, customer.spend())));
        return points;
    }

    private static void column(List<Rfm> customers, double[][] points, int column, ToDoubleFunction<Rfm> value) {
        double mean = customers.stream().mapToDouble(value).average().orElse(0);
        double variance = customers.stream().mapToDouble(customer -> Math.pow(value.applyAsDouble(customer) - mean, 2)).average().orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        for (int i = 0; i < points.length; i++) {
            points[i][column] = (value.applyAsDouble(customers.get(i)) - mean) / deviation;
        }
    }
}
