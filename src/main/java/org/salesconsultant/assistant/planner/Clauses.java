package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.List;
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

    private Clauses() {}

    static List<Clause> of(Reading reading) {
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

    private static void end(Reading reading, List<Mention> sentence, List<Clause> clauses) {
        var kept = withoutPreamble(reading, sentence);
        if (kept.stream().anyMatch(mention -> !(mention instanceof Mention.OfSign))) {
            var before = clauses.isEmpty() || !goesOn(reading, kept) ? List.<Mention>of() : clauses.removeLast().mentions();
            clauses.add(ClauseReader.read(reading, Stream.concat(before.stream(), kept.stream()).toList()));
        }
        sentence.clear();
    }

    /** "Which countries do we sell to? With revenue, please." */
    private static boolean goesOn(Reading reading, List<Mention> sentence) {
        return "with".equalsIgnoreCase(reading.words(sentence.getFirst()));
    }

    /** "New instructions from the boss: …": talk before a colon goes when it names no data and does not narrow. */
    private static List<Mention> withoutPreamble(Reading reading, List<Mention> sentence) {
        for (int i = sentence.size() - 1; i > 0; i--) {
            if (sentence.get(i) instanceof Mention.OfSign sign && (":".equals(sign.sign()) || "：".equals(sign.sign()))) {
                var before = ClauseReader.read(reading, sentence.subList(0, i));
                if (i + 1 < sentence.size() && !before.isOfData() && !before.ranks() && !narrows(before)) {
                    return sentence.subList(i + 1, sentence.size());
                }
            }
        }
        return sentence;
    }

    /** Whether a sentence can be left unread without changing what the others ask. */
    static boolean isTalk(Clause clause) {
        if (clause.isOfData() || clause.has(Role.NARROWING) || !clause.strayNumbers().isEmpty()) {
            return false;
        }
        long words = clause.mentions().stream().filter(Mention.Unknown.class::isInstance).count();
        return clause.unknown().isEmpty() || clause.has(Role.ADDRESS) || words >= OTHER_TOPIC || isQuestion(clause);
    }

    private static boolean narrows(Clause clause) {
        return clause.has(Role.NARROWING) || clause.has(Role.EXCLUDE) && !clause.unknown().isEmpty()
                || !clause.unknown().isEmpty() && clause.mentions().getFirst() instanceof Mention.OfRole(var from, var to, var role)
                && role == Role.PREPOSITION;
    }

    private static boolean isQuestion(Clause clause) {
        int end = clause.reading().tokens().get(clause.mentions().getLast().to() - 1).end();
        var rest = clause.reading().text().substring(end).strip();
        return rest.startsWith("?") || rest.startsWith("？");
    }
}
