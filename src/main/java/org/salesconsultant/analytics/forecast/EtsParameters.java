package org.salesconsultant.analytics.forecast;

/**
 * What an exponential smoothing filter starts with.
 *
 * @param alpha share of an error that stays in the level
 * @param beta share that stays in the slope, 0 without a trend
 * @param gamma share that stays in the season, 0 without one
 * @param phi share of the slope that is left a step later, 1 where it is not damped
 * @param level before the first value
 * @param slope before the first value, 0 without a trend
 * @param seasonal of the first season, by step; of length 1 where there is no season
 */
record EtsParameters(double alpha, double beta, double gamma, double phi, double level, double slope, double[] seasonal) {}
