package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isMetric;
import static org.salesconsultant.assistant.planner.reading.Mention.isRole;
import static org.salesconsultant.assistant.planner.reading.Mention.isThing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Mention.MemberOf;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.assistant.planner.reading.Token;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.warehouse.semantic.AmbiguousWords;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Phrase;

/** Tells apart what the mentions of one sentence do; used once. */
final class ClauseReader {
    private static final Set<Role> BEFORE_DIMENSION = EnumSet.of(Role.BY, Role.WHICH, Role.WHICH_ONE, Role.TOP, Role.BOTTOM, Role.OTHER);
    /** What a name means first where it is also one of a campaign's or the like: "orders by phone". */
    private static final Set<String> OF_SALES = Set.of("country", "region", "rep", "category", "channel", "customer_type");
    private static final Set<String> GRAINS = Set.of("day", "week", "month", "quarter", "year");
    private static final Set<String> OF_NAMES = Set.of("product", "customer");
    private static final Set<String> WHO = Set.of("who", "谁");
    private static final String PLUS = "+";
    /** These rank beside a number only: 后三名, "the first 5". */
    private static final Set<String> EDGES = Set.of("后", "first");
    private static final String QUANTITY_SIGNS = "%$£€¥￥<>=≥≤+*";

    private final Reading reading;
    private final List<Mention> mentions;

    private final List<String> metrics = new ArrayList<>();
    private final List<String> dimensions = new ArrayList<>();
    private final Map<String, List<String>> included = new LinkedHashMap<>();
    private final Map<String, List<String>> excluded = new LinkedHashMap<>();
    private final List<TimeMention> times = new ArrayList<>();
    private final List<Phrase> rankings = new ArrayList<>();
    private final List<AmbiguousWords> vague = new ArrayList<>();
    private final List<Mention.OfMember> shared = new ArrayList<>();
    private final List<Mention.OfNumber> strayNumbers = new ArrayList<>();
    private final List<Clause.Unknown> unknown = new ArrayList<>();
    private final EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable Integer limit;
    private boolean excluding;
    private boolean singular;

    private ClauseReader(Reading reading, List<Mention> mentions) {
        this.reading = reading;
        this.mentions = mentions;
    }

    static Clause read(Reading reading, List<Mention> mentions) {
        var said = mentions.stream().filter(mention -> !(mention instanceof Mention.OfSign(var from, var to, var sign, var hard) && Reading.QUOTES.contains(sign))).toList();
        return new ClauseReader(reading, said.isEmpty() ? mentions : said).read(); // names in quotes are known by now
    }

    private Clause read() {
        var bounds = mentions.stream().anyMatch(mention -> mention instanceof Mention.OfRole(var from, var to, var role) && role == Role.EXCLUDE)
                ? new Bounds(List.of(), Set.of()) : Bounds.of(reading, mentions);
        for (int i = 0; i < mentions.size(); i++) {
            if (!bounds.taken().contains(i)) {
                add(i);
            }
        }
        Qualifiers.unread(mentions).forEach(this::leaveOpen);
        ratios().forEach(this::leaveOpen);
        bound(bounds.filters());
        List<Filter> filters = new ArrayList<>();
        included.forEach((dimension, values) -> filters.add(new Filter(dimension,
                values.size() == 1 ? Filter.Operator.IS : Filter.Operator.IN, List.copyOf(values))));
        excluded.forEach((dimension, values) -> values.forEach(value -> filters.add(new Filter(dimension, Filter.Operator.IS_NOT, List.of(value)))));
        Set<String> joined = new LinkedHashSet<>();
        included.forEach((dimension, values) -> {
            if (values.size() > 1) {
                joined.add(dimension);
            }
        });
        return new Clause(reading, mentions, metrics, dimensions, filters, joined, times, rankings, vague, shared, limit, strayNumbers,
                unknown, roles, leftOut, singular, bounds.filters(), window());
    }

