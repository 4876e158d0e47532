package org.salesconsultant.assistant.planner.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention.MemberOf;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Member;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.semantic.Source;

/**
 * The members a viewer may know of, by everything they are called. Looking one up takes the same time among ten names and
 * among a hundred thousand. Immutable.
 */
public final class MemberIndex {
    /** Longer runs of words are no name: a message cannot make a look-up slow. */
    private static final int LONGEST_NAME = 16;
    private static final Set<String> LONG_NAMED = Set.of("product", "customer");
    /** People, products and customers are too many, or too much alike, to guess one from a name misspelt. */
    private static final Set<String> FEW_AND_UNLIKE = Set.of("country", "region", "category", "channel", "customer_type");

    private final Map<String, List<MemberOf>> byKey = new HashMap<>();
    /** Names by each of their words: a usual word of a hundred thousand names is looked through in a few milliseconds. */
    private final Map<String, List<Named>> byPart = new HashMap<>();
    private final Set<String> nameWords = new HashSet<>();
    private int longest;

    /** @param key of the whole name */
    private record Named(String key, MemberOf member) {}

    private record Stored(Source source, @Nullable String attribute) {}

    /** Reads all members that the scope lets a viewer know of. */
    public static MemberIndex of(SemanticModel model, Members members, Warehouse warehouse, RowScope scope) {
        var index = new MemberIndex();
        Set<Stored> read = new HashSet<>();
        for (var dimension : model.dimensions()) {
            var known = members.of(warehouse, dimension, scope);
            if (dimension.members() == Source.SEGMENT) {
                known.forEach(segment -> Members.unmistakable(segment).forEach(word -> index.put(word, new MemberOf(dimension.name(), segment.name()))));
            } else if (!dimension.members().isComputed() && read.add(new Stored(dimension.members(), dimension.attribute()))) {
                // "new" and "repeat" are everyday words and name nothing by themselves; one column's members have one dimension
                index.add(dimension, known);
            }
        }
        return index;
    }

    private void add(Dimension dimension, List<Member> members) {
        Map<String, Integer> named = new HashMap<>();
        members.forEach(member -> named.merge(member.name(), 1, Integer::sum));
        for (var member : members) {
            var value = named.getOrDefault(member.name(), 1) == 1 ? member.name() : member.code();
            member.words().stream().flatMap(word -> Stream.of(word, word.replace("&", " and ").strip())).distinct().forEach(word -> put(word, new MemberOf(dimension.name(), value)));
            if (LONG_NAMED.contains(dimension.name())) {
                putParts(Tokens.of(member.name()), new MemberOf(dimension.name(), value));
            }
            if (FEW_AND_UNLIKE.contains(dimension.name())) {
                Tokens.of(value).forEach(token -> nameWords.add(token.folded()));
            }
            if ("rep".equals(dimension.name())) {
                shortNames(member, members).forEach(name -> put(name, new MemberOf(dimension.name(), value)));
            }
        }
    }

    /** Each word of a name of several words. */
    private void putParts(List<Token> name, MemberOf member) {
        if (name.size() > 1 && name.size() <= LONGEST_NAME) {
            var whole = new Named(' ' + Tokens.key(name) + ' ', member);
            name.stream().filter(token -> token.kind() == Token.Kind.WORD).map(Token::folded).distinct()
                    .forEach(word -> byPart.computeIfAbsent(word, any -> new ArrayList<>(1)).add(whole));
        }
    }

    /** The only product or customer in whose name these words stand together. */
    Optional<MemberOf> onlyWith(List<Token> words) {
        var key = ' ' + Tokens.key(words) + ' ';
        var named = byPart.getOrDefault(words.getFirst().folded(), List.of()).stream().filter(name -> name.key().contains(key))
                .map(Named::member).distinct().limit(2).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** People are called by a part of their name where only one of them has it. */
    private static List<String> shortNames(Member member, List<Member> all) {
        return Stream.of(member.name().split(" "))
                .filter(part -> all.stream().filter(other -> List.of(other.name().split(" ")).contains(part)).count() == 1).toList();
    }

    private void put(String name, MemberOf member) {
        var tokens = Tokens.of(name);
        var key = Tokens.key(tokens);
        if (key.isEmpty() || tokens.size() > LONGEST_NAME) {
            return;
        }
        longest = Math.max(longest, tokens.size());
        var known = byKey.computeIfAbsent(key, any -> new ArrayList<>(1));
        if (!known.contains(member)) {
            known.add(member);
        }
    }

    /** The words of the names of countries, regions, categories and channels. */
    Set<String> nameWords() {
        return nameWords;
    }

    int longest() {
        return longest;
    }

    /** @return empty where nobody is called so */
    List<MemberOf> find(String key) {
        return byKey.getOrDefault(key, List.of());
    }
}
