package org.salesconsultant.assistant.planner.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.NumberWords;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.TimeMention;

/**
 * Reads a text from left to right, always taking the longest thing it knows; of two equally long ones a time comes first, then
 * a word of the lexicon, then a member. Safe for many threads.
 */
public final class Reader {
    private static final Set<String> HARD_SIGNS = Set.of(".", "?", "!", ";", "。", "？", "！", "；");
    /** Written with a full stop that ends no sentence. */
    private static final Set<String> SHORTENED = Set.of("excl", "incl", "vs", "approx", "avg", "no", "nr", "st", "mr", "mrs", "ms", "dr", "ltd", "inc", "co", "ca", "qty", "dept", "acc", "cust", "prod", "rev");
    /** "What should I offer them", though an arm of a campaign is called offer. */
    private static final Set<String> BEFORE_VERB = Set.of("i", "we", "you", "they", "should", "can", "could");
    private static final int CODE_DIGITS = 4;
    private static final int LONGEST_PART = 6;
    private static final int LONG_WORD = 5;

    private final Lexicon lexicon;
    private final MemberIndex members;
    private final Periods periods;
    private final Spelling spelling;

    public Reader(Lexicon lexicon, MemberIndex members, Periods periods, Spelling spelling) {
        this.lexicon = lexicon;
        this.members = members;
        this.periods = periods;
        this.spelling = spelling;
    }

    /** Words that nobody knows are mended first, where that can be done; the reading says which. */
    public Reading read(String text) {
        var plain = read(text, List.of());
        var mended = new StringBuilder(text);
        List<Reading.Mend> mends = new ArrayList<>();
        for (var mention : plain.mentions().reversed()) {
            if (mention instanceof Mention.Unknown || isSignAlone(plain.tokens(), mention)) {
                var token = plain.tokens().get(mention.from());
                spelling.mend(token.folded()).ifPresent(meant -> {
                    mends.addFirst(new Reading.Mend(text.substring(token.start(), token.end()), meant));
                    mended.replace(token.start(), token.end(), meant);
                });
            }
        }
        return mends.isEmpty() ? plain : read(mended.toString(), mends);
    }

    /** "what % of orders", not "5 %". */
    private static boolean isSignAlone(List<Token> tokens, Mention mention) {
        return mention instanceof Mention.OfSign && (mention.from() == 0 || tokens.get(mention.from() - 1).kind() != Token.Kind.NUMBER);
    }

