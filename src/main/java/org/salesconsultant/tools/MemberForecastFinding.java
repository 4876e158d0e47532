package org.salesconsultant.tools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.forecast.Interval;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.warehouse.semantic.Dimension;

/** The finding of a forecast by member: for each of the largest the total of the horizon, from its own history. */
final class MemberForecastFinding {
    private static final String FORECAST = "forecast";
    private static final int FEWEST_STEPS = 3;
    private static final int NAMED = 3;

    private final ForecastWords words;
    private final Outlook total;
    private final Dimension dimension;
    private final List<Line> lines;
    private final List<String> tooShort = new ArrayList<>();

    private record Line(String member, Interval expected, @Nullable Double before) {}

    MemberForecastFinding(ForecastWords words, Outlook total, Dimension dimension, Map<String, StepHistory> members,
                          KeptForecasts forecasts) {
        this.words = words;
        this.total = total;
        this.dimension = dimension;
        List<Line> found = new ArrayList<>();
        members.forEach((member, history) -> {
            if (history.values().length < FEWEST_STEPS) {
                tooShort.add(member);
            } else {
                var outlook = Outlook.of(history, total.grain(), total.horizon(), forecasts);
                found.add(new Line(member, outlook.expected(outlook.first(), outlook.end()), outlook.stepsBefore()));
            }
        });
        this.lines = found.stream().sorted(Comparator.comparingDouble((Line line) -> line.expected().point()).reversed()).toList();
    }

    Finding finding() {
        var expected = total.expected(total.first(), total.end());
        var columns = Stream.concat(Stream.of(Finding.Column.of(dimension.name(), Finding.Type.TEXT)),
                Stream.of("before", FORECAST, "low", "high").map(words::column)).toList();
        var largest = lines.stream().limit(NAMED).map(line -> words.say("member", "member", line.member(),
                "amount", words.spoken(line.expected().point()))).toList();
        var summary = Stream.of(words.say("summary_members", "metric", words.metric(), "whose", words.whose(), "steps", words.steps(),
                        "dates", words.dates(), "total", words.spoken(expected.point()), "largest", words.list(largest)), words.tested())
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(words.say("between_sentences")));
        var before = total.stepsBefore();
        return new Finding(Ids.next("f"), FORECAST, words.arguments(), words.title("title_members"), summary, columns, rows(),
                new Finding.Comparison(words.cell(expected.point()), before == null ? null : words.cell(before),
                        before == null || before == 0 ? null : expected.point() / before - 1),
                new Finding.Chart(Finding.Chart.Kind.BAR, dimension.name(), List.of(words.heading(FORECAST))), words.provenance(), caveats(),
                words.followUps());
    }

    private List<List<@Nullable Object>> rows() {
        return lines.stream().map(line -> Arrays.<@Nullable Object>asList(line.member(),
                line.before() == null ? null : words.cell(line.before()), words.cell(line.expected().point()),
                words.cell(line.expected().low()), words.cell(line.expected().high()))).toList();
    }

    private List<String> caveats() {
        var caveats = new ArrayList<>(words.caveats());
        caveats.add(words.say("members", "grain", total.grain().word(), "horizon", total.horizon()));
        if (!tooShort.isEmpty()) {
            caveats.add(words.say("members_too_short", "members", words.list(tooShort)));
        }
        return caveats;
    }
}
