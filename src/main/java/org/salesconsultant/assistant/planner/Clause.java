package org.salesconsultant.assistant.planner;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;
import org.salesconsultant.sales.TimeMention;
import org.salesconsultant.warehouse.semantic.AmbiguousWords;
import org.salesconsultant.warehouse.semantic.Filter;
import org.salesconsultant.warehouse.semantic.Phrase;

/**
 * One sentence with its mentions told apart by what they do.
 *
 * @param metrics asked for, the one to rank by first
 * @param dimensions to split by
 * @param filters members to keep or leave out
 * @param joined dimensions of which several members were named side by side
 * @param times in order
 * @param rankings phrases such as "best sellers"
 * @param vague words that can mean several metrics
 * @param shared names that several dimensions have
 * @param limit a number that says how many rows
 * @param strayNumbers numbers that say nothing known
 * @param unknown words nobody knows, in runs
 * @param roles which kinds of common words stand in it
 * @param bounds what members must reach: "with revenue of more than 10,000"
 * @param window steps of a moving average, or null where no number says it
 * @param leftOut metrics that the question leaves out: "excluding returns"
 */
record Clause(Reading reading, List<Mention> mentions, List<String> metrics, List<String> dimensions, List<Filter> filters, Set<String> joined,
              List<TimeMention> times, List<Phrase> rankings, List<AmbiguousWords> vague, List<Mention.OfMember> shared,
              @Nullable Integer limit, List<Mention.OfNumber> strayNumbers, List<Unknown> unknown, EnumSet<Role> roles,
              List<String> leftOut, boolean singular, List<Filter> bounds, @Nullable Integer window) {

    /** A run of unknown words. @param label the dimension said before it @param named whether it stands where a name would */
    record Unknown(int from, int to, String words, @Nullable String label, boolean named) {}

    /** The same with its stray numbers read as how many rows are wanted. */
    Clause withLimit(int rows) {
        return new Clause(reading, mentions, metrics, dimensions, filters, joined, times, rankings, vague, shared, rows, List.of(), unknown, roles, leftOut,
                singular, bounds, window);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether anything in it speaks of the company's data. */
    boolean isOfData() {
        return namesMetric() || !dimensions.isEmpty() || !filters.isEmpty() || !times.isEmpty() || !shared.isEmpty() || !leftOut.isEmpty();
    }

    boolean namesMetric() {
        return !metrics.isEmpty() || !rankings.isEmpty() || !vague.isEmpty();
    }

    boolean ranks() {
        return has(Role.TOP) || has(Role.BOTTOM) || !rankings.isEmpty();
    }

    /** Whether every word of it is understood. */
    boolean isClear() {
        return unknown.isEmpty() && strayNumbers.isEmpty() && shared.isEmpty();
    }

    /** Whether it asks for more than numbers as they are: what only a question for numbers can say. */
    boolean derives() {
        return has(Role.SHARE) || has(Role.CUMULATIVE) || has(Role.MOVING) || !bounds.isEmpty();
    }

    boolean isEmpty() {
        return mentions.isEmpty();
    }

    String text() {
        return mentions.isEmpty() ? "" : reading.words(mentions.getFirst().from(), mentions.getLast().to());
    }
}
