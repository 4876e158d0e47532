package org.salesconsultant.analytics.forecast;

/** A straight line through a series by least squares. @param start its value at the first step @param slope per step */
record Line(double start, double slope) {
    static Line through(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double products = 0;
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            products += (t - middle) * (values[t] - mean);
            squares += (t - middle) * (t - middle);
        }
        double slope = squares == 0 ? 0 : products / squares;
        return new Line(mean - slope * middle, slope);
    }
}