    /** "Revenue per unit": one number by another, which only a ranking or a metric of that name can mean. */
    private List<Integer> ratios() {
        return metrics.size() < 2 || !dimensions.isEmpty() || ranked() ? List.of()
                : IntStream.range(1, mentions.size()).filter(i -> isMetric(mentions.get(i)) && isRole(mentions.get(i - 1), Role.BY)).mapToObj(i -> i - 1).toList();
    }

    /** Members that reach a value are shown with it; of another metric's value for them nothing is guessed. */
    private void bound(List<Filter> bounds) {
        if (!bounds.isEmpty() && dimensions.isEmpty() && (asksWho() || roles.contains(Role.WHICH) && included.containsKey("customer_type"))) {
            dimensions.add("customer");
        }
        var bounded = bounds.stream().map(Filter::dimension).distinct().toList();
        if (!bounded.isEmpty() && (!bounded.containsAll(metrics) || dimensions.isEmpty())) {
            var first = mentions.getFirst();
            unknown.add(new Clause.Unknown(first.from(), mentions.getLast().to(), reading.words(first.from(), mentions.getLast().to()), null, false));
        }
        bounded.stream().filter(metric -> !metrics.contains(metric)).forEach(metrics::add);
    }

    /** "who ordered more than 5 times" */
    private boolean asksWho() {
        return mentions.stream().anyMatch(mention -> WHO.contains(reading.words(mention).toLowerCase(Locale.ROOT)));
    }

    /** The one number beside "moving average" says how many steps. */
    private @Nullable Integer window() {
        if (!roles.contains(Role.MOVING) || strayNumbers.size() != 1 || strayNumbers.getFirst().value() < 2) {
            return null;
        }
        return strayNumbers.removeFirst().value();
    }

    private void add(int i) {
        var mention = mentions.get(i);
        switch (mention) {
            case Mention.OfRole(var from, var to, var role) -> role(i, role);
            case Mention.OfMember member -> member(i, member);
            case Mention.OfMetric metric -> metric(i, metric.metric());
            case Mention.OfDimension dimension -> dimension(i, dimension.dimension());
            case Mention.OfEither either -> {
                if (isWhose(i, either.dimension())) {
                    return;
                }
                if (isSplit(i)) {
                    dimension(i, either.dimension());
                } else if (!isLabel(i, either.dimension())) {
                    metric(i, either.metric());
                }
            }
            case Mention.OfVague(var from, var to, var words) -> {
                if (excluding) {
                    leftOut.add(words.usually());
                } else {
                    vague.add(words);
                }
            }
            case Mention.OfRanking(var from, var to, var phrase) -> {
                rankings.add(phrase);
                excludeRank(i);
            }
            case Mention.OfTime time -> time(i, time);
            case Mention.OfNumber number -> number(i, number);
            case Mention.OfSign(var from, var to, var sign, var hard) -> {
                if (QUANTITY_SIGNS.contains(sign) && !sign.isEmpty() && !(PLUS.equals(sign) && isMetric(before(i)) && isMetric(next(i)))) {
                    unknown.add(new Clause.Unknown(from, to, sign, null, false));
                }
            }
            case Mention.Unknown(var from, var to) -> unknown(i, from, to);
        }
        if (!(mention instanceof Mention.OfRole) && !(mention instanceof Mention.OfMember) && !isLabelled(i) && !isSoftStop(mention)) {
            excluding = false;
        }
    }

    /** "excl. UK" */
    private static boolean isSoftStop(Mention mention) {
        return mention instanceof Mention.OfSign(var from, var to, var sign, var hard) && ".".equals(sign) && !hard;
    }

