package org.salesconsultant.assistant.planner;

import static org.salesconsultant.assistant.planner.reading.Mention.isMetric;
import static org.salesconsultant.assistant.planner.reading.Mention.isRole;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Role;

/** Parts of a sentence, between commas, that tell of the asker and their day and ask for nothing: "my boss is waiting, …". */
final class Asides {
    private static final Set<String> COMMAS = Set.of(",", "，", "–", "—", "-", ":", "：");
    /** These say that something of the data is meant after all. */
    private static final Set<Role> NARROWING = EnumSet.of(Role.NARROWING, Role.EXCLUDE, Role.EXCLUDED_BEFORE, Role.WHICH, Role.WHICH_ONE, Role.OTHER, Role.FOLLOW_UP, Role.BY, Role.TRADE, Role.ACQUIRE, Role.THERE, Role.SAME,
            Role.VERSUS, Role.THRESHOLD, Role.MORE_THAN, Role.LESS_THAN, Role.AT_LEAST, Role.AT_MOST, Role.SHARE, Role.CHANGE, Role.GROWTH, Role.WHY, Role.HOW_MANY, Role.HOW_MUCH);

    private final Pattern tells;
    private final Pattern conditions;
    private final Pattern spokenTo;
    private final Pattern persons;
    private final Pattern asker;
    private final Pattern sentences;
    private final Pattern begun;

    /** @param words patterns by what they say of a part of a sentence */
    Asides(PlannerPrompt.AsideWords words) {
        this.tells = any(words.tells());
        this.conditions = any(words.conditions());
        this.spokenTo = any(words.spokenTo());
        this.persons = any(words.persons());
        this.asker = any(words.asker());
        this.sentences = any(words.sentences());
        this.begun = any(words.begun());
    }

    private static Pattern any(List<String> patterns) {
        return Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE);
    }

    /** The sentence without its asides. */
    List<Mention> without(Reading reading, List<Mention> sentence) {
        var parts = Clauses.parts(sentence, mention -> mention instanceof Mention.OfSign(var from, var to, var sign, var hard) && COMMAS.contains(sign));
        if (parts.size() < 2) {
            return sentence;
        }
        int asked = parts.size() - 1;
        while (asked > 0 && parts.get(asked).stream().noneMatch(Mention::isMetric)) {
            asked--;
        }
        int question = asked;
        boolean refers = parts.get(question).stream().anyMatch(mention -> isRole(mention, Role.PRONOUN) || isRole(mention, Role.THERE));
        var kept = IntStream.range(0, parts.size()).mapToObj(i -> withoutDayOfAsker(reading, refers && i < question ? topic(reading, parts.get(i)) : parts.get(i))).toList();
        var left = IntStream.range(0, kept.size()).filter(i -> !kept.get(i).isEmpty() && !tells(reading, kept.get(i), i < question)).mapToObj(kept::get).toList();
        return left.equals(parts) ? sentence : left.stream().flatMap(List::stream).toList();
    }

    /** "13408 is on hold, how many orders have they placed": of what is told, only who is spoken of counts. */
    private List<Mention> topic(Reading reading, List<Mention> part) {
        var members = part.stream().filter(mention -> mention instanceof Mention.OfMember && !isWeekday(mention)).toList();
        boolean onlyTells = part.stream().allMatch(mention -> mention instanceof Mention.Unknown || mention instanceof Mention.OfNumber || mention instanceof Mention.OfSign
                || mention instanceof Mention.OfMember || mention instanceof Mention.OfRole(var from, var to, var role) && !NARROWING.contains(role));
        return members.size() == 1 && onlyTells && sentences.matcher(words(reading, part)).find() ? members : part;
    }

    /** "I have a call on Thursday, …", "for my Monday meeting": their day, not the data's. */
    private List<Mention> withoutDayOfAsker(Reading reading, List<Mention> part) {
        boolean saysWhatFor = part.stream().anyMatch(mention -> isRole(mention, Role.CHATTER) || isRole(mention, Role.AUDIENCE))
                && part.stream().noneMatch(mention -> isRole(mention, Role.INSTEAD) || isMetric(mention));
        return saysWhatFor && asker.matcher(words(reading, part)).find()
                ? part.stream().filter(mention -> !isWeekday(mention) && !(mention instanceof Mention.OfTime)).toList() : part;
    }

    /**
     * Whether a part speaks of the asker, of those they answer to, or of what is going on around them, and names no data.
     *
     * @param before whether the question is still to come: then a sentence of its own is enough
     */
    boolean tells(Reading reading, List<Mention> part, boolean before) {
        if (part.isEmpty()) {
            return true;
        }
        var words = words(reading, part);
        boolean common = part.stream().allMatch(mention -> mention instanceof Mention.OfRole || mention instanceof Mention.OfSign);
        if (!(common ? tells.matcher(words).lookingAt() : isOfPersons(words, part, before))) {
            return false;
        }
        for (int i = 0; i < part.size(); i++) {
            boolean said = switch (part.get(i)) {
                case Mention.OfRole(var from, var to, var role) -> !NARROWING.contains(role) && (before || role.isLost() || role == Role.AND || role == Role.PRONOUN);
                case Mention.OfSign sign -> true;
                case Mention.Unknown(var from, var to) -> !isNamed(reading, from) || from == part.getFirst().from();
                case Mention.OfNumber number -> true;
                case Mention.OfMember member -> before && isWeekday(member) && part.stream().anyMatch(mention -> isRole(mention, Role.AUDIENCE));
                default -> false;
            };
            if (!said) {
                return false;
            }
        }
        return IntStream.range(0, part.size()).noneMatch(i -> isRole(part.get(i), Role.POSSESSIVE) && (i + 1 == part.size() || part.get(i + 1) instanceof Mention.Unknown)); // 老板介绍的，…
    }

    /** Words that nobody knows say something of the data unless persons do what they say: "payment is overdue" narrows, "my boss is waiting" does not. */
    private boolean isOfPersons(String words, List<Mention> part, boolean before) {
        boolean person = persons.matcher(words).find() || part.stream().anyMatch(mention -> isRole(mention, Role.AUDIENCE));
        boolean condition = conditions.matcher(words).lookingAt() && !spokenTo.matcher(words).find();
        return person && !condition && (sentences.matcher(words).find() || before && begun.matcher(words).find());
    }

    private static boolean isWeekday(Mention mention) {
        return mention instanceof Mention.OfMember(var from, var to, var members) && members.stream().allMatch(member -> "weekday".equals(member.dimension()));
    }

    private static boolean isNamed(Reading reading, int token) {
        return Character.isUpperCase(reading.text().charAt(reading.tokens().get(token).start()));
    }

    private static String words(Reading reading, List<Mention> part) {
        return reading.words(part.getFirst().from(), part.getLast().to());
    }
}
