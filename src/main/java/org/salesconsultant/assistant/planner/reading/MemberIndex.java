package org.salesconsultant.assistant.planner.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salesconsultant.assistant.planner.reading.Mention.MemberOf;
import org.salesconsultant.sales.RowScope;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Dimension;
import org.salesconsultant.warehouse.semantic.Member;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/**
 * The members a viewer may know of, by everything they are called. Looking one up takes the same time among ten names and
 * among a hundred thousand. Immutable.
 */
public final class MemberIndex {
    /** Longer runs of words are no name: a message cannot make a look-up slow. */
    private static final int LONGEST_NAME = 16;

    private final Map<String, List<MemberOf>> byKey = new HashMap<>();
    private int longest;

    /** Reads all members that the scope lets a viewer know of. */
    public static MemberIndex of(SemanticModel model, Members members, Warehouse warehouse, RowScope scope) {
        var index = new MemberIndex();
        for (var dimension : model.dimensions()) {
            if (dimension.members().isComputed()) {
                continue; // "new" and "repeat" are everyday words and name nothing by themselves
            }
            index.add(dimension, members.of(warehouse, dimension, scope));
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