    private void role(int i, Role role) {
        if (EDGES.contains(reading.words(mentions.get(i)).toLowerCase(Locale.ROOT)) && !(next(i) instanceof Mention.OfNumber)) {
            if (isMetric(next(i)) && !isHan(mentions.get(i).from())) {
                leaveOpen(i); // "first orders" may be orders of new customers
            }
            return; // 剔除咖啡后 is no ranking from below, 后三名 is
        }
        roles.add(role);
        switch (role) {
            case UP, DOWN -> degree(i, role);
            case THERE -> {
                if (before(i) instanceof Mention.OfMember) {
                    roles.remove(Role.THERE); // 利兹那边 says where
                }
            }
            case EXCLUDE -> {
                excluding = next(i) != null || !(before(i) instanceof Mention.OfMember);
                if (!excluding) {
                    excludeBefore(i); // 把咖啡去掉
                }
            }
            case EXCLUDED_BEFORE -> {
                excludeBefore(i);
                excluding = false;
            }
            case THRESHOLD, MORE_THAN, LESS_THAN, AT_LEAST, AT_MOST -> leaveOpen(i);
            case ALSO -> {
                if (isRole(before(i), Role.TRADE)) {
                    leaveOpen(i); // "ordered again"
                }
            }
            case PREPOSITION, FOR, BY -> excluding &= !(before(i) instanceof Mention.OfMember);
            case TOP, BOTTOM -> {
                excludeRank(i);
                excluding = false;
            }
            case FUNCTION, SHOW, ARTICLE, POSSESSIVE, ADDRESS, ONES, BOTH, BUT, INCLUDING, UNMODELLED, AND, ADD, TOTAL, WHOLE, CHATTER, AUDIENCE, MOOD, SAME -> { }
            case VERSUS, CHANGE, GROWTH, OTHER, WHICH, WHICH_ONE, HOW_MANY, HOW_MUCH, TRADE, ACQUIRE, FOLLOW_UP, INSTEAD, PRONOUN, WHY, NARROWING, TREND, SHARE, CUMULATIVE,
                    MOVING ->
                    excluding = false;
        }
    }

    /** "More orders in May than in April", "whose margin is higher": of two or of all; else nothing says than what. */
    private void degree(int i, Role role) {
        boolean asksWhich = mentions.stream().anyMatch(mention -> isRole(mention, Role.WHICH) || isRole(mention, Role.WHICH_ONE));
        if (mentions.stream().anyMatch(mention -> isRole(mention, Role.VERSUS))) {
            return;
        }
        if (asksWhich && (next(i) == null || next(i) instanceof Mention.OfSign || isRole(next(i), Role.FUNCTION))) {
            roles.add(role == Role.UP ? Role.TOP : Role.BOTTOM);
        } else {
            leaveOpen(i);
        }
    }

    /** "Revenue without the top customer": who that is would have to be found first. */
    private void excludeRank(int i) {
        int before = i - 1;
        while (before >= 0 && mentions.get(before) instanceof Mention.OfRole(var from, var to, var role) && role.isFiller()) {
            before--;
        }
        if (before >= 0 && isRole(mentions.get(before), Role.EXCLUDE)) {
            leaveOpen(i);
        }
    }

    /** A word that could change the numbers and cannot be read here. */
    private void leaveOpen(int i) {
        var mention = mentions.get(i);
        unknown.add(new Clause.Unknown(mention.from(), mention.to(), reading.words(mention), null, false));
    }

    private void member(int i, Mention.OfMember mention) {
        if (isLabelBehind(i, mention)) {
            member(i, new Mention.OfMember(mention.from(), mention.to(), labelled(i, mention)));
            return;
        }
        var ofSales = mention.members().stream().filter(member -> OF_SALES.contains(member.dimension())).toList();
        if (ofSales.size() == 1 && mention.members().size() > 1 && mention.members().stream().noneMatch(member -> OF_NAMES.contains(member.dimension()))) {
            member(i, new Mention.OfMember(mention.from(), mention.to(), ofSales));
            return;
        }
        var dimensionsNamed = mention.members().stream().map(MemberOf::dimension).distinct().toList();
        if (dimensionsNamed.size() > 1 || mention.members().size() > 1 && !"product".equals(dimensionsNamed.getFirst())) {
            shared.add(mention);
            return;
        }
        var target = excluding ? excluded : included;
        for (var member : mention.members()) {
            var values = target.computeIfAbsent(member.dimension(), any -> new ArrayList<>());
            if (!values.contains(member.value())) {
                values.add(member.value());
            }
        }
    }