    private Reading read(String text, List<Reading.Mend> mends) {
        var tokens = Tokens.of(text);
        var times = times(text, tokens);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            var mention = withoutArticle(tokens, longest(tokens, i, times, mentions.isEmpty() ? null : mentions.getLast()), times);
            mentions.add(mention);
            i = mention.to();
        }
        return new Reading(text, tokens, mentions, mends);
    }

    /** "the UK North region" names UK North, though there is one called "the UK". */
    private Mention withoutArticle(List<Token> tokens, Mention mention, Map<Integer, Mention.OfTime> times) {
        int from = mention.from();
        if (mention.to() - from < 2 || !(lexicon.find(tokens.get(from).folded(), from, from + 1) instanceof Mention.OfRole(var first, var last, var role))
                || role != Role.ARTICLE) {
            return mention;
        }
        var article = new Mention.OfRole(first, last, role);
        return longest(tokens, last, times, article).to() > mention.to() ? article : mention;
    }

    private Mention longest(List<Token> tokens, int from, Map<Integer, Mention.OfTime> times, @Nullable Mention before) {
        var token = tokens.get(from);
        Mention best = token.isSign() ? sign(token, from, times, from == 0 ? "" : tokens.get(from - 1).folded()) : times.get(from);
        if (token.isSign() && best instanceof Mention.OfSign) {
            return best;
        }
        int reach = best == null ? from : best.to();
        for (int to = Math.min(tokens.size(), from + Math.max(lexicon.longest(), members.longest())); to > reach; to--) {
            if (tokens.get(to - 1).isSign()) {
                continue;
            }
            var key = Tokens.key(tokens.subList(from, to));
            var known = known(key, from, to, before, tokens);
            if (known != null) {
                return known;
            }
        }
        if (best != null && isNumberedMember(tokens, best, before)) {
            return new Mention.OfMember(best.from(), best.to(), members.find(Tokens.key(tokens.subList(best.from(), best.to()))));
        }
        return best != null ? best : fallback(tokens, from, before);
    }

    private @Nullable Mention known(String key, int from, int to, @Nullable Mention before, List<Token> tokens) {
        var exact = members.find(key);
        var member = exact.isEmpty() ? Tokens.singular(key).map(members::find).orElse(exact) : exact;
        boolean labelled = labels(before, member) || isQuoted(tokens, from, to);
        if (!member.isEmpty() && labelled) {
            return new Mention.OfMember(from, to, narrowed(before, member));
        }
        var word = lexicon.find(key, from, to);
        if (word != null) {
            return word;
        }
        boolean isVerb = to - from == 1 && from > 0 && BEFORE_VERB.contains(tokens.get(from - 1).folded());
        return member.isEmpty() || isVerb || to - from == 1 && !canStandAlone(tokens.get(from)) ? null : new Mention.OfMember(from, to, member);
    }

    /** "customer 2011": the word before says that it is no year. */
    private boolean isNumberedMember(List<Token> tokens, Mention best, @Nullable Mention before) {
        return best.to() - best.from() == 1 && labels(before, members.find(tokens.get(best.from()).folded()));
    }

    private static boolean labels(@Nullable Mention before, List<Mention.MemberOf> members) {
        return !members.isEmpty() && members.stream().anyMatch(member -> member.dimension().equals(label(before)));
    }

    private static List<Mention.MemberOf> narrowed(@Nullable Mention before, List<Mention.MemberOf> members) {
        var label = label(before);
        var same = members.stream().filter(member -> member.dimension().equals(label)).toList();
        return same.isEmpty() ? members : same;
    }

    private static @Nullable String label(@Nullable Mention before) {
        return switch (before) {
            case Mention.OfDimension dimension -> dimension.dimension();
            case Mention.OfEither either -> either.dimension();
            case null, default -> null;
        };
    }

    private static boolean isQuoted(List<Token> tokens, int from, int to) {
        return from > 0 && to < tokens.size() && isQuote(tokens.get(from - 1)) && isQuote(tokens.get(to));
    }

    private static boolean isQuote(Token token) {
        return Reading.QUOTES.contains(token.folded());
    }

    /** A short number names nobody by itself. */
    private static boolean canStandAlone(Token token) {
        return token.kind() != Token.Kind.NUMBER || token.folded().length() >= CODE_DIGITS;
    }

    private static Mention sign(Token token, int from, Map<Integer, Mention.OfTime> times, String before) {
        var time = times.get(from);
        boolean isHard = token.folded().isEmpty() || HARD_SIGNS.contains(token.folded()) && !(".".equals(token.folded()) && SHORTENED.contains(before));
        return time != null ? time : new Mention.OfSign(from, from + 1, token.folded(), isHard);
    }

    private Mention fallback(List<Token> tokens, int from, @Nullable Mention before) {
        int end = from;
        while (end < tokens.size() && end - from < LONGEST_PART && tokens.get(end).kind() != Token.Kind.SIGN) {
            end++;
        }
        int shortest = isNamed(before) && tokens.get(from).folded().length() >= LONG_WORD ? from + 1 : from + 2;
        for (int to = end; to >= shortest; to--) {
            var member = members.onlyWith(tokens.subList(from, to));
            if (member.isPresent()) {
                return new Mention.OfMember(from, to, List.of(member.get()));
            }
        }
        return fallback(tokens.get(from), from);
    }

    /** "revenue of …", "how much … did we sell": a name is likely to follow. */
    private static boolean isNamed(@Nullable Mention before) {
        return label(before) != null || before instanceof Mention.OfRole(var from, var to, var role)
                && (role.isPreposition() || role == Role.HOW_MUCH || role == Role.HOW_MANY || role == Role.TRADE);
    }

    private static Mention fallback(Token token, int from) {
        if (token.kind() == Token.Kind.NUMBER && token.folded().chars().allMatch(Character::isDigit) && token.folded().length() <= CODE_DIGITS) {
            return new Mention.OfNumber(from, from + 1, Integer.parseInt(token.folded()));
        }
        if (token.folded().matches(NumberWords.PATTERN)) {
            return new Mention.OfNumber(from, from + 1, NumberWords.read(token.folded()));
        }
        return new Mention.Unknown(from, from + 1);
    }

    /** Times by the token they begin at. */
    private Map<Integer, Mention.OfTime> times(String text, List<Token> tokens) {
        Map<Integer, Mention.OfTime> times = new HashMap<>();
        for (TimeMention time : periods.find(text)) {
            int from = 0;
            while (from < tokens.size() && tokens.get(from).start() < time.start()) {
                from++;
            }
            int to = from;
            while (to < tokens.size() && tokens.get(to).end() <= time.end()) {
                to++;
            }
            if (to > from) {
                times.put(from, new Mention.OfTime(from, to, time));
            }
        }
        return times;
    }
}
