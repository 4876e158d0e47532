package org.salesconsultant.assistant.planner.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    private final Map<String, List<MemberOf>> byKey = new HashMap<>();
    private int longest;

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
            member.words().forEach(word -> put(word, new MemberOf(dimension.name(), value)));
            if ("rep".equals(dimension.name())) {
                shortNames(member, members).forEach(name -> put(name, new MemberOf(dimension.name(), value)));
            }
        }
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

    int longest() {
        return longest;
    }

    /** @return empty where nobody is called so */
    List<MemberOf> find(String key) {
        return byKey.getOrDefault(key, List.of());
    }
}
