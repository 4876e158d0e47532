package org.salesconsultant.tools;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.warehouse.semantic.Dimension;

/** The finding of a forecast by member: the total of the horizon for each of the largest and for the others together. */
final class MemberForecastFinding {
    private static final String FORECAST = "forecast";
    private static final int NAMED = 3;

    private final ForecastWords words;
    private final Outlook total;
    private final Dimension dimension;
    private final MemberForecasts members;

    MemberForecastFinding(ForecastWords words, Outlook total, Dimension dimension, MemberForecasts members) {
        this.words = words;
        this.total = total;
        this.dimension = dimension;
        this.members = members;
    }

    Finding finding() {
        var expected = total.expected(total.first(), total.end());
        var heading = dimension.label().in(words.language());
        var columns = Stream.concat(Stream.of(Finding.Column.of(heading, Finding.Type.TEXT)),
                Stream.of("before", FORECAST, "low", "high").map(words::column)).toList();
        var largest = members.lines().stream().filter(line -> !line.others()).limit(NAMED).map(line -> words.say("member",
                "member", name(line.member()), "amount", words.spoken(line.expected().point()))).toList();
        var summary = Stream.of(words.say("summary_members", "metric", words.metric(), "whose", words.whose(), "steps", words.steps(),
                        "dates", words.dates(), "total", words.spoken(expected.point()), "largest", words.list(largest)), words.tested())
                .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(words.say("between_sentences")));
        var before = total.stepsBefore();
        return new Finding(Ids.next("f"), FORECAST, words.arguments(), words.title("title_members"), summary, columns, rows(words.cell(expected.point())),
                new Finding.Comparison(words.cell(expected.point()), before == null ? null : words.cell(before),
                        before == null || before == 0 ? null : expected.point() / before - 1),
                new Finding.Chart(Finding.Chart.Kind.BAR, heading, List.of(words.heading(FORECAST))), words.provenance(), caveats(),
                words.followUps());
    }

    /** @param told the total, to which the rounded cells add up exactly: the largest line takes the difference */
    private List<List<@Nullable Object>> rows(BigDecimal told) {
        var lines = members.lines();
        var forecasts = new ArrayList<>(lines.stream().map(line -> words.cell(line.expected().point())).toList());
        if (members.addUp() && !forecasts.isEmpty()) {
            int largest = forecasts.indexOf(forecasts.stream().max(BigDecimal::compareTo).orElseThrow());
            var sum = forecasts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            forecasts.set(largest, forecasts.get(largest).add(told.subtract(sum)));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            rows.add(Arrays.<@Nullable Object>asList(line.others() ? words.say("others") : name(line.member()),
                    line.before() == null ? null : words.cell(line.before()), forecasts.get(i),
                    words.cell(line.expected().low()), words.cell(line.expected().high())));
        }
        return rows;
    }

    private String name(Optional<String> member) {
        return member.orElseGet(() -> words.say("no_member", "dimension", words.dimension()));
    }

    private List<String> caveats() {
        var caveats = new ArrayList<>(words.caveats());
        caveats.add(words.say(members.addUp() ? "members" : "members_overlap", "grain", total.grain().word(), "dimension", words.dimension()));
        if (!members.tooShort().isEmpty()) {
            caveats.add(words.say("members_too_short", "members", words.list(members.tooShort().stream().map(this::name).toList())));
        }
        return caveats;
    }
}
