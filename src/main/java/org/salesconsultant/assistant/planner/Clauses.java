package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;

/**
 * Cuts a message into sentences, and drops what was said around the question: talk before a colon, and whole sentences that
 * do not speak of the data and could not narrow it.
 */
final class Clauses {
    /** A sentence with this many unknown words is about something else; a shorter one may name what the next is limited to. */
    private static final int OTHER_TOPIC = 4;

    private static final Set<String> COLONS = Set.of(":", "：");

    private final Asides asides;

    Clauses(Asides asides) {
        this.asides = asides;
    }

    List<Clause> of(Reading reading) {
        List<Clause> clauses = new ArrayList<>();
        List<Mention> sentence = new ArrayList<>();
        for (var mention : reading.mentions()) {
            if (mention instanceof Mention.OfSign sign && sign.hard()) {
                end(reading, sentence, clauses);
            } else {
                sentence.add(mention);
            }
        }
        end(reading, sentence, clauses);
        return clauses;
    }

    private void end(Reading reading, List<Mention> sentence, List<Clause> clauses) {
        var kept = asides.without(reading, withoutPreamble(reading, sentence));
        if (kept.stream().anyMatch(mention -> !(mention instanceof Mention.OfSign))) {
            var before = clauses.isEmpty() || !goesOn(reading, kept) ? List.<Mention>of() : clauses.removeLast().mentions();
            clauses.addAll(requests(reading, Stream.concat(before.stream(), kept.stream()).toList()));
        }
        sentence.clear();
    }

    /** "Revenue in Japan in 2011, and new customers in November": parts that are each whole are each asked. */
    private static List<Clause> requests(Reading reading, List<Mention> sentence) {
        var parts = parts(sentence, mention -> mention instanceof Mention.OfSign || isRole(mention, Role.AND)).stream()
                .map(part -> ClauseReader.read(reading, part)).toList();
        boolean whole = parts.size() > 1 && parts.stream().allMatch(part -> part.isClear() && !part.metrics().isEmpty() && !part.has(Role.VERSUS))
                && (parts.stream().noneMatch(part -> part.times().isEmpty()) || parts.stream().noneMatch(part -> part.filters().isEmpty()));
        return whole ? parts : List.of(ClauseReader.read(reading, sentence));
    }

    static List<List<Mention>> parts(List<Mention> sentence, Predicate<Mention> parts) {
        List<List<Mention>> found = new ArrayList<>();
        List<Mention> part = new ArrayList<>();
        for (var mention : sentence) {
            if (!parts.test(mention)) {
                part.add(mention);
            } else if (!part.isEmpty()) {
                found.add(List.copyOf(part));
                part.clear();
            }
        }
        if (!part.isEmpty()) {
            found.add(part);
        }
        return found;
    }

    /** "Which countries do we sell to? With revenue, please." */
    private static boolean goesOn(Reading reading, List<Mention> sentence) {
        return "with".equalsIgnoreCase(reading.words(sentence.getFirst()));
    }

    /** "New instructions from the boss: …": talk before a colon goes when it names no data and does not narrow. */
    private List<Mention> withoutPreamble(Reading reading, List<Mention> sentence) {
        for (int i = sentence.size() - 1; i > 0; i--) {
            if (sentence.get(i) instanceof Mention.OfSign sign && COLONS.contains(sign.sign())) {
                var before = ClauseReader.read(reading, sentence.subList(0, i));
                boolean isTalk = !before.isOfData() && !before.ranks() && !narrows(before) || asides.tells(reading, sentence.subList(0, i), true);
                if (i + 1 < sentence.size() && isTalk) {
                    return sentence.subList(i + 1, sentence.size());
                }
            }
        }
        return sentence;
    }

    /** Whether a sentence can be left unread without changing what the others ask. */
    boolean isTalk(Clause clause) {
        if (clause.isOfData() || clause.has(Role.NARROWING) || !clause.strayNumbers().isEmpty()) {
            return false;
        }
        long words = clause.mentions().stream().filter(Mention.Unknown.class::isInstance).count();
        if (asides.tells(clause.reading(), clause.mentions(), true)) {
            return true;
        }
        return clause.unknown().isEmpty() || clause.has(Role.ADDRESS) || words >= OTHER_TOPIC || isQuestion(clause);
    }

    private static boolean narrows(Clause clause) {
        return clause.has(Role.NARROWING) || clause.has(Role.EXCLUDE) && !clause.unknown().isEmpty()
                || !clause.unknown().isEmpty() && clause.mentions().getFirst() instanceof Mention.OfRole(var from, var to, var role)
                && role.isPreposition();
    }

    private static boolean isQuestion(Clause clause) {
        int end = clause.reading().tokens().get(clause.mentions().getLast().to() - 1).end();
        var rest = clause.reading().text().substring(end).strip();
        return rest.startsWith("?") || rest.startsWith("？");
    }
}
