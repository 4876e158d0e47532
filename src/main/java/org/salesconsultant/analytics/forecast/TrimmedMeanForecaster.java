package org.salesconsultant.analytics.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Several models' forecasts as one: at each step the highest and the lowest are left out and the others averaged (Jose and
 * Winkler 2008), so that no model that loses its way takes the forecast along. Of three it is the middle one, of two the mean.
 */
final class TrimmedMeanForecaster implements Forecaster {
    private static final int ENOUGH_TO_TRIM = 3;

    private final List<Forecaster> members;
    private final double[] weights;

    /** @param weights of the members, adding up to 1 */
    TrimmedMeanForecaster(List<Forecaster> members, double[] weights) {
        this.members = List.copyOf(members);
        this.weights = weights.clone();
    }

    static TrimmedMeanForecaster equal(List<Forecaster> members) {
        return new TrimmedMeanForecaster(members, IntStream.range(0, members.size()).mapToDouble(member -> 1.0 / members.size()).toArray());
    }

    @Override
    public String name() {
        return members.stream().map(Forecaster::name).collect(Collectors.joining(" + "));
    }

    @Override
    public String version() {
        return members.stream().map(Forecaster::version).collect(Collectors.joining("+"));
    }

    /** The models, those of a combination within it one by one, and how much each counts. */
    List<ReportCard.Member> parts() {
        return IntStream.range(0, members.size()).boxed().flatMap(member -> members.get(member) instanceof TrimmedMeanForecaster inner
                ? inner.parts().stream().map(part -> new ReportCard.Member(part.model(), weights[member] * part.weight()))
                : Stream.of(new ReportCard.Member(members.get(member).name(), weights[member]))).toList();
    }

    @Override
    public Forecast forecast(double[] history, int season, int horizon) {
        return combine(members.stream().map(member -> attempt(member, history, season, horizon)).toList());
    }

    /** A member's forecast; the last season again where it ends in numbers that are none. */
    static Forecast attempt(Forecaster member, double[] history, int season, int horizon) {
        var forecast = member.forecast(history, season, horizon);
        return forecast.isFinite() ? forecast : new SeasonalNaiveForecaster().forecast(history, season, horizon);
    }

    /** @param forecasts by member */
    Forecast combine(List<Forecast> forecasts) {
        var points = new double[forecasts.getFirst().horizon()];
        Arrays.setAll(points, step -> trimmed(forecasts, weights, step));
        return Forecast.combined(points, forecasts, weights);
    }

    private static double trimmed(List<Forecast> forecasts, double[] weights, int step) {
        int lowest = -1;
        int highest = -1;
        if (forecasts.size() >= ENOUGH_TO_TRIM) {
            lowest = 0;
            highest = forecasts.size() - 1;
            for (int member = 0; member < forecasts.size(); member++) {
                double point = forecasts.get(member).point(step);
                lowest = point < forecasts.get(lowest).point(step) ? member : lowest;
                highest = point >= forecasts.get(highest).point(step) ? member : highest;
            }
        }
        double sum = 0;
        double share = 0;
        for (int member = 0; member < forecasts.size(); member++) {
            if (member != lowest && member != highest) {
                sum += weights[member] * forecasts.get(member).point(step);
                share += weights[member];
            }
        }
        return sum / share;
    }
}