    /** "the Phone channel": the word behind says which of those called so. */
    private boolean isLabelBehind(int i, Mention.OfMember mention) {
        var labelled = labelled(i, mention);
        return !labelled.isEmpty() && labelled.size() < mention.members().size();
    }

    private List<MemberOf> labelled(int i, Mention.OfMember mention) {
        var label = switch (nextBut(i)) {
            case Mention.OfDimension dimension -> dimension.dimension();
            case Mention.OfEither either -> either.dimension();
            case null, default -> null;
        };
        return mention.members().stream().filter(member -> member.dimension().equals(label)).toList();
    }

    /** 英国以外: the members just before are left out. */
    private void excludeBefore(int i) {
        for (int back = i - 1; back >= 0; back--) {
            switch (mentions.get(back)) {
                case Mention.OfMember member -> member.members().forEach(one -> {
                    var values = included.get(one.dimension());
                    if (values != null && values.remove(one.value())) {
                        excluded.computeIfAbsent(one.dimension(), any -> new ArrayList<>()).add(one.value());
                    }
                });
                case Mention.OfRole(var from, var to, var role) when role == Role.AND || role.isFiller() -> { }
                default -> {
                    included.values().removeIf(List::isEmpty);
                    return;
                }
            }
        }
        included.values().removeIf(List::isEmpty);
    }

    private void metric(int i, String name) {
        if (excluding && !(beforeBut(i) instanceof Mention.OfMember)) {
            leftOut.add(name);
        } else if (roleBefore(i) == Role.BY && !metrics.isEmpty() && !metrics.contains(name)) {
            metrics.addFirst(name);
        } else if (!metrics.contains(name)) {
            metrics.add(name);
        }
    }

