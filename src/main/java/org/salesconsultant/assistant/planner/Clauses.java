package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

    private static final Set<String> COMMAS = Set.of(",", "，", "–", "—", "-");
    /** How a part begins that tells of the asker, or on what condition they ask. */
    private static final Pattern ASIDES = Pattern.compile("\\b(?:i|i'm|i've|i'd|my|we|we're|we've|if|when|because|since|so that|as i|as we|before i|before we|after i|once i|while i|for my|for our)\\b|因为|由于|为了|方便|好让|以便|如果|要是|我这边|我这儿|我正|我在|我刚|我们正|我们在|咱们正",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASKER = Pattern.compile("\\b(?:i have|i've got|i've|we have|we've got|i'm|we're|for my|for our|my|our)\\b|我有|我们有|我要|我们要", Pattern.CASE_INSENSITIVE);

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
        var kept = withoutAsides(reading, withoutPreamble(reading, sentence));
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

    /** "If it isn't too much trouble, …": between commas, what speaks of the asker and of no data. */
    private static List<Mention> withoutAsides(Reading reading, List<Mention> sentence) {
        var parts = parts(sentence, mention -> mention instanceof Mention.OfSign(var from, var to, var sign, var hard) && COMMAS.contains(sign));
        if (parts.size() < 2) {
            return sentence;
        }
        var kept = parts.stream().map(part -> withoutDayOfAsker(reading, part)).filter(part -> !isAside(reading, part)).toList();
        return kept.equals(parts) ? sentence : kept.stream().flatMap(List::stream).toList();
    }

    /** "I have a call on Thursday, …", "for my Monday meeting": their day, not the data's. */
    private static List<Mention> withoutDayOfAsker(Reading reading, List<Mention> part) {
        boolean saysWhatFor = part.stream().anyMatch(mention -> isRole(mention, Role.CHATTER) || isRole(mention, Role.AUDIENCE)) && part.stream().noneMatch(mention -> isRole(mention, Role.INSTEAD)
                || mention instanceof Mention.OfMetric || mention instanceof Mention.OfEither || mention instanceof Mention.OfVague);
        return saysWhatFor && ASKER.matcher(reading.words(part.getFirst().from(), part.getLast().to())).find()
                ? part.stream().filter(mention -> !isWeekday(mention) && !(mention instanceof Mention.OfTime)).toList() : part;
    }

    private static boolean isWeekday(Mention mention) {
        return mention instanceof Mention.OfMember(var from, var to, var members) && members.stream().allMatch(member -> "weekday".equals(member.dimension()));
    }

    private static boolean isAside(Reading reading, List<Mention> part) {
        if (part.isEmpty()) {
            return true;
        }
        boolean speaksOfAsker = ASIDES.matcher(reading.words(part.getFirst().from(), part.getLast().to())).lookingAt();
        for (int i = 0; i < part.size(); i++) {
            boolean said = switch (part.get(i)) {
                case Mention.OfRole(var from, var to, var role) -> role.isLost() && role != Role.TRADE;
                case Mention.Unknown(var from, var to) -> speaksOfAsker && !isNamed(reading, from) && (i == 0 || !(part.get(i - 1) instanceof Mention.OfRole(var f, var t, var role) && role.isPreposition()));
                default -> false;
            };
            if (!said) {
                return false;
            }
        }
        return speaksOfAsker;
    }

    private static boolean isNamed(Reading reading, int token) {
        return Character.isUpperCase(reading.text().charAt(reading.tokens().get(token).start()));
    }

    private static List<List<Mention>> parts(List<Mention> sentence, Predicate<Mention> parts) {
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

    private static boolean isRole(Mention mention, Role wanted) {
        return mention instanceof Mention.OfRole(var from, var to, var role) && role == wanted;
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
                && role.isPreposition();
    }

    private static boolean isQuestion(Clause clause) {
        int end = clause.reading().tokens().get(clause.mentions().getLast().to() - 1).end();
        var rest = clause.reading().text().substring(end).strip();
        return rest.startsWith("?") || rest.startsWith("？");
    }
}
