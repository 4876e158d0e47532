package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.Interval;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.Ids;

/**
 * The finding of one forecast: recent steps with what they were, the running one estimated, then the forecast steps with their
 * bounds and the total so far; so the last row has the total of the horizon.
 */
final class ForecastFinding {
    private static final String FORECAST = "forecast";

    private final ForecastWords words;
    private final Outlook outlook;

    ForecastFinding(ForecastWords words, Outlook outlook) {
        this.words = words;
        this.outlook = outlook;
    }

    Finding finding() {
        var task = words.task();
        var total = outlook.expected(outlook.first(), outlook.end());
        var step = words.heading(task.grain().word());
        var columns = Stream.concat(Stream.of(Finding.Column.of(step, Finding.Type.DATE)),
                Stream.of("actual", FORECAST, "low", "high", "total", "total_low", "total_high").map(words::column)).toList();
        var summary = Stream.of(words.say("summary", "metric", words.metric(), "whose", words.whose(), "steps", words.steps(),
                        "dates", words.dates(), "total", words.spoken(total.point()), "low", words.spoken(total.low()),
                        "high", words.spoken(total.high())),
                before(), words.tested()).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(words.say("between_sentences")));
        return new Finding(Ids.next("f"), FORECAST, words.arguments(), words.title("title"), summary, columns, rows(),
                comparison(), new Finding.Chart(Finding.Chart.Kind.BAND, step, Stream.of(FORECAST, "low", "high").map(words::heading).toList()),
                words.provenance(), words.caveats(), words.followUps());
    }

    private List<List<@Nullable Object>> rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (var start : outlook.past(pastSteps(outlook.grain()))) {
            rows.add(row(start, words.cell(outlook.actual(start)), null, null, null, null, null, null));
        }
        if (outlook.running() instanceof LocalDate running) {
            var expected = outlook.expected(running, outlook.first());
            rows.add(row(running, null, words.cell(expected.point()), words.cell(expected.low()), words.cell(expected.high()), null, null, null));
        }
        var sum = BigDecimal.ZERO;
        for (int step = 0; step < outlook.horizon(); step++) {
            var start = outlook.grain().plus(outlook.first(), step);
            var expected = expected(step);
            var total = outlook.expected(outlook.first(), outlook.grain().plus(start, 1));
            sum = sum.add(words.cell(expected.point()));
            rows.add(row(start, null, words.cell(expected.point()), words.cell(expected.low()), words.cell(expected.high()),
                    sum, words.cell(total.low()), words.cell(total.high())));
        }
        return rows;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private String before() {
        var yearBefore = outlook.yearBefore();
        var stepsBefore = outlook.stepsBefore();
        return yearBefore != null ? words.say("year_before", "before", words.spoken(yearBefore), "grain", outlook.grain().word(), "horizon", outlook.horizon())
                : stepsBefore != null ? words.say("steps_before", "before", words.spoken(stepsBefore), "grain", outlook.grain().word(), "horizon", outlook.horizon())
                : "";
    }

    private Finding.@Nullable Comparison comparison() {
        var before = outlook.yearBefore() != null ? outlook.yearBefore() : outlook.stepsBefore();
        if (before == null) {
            return null;
        }
        var total = IntStream.range(0, outlook.horizon()).mapToObj(step -> words.cell(expected(step).point())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Finding.Comparison(total, words.cell(before), before == 0 ? null : total.doubleValue() / before - 1);
    }

    private Interval expected(int step) {
        return outlook.expected(outlook.grain().plus(outlook.first(), step), outlook.grain().plus(outlook.first(), step + 1L));
    }

    /** Enough to see where the forecast comes from. */
    private static int pastSteps(Grain grain) {
        return switch (grain) {
            case DAY -> 14;
            case WEEK, MONTH -> 12;
            case QUARTER -> 6;
            case YEAR -> 3;
        };
    }
}