    private void dimension(int i, String name) {
        if (isLabel(i, name) || isLeftOutKind(i, name) || isEverything(i) || isWhose(i, name) || isCountedInAll(i)) {
            return;
        }
        if (roles.contains(Role.SHARE) && GRAINS.contains(name) && beforeBut(i) instanceof Mention.OfRole(var from, var to, var role) && (role == Role.SHARE || role.isPreposition())) {
            leaveOpen(i); // "as a share of the year": a part of more than was asked about
            return;
        }
        if (roleBefore(i) == Role.HOW_MANY || "customer".equals(name) && roleBefore(i) != Role.BY && isCountedBehind(i) && metrics.isEmpty()) {
            counted(i, name);
            return;
        }
        if (roleBefore(i) == Role.OTHER && (!excluded.isEmpty() || roles.contains(Role.EXCLUDE)) && !ranked()) {
            return;
        }
        if (!dimensions.contains(name)) {
            dimensions.add(name);
        }
        var words = reading.words(mentions.get(i));
        singular |= roleBefore(i) == Role.WHICH_ONE || words.startsWith("哪") && !words.startsWith("哪些") || !words.endsWith("s") && !words.endsWith("S") && (roleBefore(i) == Role.WHICH || roleBefore(i) == Role.TOP || roleBefore(i) == Role.BOTTOM)
                && words.codePoints().noneMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    /** "How many customers": of the dimensions only customers are counted by a metric. */
    private void counted(int i, String dimension) {
        var mention = mentions.get(i);
        if ("customer".equals(dimension)) {
            metric(i, "customers");
        } else {
            unknown.add(new Clause.Unknown(mention.from(), mention.to(), reading.words(mention), null, false));
        }
    }

    /** 客户有几个, 客户一共几个 */
    private boolean isCountedBehind(int i) {
        return isRole(next(i), Role.HOW_MANY) || isRole(next(i), Role.TOTAL) && i + 2 < mentions.size() && isRole(mentions.get(i + 2), Role.HOW_MANY);
    }

    private boolean ranked() {
        return roles.contains(Role.TOP) || roles.contains(Role.BOTTOM) || roles.contains(Role.WHICH) || roles.contains(Role.WHICH_ONE);
    }

    /** "country Germany", "Germany customers" apart: the word says what kind of member stands beside it. */
    private boolean isLabel(int i, String dimension) {
        return isMemberOf(i + 1, dimension) || isMemberOf(i - 1, dimension) && roleBefore(i) == null;
    }

    /** 去掉酒店客户: the customers of a kind that is left out. */
    private boolean isLeftOutKind(int i, String dimension) {
        return excluding && "customer".equals(dimension) && isMemberOf(i - 1, "customer_type");
    }

    private boolean isLabelled(int i) {
        return switch (mentions.get(i)) {
            case Mention.OfDimension dimension -> isLabel(i, dimension.dimension());
            case Mention.OfEither either -> isLabel(i, either.dimension());
            default -> false;
        };
    }

    /** "Revenue of restaurant customers", 餐厅客户的销售额: says whose, and splits by nothing. */
    private boolean isWhose(int i, String dimension) {
        return "customer".equals(dimension) && beforeBut(i) instanceof Mention.OfMember && !ranked() && namesOtherMetric();
    }

    /** 今年的活动一共触达了多少人: one number of all of them, where nothing says that each is wanted. */
    private boolean isCountedInAll(int i) {
        boolean inAll = mentions.stream().anyMatch(mention -> isRole(mention, Role.TOTAL)) && mentions.stream().anyMatch(mention -> isRole(mention, Role.HOW_MANY) || mention instanceof Mention.OfMetric);
        return inAll && isHan(mentions.get(i).from()) && isRole(before(i), Role.POSSESSIVE) && !ranked() && isRole(nextBut(i), Role.TOTAL);
    }

    /** "all countries except …" */
    private boolean isEverything(int i) {
        return before(i) instanceof Mention.OfRole(var from, var to, var role) && role == Role.TOTAL
                && mentions.stream().anyMatch(mention -> mention instanceof Mention.OfRole(var f, var t, var other) && other == Role.EXCLUDE);
    }

    private boolean isMemberOf(int i, String dimension) {
        return i >= 0 && i < mentions.size() && mentions.get(i) instanceof Mention.OfMember member
                && member.members().stream().anyMatch(one -> one.dimension().equals(dimension));
    }

    /** Whether "customers" at this place splits by customer, and does not ask how many there are. */
    private boolean isSplit(int i) {
        var before = roleBefore(i);
        if (before == Role.HOW_MANY) {
            return false;
        }
        if ((before == Role.TOP || before == Role.BOTTOM) && !dimensions.isEmpty()) {
            return false; // "which countries have the most customers"
        }
        if (before != null && BEFORE_DIMENSION.contains(before) || before(i) instanceof Mention.OfNumber) {
            return true;
        }
        if (isRole(next(i), Role.WHICH)) {
            return true; // "customers who …"
        }
        return namesOtherMetric() && before != Role.AND && !(next(i) instanceof Mention.OfRole(var from, var to, var role) && role == Role.AND);
    }

    /** "Forget last year: …" says nothing of the question; a stretch to leave out of another cannot be asked for. */
    private void time(int i, Mention.OfTime mention) {
        if (!excluding) {
            times.add(mention.time());
        } else if (!(next(i) == null && metrics.isEmpty() || next(i) instanceof Mention.OfSign)) {
            unknown.add(new Clause.Unknown(mention.from(), mention.to(), reading.words(mention), null, false));
        }
    }

    private boolean namesOtherMetric() {
        return mentions.stream().anyMatch(mention -> mention instanceof Mention.OfMetric || mention instanceof Mention.OfVague);
    }

    private void number(int i, Mention.OfNumber number) {
        boolean afterRank = isRank(before(i)) || isRank(next(i));
        boolean beforeRankedDimension = isRank(beforeBut(i)) || mentions.stream().anyMatch(ClauseReader::isRank) && isThing(nextBut(i));
        if (limit == null && number.value() > 0 && (afterRank || beforeRankedDimension)) {
            limit = number.value();
        } else if (isTalk(before(i)) || isTalk(next(i))) {
            return; // "slide 4", "in 10 minutes"
        } else if (number.value() != 1 || number.to() - number.from() != 1 || !isWordOne(number)) {
            strayNumbers.add(number);
        }
    }

    private static boolean isTalk(@Nullable Mention mention) {
        return isRole(mention, Role.CHATTER) || isRole(mention, Role.AUDIENCE);
    }

    private boolean isWordOne(Mention.OfNumber number) {
        return !Character.isDigit(reading.words(number).charAt(0));
    }

    private static boolean isRank(@Nullable Mention mention) {
        return mention instanceof Mention.OfRole(var from, var to, var role) && (role == Role.TOP || role == Role.BOTTOM)
                || mention instanceof Mention.OfRanking;
    }

    private void unknown(int i, int from, int to) {
        var last = unknown.isEmpty() ? null : unknown.getLast();
        boolean han = isHan(from);
        if (last != null && last.to() == from && isHan(last.from()) == han) {
            unknown.set(unknown.size() - 1, new Clause.Unknown(last.from(), to, reading.words(last.from(), to), last.label(), last.named()));
            return;
        }
        var before = han || endsPlural(before(i)) ? null : beforeBut(i);
        var label = before instanceof Mention.OfDimension dimension ? dimension.dimension()
                : before instanceof Mention.OfEither either ? either.dimension() : null;
        boolean named = label != null || before instanceof Mention.OfRole(var f, var t, var role)
                && role.isPreposition() || isCapital(from, i) || han && isBeforeOf(i);
        unknown.add(new Clause.Unknown(from, to, reading.words(from, to), label, named));
    }

    /** "customers haven't …": after a plural no name follows. */
    private boolean endsPlural(@Nullable Mention mention) {
        return (mention instanceof Mention.OfDimension || mention instanceof Mention.OfEither) && reading.words(mention).endsWith("s");
    }

    private boolean isHan(int token) {
        return reading.tokens().get(token).kind() == Token.Kind.HAN;
    }

    private boolean isCapital(int token, int i) {
        return i > 0 && Character.isUpperCase(reading.text().charAt(reading.tokens().get(token).start()));
    }

    /** A run of Han before 的 is a name. */
    private boolean isBeforeOf(int i) {
        int end = i;
        while (end < mentions.size() && mentions.get(end) instanceof Mention.Unknown) {
            end++;
        }
        return end < mentions.size() && isRole(mentions.get(end), Role.POSSESSIVE);
    }

    private @Nullable Mention before(int i) {
        return i == 0 ? null : mentions.get(i - 1);
    }

    /** The mention before, articles and the like not counted. */
    private @Nullable Mention beforeBut(int i) {
        for (int back = i - 1; back >= 0; back--) {
            if (!(mentions.get(back) instanceof Mention.OfRole(var from, var to, var role) && (role.isFiller() || role == Role.TOTAL)
                    || mentions.get(back) instanceof Mention.OfSign)) {
                return mentions.get(back);
            }
        }
        return null;
    }

    private @Nullable Mention next(int i) {
        return i + 1 == mentions.size() ? null : mentions.get(i + 1);
    }

    /** The mention after, articles and counting words not counted. */
    private @Nullable Mention nextBut(int i) {
        return mentions.stream().skip(i + 1L).filter(mention -> !(mention instanceof Mention.OfRole(var from, var to, var role) && role.isFiller())).findFirst().orElse(null);
    }

    /** The role of the word before, numbers, articles and trading verbs not counted. */
    private @Nullable Role roleBefore(int i) {
        for (int back = i - 1; back >= 0; back--) {
            switch (mentions.get(back)) {
                case Mention.OfNumber any -> { }
                case Mention.OfVague any -> { }
                case Mention.OfRole(var from, var to, var role) -> {
                    if (!role.isFiller() && role != Role.TOTAL) {
                        return role;
                    }
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }
}
