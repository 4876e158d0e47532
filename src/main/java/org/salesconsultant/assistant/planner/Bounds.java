package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isRole;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.NumberWords;
import org.salesconsultant.warehouse.semantic.Filter;

/**
 * What a sentence wants members to reach: "revenue over 10,000", "more than 10 orders". A bound that lacks its metric or its
 * number is not read, so that its words stay open.
 *
 * @param filters one for each bound, on a metric
 * @param taken the mentions they are made of, by place
 */
record Bounds(List<Filter> filters, Set<Integer> taken) {
    private static final Pattern NUMBER = Pattern.compile("\\s*(?:of\\s+)?[£$€¥￥]?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+|(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b|[一两二三四五六七八九十]{1,2}(?=次|个|单|笔|件|千|万|百万|亿))(\\.\\d+)?\\s*(k(?!\\p{L})|m(?!\\p{L})|thousand|million|%|千|万|百万|亿)?(?![\\d.,]*\\d)",
            Pattern.CASE_INSENSITIVE);
    private static final String OVER = "over";
    private static final Set<String> COUNTED_BY_ORDERS = Set.of("orders", "customers");
    /** "ordered more than 50 times" */
    private static final Set<String> TIMES = Set.of("times", "次", "回");
    private static final Set<String> STEPS = Set.of("day", "week", "month", "quarter", "year");

    static Bounds of(Reading reading, List<Mention> mentions) {
        var bounds = new Bounds(new ArrayList<>(), new HashSet<>());
        for (int i = 0; i < mentions.size(); i++) {
            var op = operator(reading, mentions, i);
            if (op != null) {
                bounds.read(reading, mentions, i, op);
            }
        }
        return bounds;
    }

    private void read(Reading reading, List<Mention> mentions, int at, Filter.Operator op) {
        var text = reading.text();
        var number = NUMBER.matcher(text).region(end(reading, mentions.get(at)), text.length());
        if (!number.lookingAt()) {
            return;
        }
        int after = at + 1;
        while (after < mentions.size() && end(reading, mentions.get(after)) <= number.end()) {
            after++;
        }
        boolean cut = after < mentions.size() && reading.tokens().get(mentions.get(after).from()).start() < number.end();
        int before = before(mentions, at);
        boolean times = after < mentions.size() && TIMES.contains(reading.words(mentions.get(after)).toLowerCase(Locale.ROOT)) && isRole(before < 0 ? null : mentions.get(before), Role.TRADE);
        var following = times ? "orders" : after < mentions.size() ? metric(mentions.get(after), true) : null;
        var preceding = before < 0 || isSteps(after < mentions.size() ? mentions.get(after) : null) ? null : metric(mentions.get(before), false);
        var spent = before >= 0 && following == null && preceding == null && isRole(mentions.get(before), Role.TRADE) && ofMoney(reading, mentions, before, at) ? "revenue" : null;
        var metric = following != null ? following : preceding != null ? preceding : spent;
        if (cut || metric == null) {
            return;
        }
        var value = value(number.group(1), number.group(2), number.group(3));
        if (!(op == Filter.Operator.AT_LEAST && "1".equals(value) && COUNTED_BY_ORDERS.contains(metric))) { // "customers who placed at least one order" are all of them
            filters.add(new Filter(metric, op, List.of(value)));
        }
        for (int i = at; i < after; i++) {
            taken.add(i);
        }
        if (spent == null) {
            taken.add(following != null ? after : before);
        }
    }

    /** "bought for more than 10,000", "spent over £500" */
    private static boolean ofMoney(Reading reading, List<Mention> mentions, int trade, int at) {
        return reading.words(mentions.get(trade).to() - 1, mentions.get(at).from()).toLowerCase(Locale.ROOT).endsWith(" for")
                || reading.text().substring(end(reading, mentions.get(at))).strip().matches("(?s)(?:of\\s+)?[£$€¥￥].*");
    }

    /** "orders over 3 months" bounds nothing. */
    private static boolean isSteps(@Nullable Mention mention) {
        return mention instanceof Mention.OfDimension dimension && STEPS.contains(dimension.dimension());
    }

    /** The mention just before, times, forms of "to be" and "of" not counted. */
    private static int before(List<Mention> mentions, int at) {
        int before = at - 1;
        while (before >= 0 && (mentions.get(before) instanceof Mention.OfTime || mentions.get(before) instanceof Mention.OfRole(var from, var to, var role)
                && (role == Role.FUNCTION || role == Role.SHOW || role.isPreposition()))) {
            before--;
        }
        return before;
    }

    private static @Nullable String metric(Mention mention, boolean counted) {
        return switch (mention) {
            case Mention.OfMetric metric -> metric.metric();
            case Mention.OfEither either -> counted ? either.metric() : null;
            case Mention.OfVague vague -> counted ? null : vague.words().usually();
            default -> null;
        };
    }

    private static Filter.@Nullable Operator operator(Reading reading, List<Mention> mentions, int i) {
        if (!(mentions.get(i) instanceof Mention.OfRole(var from, var to, var role))) {
            return null;
        }
        return switch (role) {
            case MORE_THAN -> Filter.Operator.MORE_THAN;
            case LESS_THAN -> Filter.Operator.LESS_THAN;
            case AT_LEAST -> Filter.Operator.AT_LEAST;
            case AT_MOST -> Filter.Operator.AT_MOST;
            case FUNCTION -> OVER.equalsIgnoreCase(reading.words(from, to)) ? Filter.Operator.MORE_THAN : null;
            default -> null;
        };
    }

    private static String value(String whole, @Nullable String decimals, @Nullable String unit) {
        var digits = (Character.isDigit(whole.charAt(0)) ? new BigDecimal(whole.replace(",", "") + (decimals == null ? "" : decimals)) : BigDecimal.valueOf(NumberWords.read(whole)));
        return unit == null ? digits.toPlainString() : "%".equals(unit) ? digits.toPlainString() + "%"
                : digits.movePointRight(zeros(unit.toLowerCase(Locale.ROOT))).toPlainString();
    }

    private static int zeros(String unit) {
        return switch (unit) {
            case "m", "million", "百万" -> 6;
            case "万" -> 4;
            case "亿" -> 8;
            case String thousand -> 3;
        };
    }

    private static int end(Reading reading, Mention mention) {
        return reading.tokens().get(mention.to() - 1).end();
    }
}
