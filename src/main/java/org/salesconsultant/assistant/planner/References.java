package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Grain;
import org.salesconsultant.sales.NumberWords;
import org.salesconsultant.sales.Period;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.semantic.Filter;

/**
 * Finds words that stand for what an earlier answer showed: "the second one" for a member it listed, "both" for the two things
 * asked about last. What is left of the message changes the plan that they narrow.
 */
final class References {
    private static final String ORDINALS = "first|second|third|fourth|fifth|1st|2nd|3rd|[4-9]th|10th";
    private static final Pattern ENGLISH = Pattern.compile("\\b(?:(?:the|that|this)\\s+)?(?:(?<ordinal>" + ORDINALS + ")(?:\\s+(?:one|place|ranked|spot|on the list|(?<label>[a-z]+))|(?=\\s*(?:[.,?!;]|$|'s)))"
            + "|(?:number|no\\.?|nr\\.?|#)\\s*(?<number>one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|10)\\b|(?<last>last|bottom|lowest) one\\b|(?<top>top|best|highest|leading) one\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE = Pattern.compile("排名?(?:在)?第(?<place>[一二三四五六七八九十]|[1-9]|10)的那[个名位家款]|第(?<number>[一二三四五六七八九十]|[1-9]|10)(?:名|个|位|家|款|种)(?!季|周|天|月|年)"
            + "|(?<last>最后(?:面)?(?:那)?一?[个名位家款])|(?<top>(?:排)?(?:头|首)一?[个名位家款])");
    private static final Pattern THEY = Pattern.compile("\\b(?:each of (?:them|those|these)|all of (?:them|those|these)|they each|they|them|their|those|these)\\b|(?:他|她|它)们(?:各自|分别|每[个家位人])?的?|这(?:几|些)[个家位款]?的?|那(?:几|些)[个家位款]?的?", Pattern.CASE_INSENSITIVE);
    private static final Pattern THAT = Pattern.compile("\\b(?:all of (?:them|those|these)|that|this|those|these|they|them|it)\\b|(?:他|她|它)们|这(?:几|些)[个家位款]?|那(?:几|些)[个家位款]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL = Pattern.compile("\\b(?:their|they|them|respectively)\\b|分别|(?:他|她|它)们的?", Pattern.CASE_INSENSITIVE);
    /** What speaks of the first of a ranking; the plural only where the ranking had no second. */
    private static final Pattern ONE = Pattern.compile("\\b(?:he|she|him|her|his|its|(?<=\\b(?:of|for) )it)\\b|[他她它](?!们)的?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PERSON = Pattern.compile("\\b(?:he|she|him|her|his)\\b|[他她](?!们)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE = Pattern.compile(ONE + "|\\b(?:they|them|their)\\b|[他她它]们的?", Pattern.CASE_INSENSITIVE);
    private static final int MOST_OF_THEM = 10;
    /** Two of something that is no period. */
    private static final Pattern MEMBERS = Pattern.compile("客户|产品|城市|国家|地区|区|品类|渠道|销售|代表|[家位款]");
    private static final int LOOKED_BACK = 5;
    private static final int LAST = -1;

    private final Pattern both;
    private final Periods periods;
    private final Sentences sentences;

    /** @param both words for the two things spoken of last */
    References(List<String> both, Periods periods, Sentences sentences) {
        this.both = Pattern.compile("(?<![a-z])(?:" + String.join("|", both) + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
        this.periods = periods;
        this.sentences = sentences;
    }

    /**
     * @param plan what was asked of what the words stand for, without the ranking it was found by
     * @param rest the message without them
     * @param named the message with the member's name in their place; null where they stand for several things
     * @param narrowed whether the plan is narrowed to a member now
     */
    record Resolved(Plan plan, String rest, @Nullable String named, boolean narrowed) {}

    /** @return null where nothing refers to what was shown @throws Refusal where the answer had not so many rows */
    @Nullable Resolved resolve(String message, Dialogue dialogue, boolean totals, boolean asksWhich, boolean excludes) {
        var last = dialogue.last();
        if (last == null) {
            return null;
        }
        var shown = dialogue.shown();
        var members = shown == null || asksWhich ? null : listed(message, last, shown, excludes); // "who was number one in 2024?" asks anew
        if (members == null && shown != null) {
            members = all(message, last, shown, totals);
        }
        if (members != null) {
            return members;
        }
        var two = both(message, dialogue.plans(), totals);
        return two != null ? two : several(message, dialogue.plans(), totals);
    }

    private @Nullable Resolved listed(String message, Plan last, Dialogue.Shown shown, boolean excludes) {
        var matcher = (message.codePoints().anyMatch(Character::isIdeographic) ? CHINESE : ENGLISH).matcher(message);
        var found = matcher.results().filter(match -> !isOther(match, shown)).toList();
        if (found.isEmpty() && last.slots().order() != null && FollowUps.REFERRED.contains(shown.dimension())) {
            found = alone(message, last.slots().limit());
        }
        if (found.isEmpty()) {
            return null;
        }
        Set<String> members = new LinkedHashSet<>();
        for (var match : found) {
            int place = place(match);
            if (place > shown.members().size() || shown.members().isEmpty()) {
                throw sentences.clarify(sentences.say("no_such_row", "rows", shown.members().size()), List.of());
            }
            members.add(place == LAST ? shown.members().getLast() : shown.members().get(place - 1));
        }
        if (excludes) {
            var named = named(message, found.getFirst(), members.iterator().next());
            return new Resolved(last, named, named, false); // "without the first one"
        }
        var dimension = shown.dimension();
        var filter = new Filter(dimension, members.size() == 1 ? Filter.Operator.IS : Filter.Operator.IN, List.copyOf(members));
        var slots = last.slots().replacingFilters(List.of(filter)).withOrder(null).withLimit(null).withExtras(Slots.Extras.NONE);
        if (members.size() == 1) {
            slots = slots.withDimensions(slots.dimensions().stream().filter(name -> !name.equals(dimension)).toList());
        }
        return new Resolved(new Plan(last.tool(), slots), without(message, found), members.size() == 1 ? named(message, found.getFirst(), members.iterator().next()) : null, true);
    }

    /** Whether somebody is spoken of by a pronoun that no group can have. */
    static boolean speaksOfOne(String text) {
        return PERSON.matcher(text).find();
    }

    /** "Who is our best rep?" "What did she sell in May?": of the three best, nobody is "she". */
    private static List<MatchResult> alone(String message, @Nullable Integer limit) {
        boolean few = limit != null && limit != 1 && limit != MetricSlots.RANKING_ROWS;
        return few ? List.of() : (limit != null && limit == 1 ? ALONE : ONE).matcher(message).results().toList();
    }

    /** "How many orders did each of them place?", "how much is that all together?": the few that a ranking showed. */
    private static @Nullable Resolved all(String message, Plan last, Dialogue.Shown shown, boolean totals) {
        var slots = last.slots();
        var match = (totals ? THAT : THEY).matcher(message);
        if (slots.order() == null || slots.limit() == null || shown.members().size() < 2 || shown.members().size() < slots.limit() || slots.limit() > MOST_OF_THEM || !match.find()) {
            return null;
        }
        var members = shown.members().subList(0, slots.limit());
        var filtered = slots.replacingFilters(List.of(new Filter(shown.dimension(), Filter.Operator.IN, members))).withOrder(null).withLimit(null).withExtras(Slots.Extras.NONE);
        var rest = (message.substring(0, match.start()) + " " + message.substring(match.end())).strip();
        return new Resolved(new Plan(last.tool(), totals ? filtered.withDimensions(slots.dimensions().stream().filter(name -> !name.equals(shown.dimension())).toList()) : filtered), rest, null, false);
    }

    /** "The second quarter" is no row of a list of customers. */
    private static boolean isOther(MatchResult match, Dialogue.Shown shown) {
        var label = match.namedGroups().containsKey("label") ? match.group("label") : null;
        return label != null && !label.equalsIgnoreCase(shown.dimension()) && !label.equalsIgnoreCase("account") && !label.equalsIgnoreCase("client");
    }

    private static int place(MatchResult match) {
        if (match.namedGroups().isEmpty()) {
            return 1;
        }
        if (match.group("last") != null) {
            return LAST;
        }
        if (match.group("top") != null) {
            return 1;
        }
        var number = match.namedGroups().containsKey("place") && match.group("place") != null ? match.group("place") : match.group("number");
        if (number != null) {
            return NumberWords.read(number);
        }
        var ordinal = match.group("ordinal").toLowerCase(java.util.Locale.ROOT);
        return Character.isDigit(ordinal.charAt(0)) ? Integer.parseInt(ordinal.replaceAll("\\D", "")) : NumberWords.read(ordinal);
    }

    private static String without(String message, List<MatchResult> found) {
        var rest = new StringBuilder(message);
        found.reversed().forEach(match -> rest.replace(match.start(), match.end(), " "));
        return rest.toString().strip();
    }

    private static String named(String message, MatchResult match, String member) {
        return message.substring(0, match.start()) + "\"" + member + "\"" + message.substring(match.end());
    }

    /** The two asked about last: members of one dimension, or two periods. */
    private @Nullable Resolved both(String message, List<Plan> plans, boolean totals) {
        var match = both.matcher(message);
        if (!match.find()) {
            return null;
        }
        return joined(message, match, plans, totals);
    }

    /** "What about their margin rates?", after one rep and then another; a customer alone is "they" too. */
    private @Nullable Resolved several(String message, List<Plan> plans, boolean totals) {
        var match = SEVERAL.matcher(message);
        boolean ofCustomer = !plans.getLast().slots().members("customer").isEmpty();
        return ofCustomer || !match.find() || plans.getLast().slots().dimensions().size() > 0 ? null : joined(message, match, plans, totals);
    }

    private @Nullable Resolved joined(String message, Matcher match, List<Plan> plans, boolean totals) {
        var rest = (message.substring(0, match.start()) + " " + message.substring(match.end())).strip();
        var last = plans.getLast();
        var slots = last.slots();
        if (slots.compareTo() != null || slots.filters().stream().anyMatch(filter -> !Slots.isExclusion(filter) && filter.values().size() == 2)) {
            return new Resolved(new Plan(last.tool(), totals ? ofAll(slots) : slots), rest, null, false);
        }
        boolean ofMembers = MEMBERS.matcher(match.group()).find();
        for (int i = plans.size() - 2; i >= Math.max(0, plans.size() - LOOKED_BACK); i--) {
            var joined = joined(plans.get(i).slots(), slots, totals, ofMembers);
            if (joined != null) {
                return new Resolved(new Plan(last.tool(), joined), rest, null, false);
            }
        }
        return null;
    }

    /** One number of the two named members. */
    private static Slots ofAll(Slots slots) {
        return slots.withDimensions(slots.dimensions().stream().filter(name -> slots.members(name).size() != 2).toList());
    }

    private @Nullable Slots joined(Slots one, Slots other, boolean totals, boolean ofMembers) {
        var differing = other.filters().stream().filter(filter -> !one.filters().contains(filter)).toList();
        if (differing.size() == 1 && one.filters().size() == other.filters().size()) {
            var dimension = differing.getFirst().dimension();
            Set<String> members = new LinkedHashSet<>(one.members(dimension));
            members.addAll(other.members(dimension));
            if (members.size() < 2) {
                return null;
            }
            var slots = other.replacingFilters(List.of(new Filter(dimension, Filter.Operator.IN, List.copyOf(members))));
            return totals ? slots : slots.withDimensions(with(slots.dimensions(), dimension));
        }
        return differing.isEmpty() && !ofMembers ? ofPeriods(one, other, totals) : null;
    }

    private @Nullable Slots ofPeriods(Slots one, Slots other, boolean totals) {
        if (one.period() == null || other.period() == null || one.period().equals(other.period())) {
            return null;
        }
        try {
            var first = periods.read(one.period());
            var second = periods.read(other.period());
            var earlier = first.from().isBefore(second.from()) ? first : second;
            var later = earlier == first ? second : first;
            if (!earlier.end().equals(later.from())) {
                return other.withPeriod(later.name()).withCompareTo(earlier.name());
            }
            var slots = other.withPeriod(periods.between(earlier.from(), later.lastDay()).name()).withCompareTo(null);
            var grain = grain(earlier, later);
            return totals || grain == null ? slots : slots.withDimensions(with(slots.dimensions(), grain));
        } catch (UserError e) {
            return null;
        }
    }

    /** The step that both periods are one of. */
    static @Nullable String grain(Period one, Period other) {
        for (var grain : Grain.values()) {
            if (grain.start(one.from()).equals(one.from()) && grain.plus(one.from(), 1).equals(one.end()) && grain.plus(other.from(), 1).equals(other.end())) {
                return grain.name().toLowerCase(java.util.Locale.ROOT);
            }
        }
        return null;
    }

    private static List<String> with(List<String> dimensions, String more) {
        List<String> all = new ArrayList<>(dimensions);
        if (!all.contains(more)) {
            all.add(more);
        }
        return all;
    }
}
