package org.salesconsultant.warehouse.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * The steps of time that a table has a row for, in order, whether anything happened in them or not: a month without sales is a
 * zero, and stands in the table as one. They reach as far as the period and the fact's own days do.
 *
 * @param grain which of the dimensions runs through them
 */
record Steps(int grain, List<Object> keys) {
    /**
     * Every group with a row for each step; a group without a step, whose rows have no day, stays as it is.
     *
     * @throws UserError when that would be too many rows
     */
    List<Group> fill(List<Group> groups, List<Dimension> dimensions, List<Term> terms) {
        var series = series(groups);
        if ((long) series.size() * keys.size() > GroupTable.MOST_GROUPS) {
            throw tooMany();
        }
        List<Group> filled = new ArrayList<>();
        for (var one : series.values()) {
            for (var key : keys) {
                var known = one.steps().get(key);
                filled.add(known == null ? empty(one.first(), key, dimensions.get(grain), terms) : known);
            }
        }
        groups.stream().filter(group -> group.keys().get(grain) == null).forEach(filled::add);
        return filled;
    }

    static UserError tooMany() {
        return new UserError(UserError.Category.BAD_INPUT, "That comes to more than " + GroupTable.MOST_GROUPS + " rows.",
                "Use a longer step, a shorter period or a filter.");
    }

    /** The groups of one line through time. @param first any of them */
    record Series(Group first, Map<Object, Group> steps) {}

    /** By everything but the step. */
    Map<Group.Key, Series> series(List<Group> groups) {
        Map<Group.Key, Series> series = new LinkedHashMap<>();
        for (var group : groups) {
            if (group.keys().get(grain) instanceof Object key) {
                series.computeIfAbsent(line(group.key()), any -> new Series(group, new HashMap<>())).steps().put(key, group);
            }
        }
        return series;
    }

    Group.Key line(Group.Key key) {
        List<@Nullable Object> rest = new ArrayList<>(key.keys());
        rest.remove(grain);
        return new Group.Key(key.gathered(), rest);
    }

    private Group empty(Group like, Object key, Dimension dimension, List<Term> terms) {
        List<@Nullable Object> moved = new ArrayList<>(like.keys());
        moved.set(grain, key);
        List<@Nullable Object> members = new ArrayList<>(like.members());
        members.set(grain, GroupTable.cell(dimension, key));
        Map<Term, Long> nothing = new HashMap<>();
        terms.forEach(term -> nothing.put(term, 0L));
        return new Group(like.gathered(), moved, members, nothing, Map.of(), 0);
    }

    /** The year that a step begins in. */
    static int year(Object key) {
        return Integer.parseInt(key.toString().substring(0, 4));
    }
}
