package org.salesconsultant.warehouse.semantic;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.semantic.RandomEvents.Event;

/** The metrics of DESIGN.md over the plain rows of one table of events. */
record PlainEvents(RandomEvents.Table table) implements PlainEvaluation.Sums {
    @Override
    public List<String> names() {
        return table.metrics();
    }

    @Override
    public PlainSum sum(String metric, List<? extends PlainRow> rows) {
        var events = rows.stream().map(Event.class::cast).toList();
        var all = BigDecimal.valueOf(events.size());
        return switch (metric) {
            case "opportunities", "contacts", "feedback_count", "interactions" -> plain(all);
            case "open_pipeline" -> plain(money("value", events.stream().filter(event -> event.values().containsKey("open")).toList()));
            case "won_value" -> plain(money("close_value", events.stream().filter(event -> event.values().containsKey("won")).toList()));
            case "win_rate" -> rate(sum(events, "won"), sum(events, "won").add(sum(events, "lost")));
            case "responses" -> plain(sum(events, "responded"));
            case "response_rate" -> rate(sum(events, "responded"), all);
            case "conversions" -> plain(sum(events, "converted"));
            case "conversion_rate" -> rate(sum(events, "converted"), known(events, "converted"));
            case "average_rating" -> rate(sum(events, "rating"), known(events, "rating"));
            case "spend", "quota" -> plain(money(metric, events));
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private static PlainSum plain(BigDecimal of) {
        return new PlainSum(of, null, null);
    }

    private static PlainSum rate(BigDecimal of, BigDecimal per) {
        return new PlainSum(of, per, null);
    }

    private static BigDecimal money(String value, List<Event> events) {
        return sum(events, value).movePointLeft(4);
    }

    private static BigDecimal sum(List<Event> events, String value) {
        return BigDecimal.valueOf(events.stream().map(event -> value(event, value)).filter(Objects::nonNull).mapToLong(Long::longValue).sum());
    }

    private static BigDecimal known(List<Event> events, String value) {
        return BigDecimal.valueOf(events.stream().map(event -> value(event, value)).filter(Objects::nonNull).count());
    }

    private static @Nullable Long value(Event event, String value) {
        return event.values().get(value);
    }
}
