package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isRole;
import static org.salesconsultant.assistant.planner.reading.Mention.isThing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Role;

/** Common words where they stand like something of the data: they narrow the number, and nothing here reads how. */
final class Qualifiers {
    /** Metrics that count customers by when they bought. */
    static final Set<String> COUNTED = Set.of("new_customers", "repeat_customers");

    private final List<Mention> mentions;

    private Qualifiers(List<Mention> mentions) {
        this.mentions = mentions;
    }

    /** The places of mentions that must not be dropped. A sentence without data has hardly any. */
    static List<Integer> unread(List<Mention> mentions) {
        boolean ofData = mentions.stream().anyMatch(Qualifiers::isOfData);
        var qualifiers = new Qualifiers(mentions);
        return IntStream.range(0, mentions.size()).filter(i -> (ofData || isRole(mentions.get(i), Role.INCLUDING) || isRole(mentions.get(i), Role.UNMODELLED)) && qualifiers.narrows(i))
                .boxed().toList();
    }

    /** "Revenue from new customers", 新客户的客单价: a count of customers where it narrows another number, which no total of it does. */
    static boolean countedNarrow(List<Mention> mentions) {
        var qualifiers = new Qualifiers(mentions);
        return IntStream.range(0, mentions.size()).anyMatch(i -> isCounted(mentions.get(i)) && (qualifiers.isOfMetric(i) || isMetric(qualifiers.at(qualifiers.skipTrade(i + 1)))));
    }

    /** "Segment loyal customers", 最忠诚的客户: a word that nobody knows says of which things; as does a common one that must not be dropped. */
    static boolean qualifies(List<Mention> mentions, Clause.Unknown unknown) {
        var qualifiers = new Qualifiers(mentions);
        return IntStream.range(0, mentions.size()).filter(i -> mentions.get(i).to() == unknown.to())
                .anyMatch(i -> mentions.get(i) instanceof Mention.OfRole || isOfData(qualifiers.at(isRole(qualifiers.at(i + 1), Role.POSSESSIVE) ? i + 2 : i + 1)));
    }

    private boolean isOfMetric(int i) {
        int before = skip(i - 1, -1);
        return at(before) instanceof Mention.OfRole(var from, var to, var role) && (role.isPreposition() || role == Role.BY) && isMetric(at(skip(before - 1, -1)));
    }

    private int skipTrade(int i) {
        int next = skip(at(i) instanceof Mention.OfTime ? i + 1 : i, 1);
        return isRole(at(next), Role.TRADE) ? skip(next + 1, 1) : next;
    }

    private static boolean isCounted(@Nullable Mention mention) {
        return mention instanceof Mention.OfMetric(var from, var to, var metric) && COUNTED.contains(metric);
    }

    private static boolean isMetric(@Nullable Mention mention) {
        return mention instanceof Mention.OfMetric && !isCounted(mention) || mention instanceof Mention.OfVague || mention instanceof Mention.OfEither;
    }

    private boolean narrows(int i) {
        return mentions.get(i) instanceof Mention.OfRole(var from, var to, var role) && switch (role) {
            case MOOD -> isSource(i) || isOwner(i) || at(i + 1) instanceof Mention.Unknown || isRole(at(i + 1), Role.ONES) || isPredicate(i);
            case AUDIENCE -> isSource(i) || isOwner(i) || isRole(at(skip(i + 1, 1)), Role.TRADE) || isRole(at(skip(i + 1, 1)), Role.ACQUIRE);
            case CHATTER -> isSource(i) || isOwned(i) || isInside(i);
            case SAME -> isThing(at(i + 1));
            case SHOW -> isRole(at(i - 1), Role.PREPOSITION) && isOfData(at(i + 1));
            case INSTEAD -> isOfData(at(i + 1)) && stretch(i, -1).anyMatch(Mention::isThing);
            case BUT -> isRead(at(i + 1)) && stretch(i, -1).anyMatch(mention -> isRole(mention, Role.TOTAL));
            case BOTH -> mentions.stream().filter(Mention.OfTime.class::isInstance).count() > 1 && isOfThings(i);
            case INCLUDING -> isRead(at(skip(i + 1, 1)));
            case FOLLOW_UP -> (isRole(at(skip(i - 1, -1)), Role.TRADE) || isThing(at(skip(i - 1, -1)))) && isOfData(at(skip(i + 1, 1)));
            case UNMODELLED -> true;
            case WHICH -> isOfData(at(i - 1)) && saysNothing(i + 1);
            default -> false;
        };
    }

    /** "Orders from the board", but not "a question from the board". */
    private boolean isSource(int i) {
        int before = skip(i - 1, -1);
        return (isRole(at(before), Role.PREPOSITION) || isRole(at(before), Role.BY)) && !isRole(at(skip(before - 1, -1)), Role.CHATTER);
    }

    /** "The newsletter's orders", "workshop revenue", "great customers" */
    private boolean isOwner(int i) {
        return isOfData(at(i + 1)) || isOwned(i);
    }

    /** 财务的销售额, 直接下单的客户 */
    private boolean isOwned(int i) {
        int next = isRole(at(i + 1), Role.TRADE) ? i + 2 : i + 1;
        return isRole(at(next), Role.POSSESSIVE) && isOfData(at(next + 1));
    }

    /** "Sales made at once this year": in the midst of what is asked, not around it. */
    private boolean isInside(int i) {
        return stretch(i, -1).anyMatch(Qualifiers::isRead) && stretch(i, 1).anyMatch(Qualifiers::isRead);
    }

    /** "Customers who are ready", "orders were easy" */
    private boolean isPredicate(int i) {
        int before = skip(i - 1, -1);
        return isOfData(at(isRole(at(before), Role.WHICH) ? skip(before - 1, -1) : before));
    }

    /** "Customers who bought both in May and in June": how many are in the one and the other is no number of either. */
    private boolean isOfThings(int i) {
        return IntStream.range(0, i).anyMatch(place -> isThing(mentions.get(place)) && !isRole(at(skip(place - 1, -1)), Role.BY));
    }

    private Stream<Mention> stretch(int i, int step) {
        return IntStream.iterate(i + step, place -> at(place) != null && !(at(place) instanceof Mention.OfSign), place -> place + step).mapToObj(mentions::get);
    }

    private static boolean isRead(@Nullable Mention mention) {
        return isOfData(mention) || mention instanceof Mention.OfMember || mention instanceof Mention.OfTime || mention instanceof Mention.OfRanking;
    }

    /** "Customers who take nothing else": up to the next sign nothing is read. */
    private boolean saysNothing(int from) {
        return mentions.stream().skip(from).takeWhile(mention -> !(mention instanceof Mention.OfSign))
                .allMatch(mention -> mention instanceof Mention.OfRole(var first, var last, var role) && role.isLost() && role != Role.TRADE);
    }

    /** The first place from here on that is not a word without meaning of its own. */
    private int skip(int i, int step) {
        int place = i;
        while (at(place) instanceof Mention.OfRole(var from, var to, var role) && role.isFiller()) {
            place += step;
        }
        return place;
    }

    private @Nullable Mention at(int i) {
        return i < 0 || i >= mentions.size() ? null : mentions.get(i);
    }

    private static boolean isOfData(@Nullable Mention mention) {
        return isThing(mention) || mention instanceof Mention.OfMetric || mention instanceof Mention.OfVague;
    }
}
