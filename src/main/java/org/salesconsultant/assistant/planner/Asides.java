package org.salesconsultant.assistant.planner;

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
    /** How a part begins that tells of the asker, or on what condition they ask. */
    private static final Pattern BEGINS = Pattern.compile("\\b(?:i|i'm|i've|i'd|my|we|us|our|we're|we've|if|when|because|since|so that|as i|as we|before i|before we|after i|once i|while i|for my|for our|so i|so we)\\b|因为|由于|为了|方便|好让|以便|如果|要是|我|我们|咱|咱们",
            Pattern.CASE_INSENSITIVE);
    /** Whose day it is. */
    private static final Pattern ASKER = Pattern.compile("\\b(?:i have|i've got|i've|we have|we've got|i'm|we're|for my|for our|my|our)\\b|我有|我们有|我要|我们要", Pattern.CASE_INSENSITIVE);
    /** A verb with a subject before it makes a part a sentence of its own, which narrows nothing. */
    private static final Pattern SENTENCE = Pattern.compile("\\w\\W+(?:is|are|was|were|has|have|had|needs?|wants?|asks?|asked|must|will|don't|doesn't|isn't|aren't|keeps?)\\b|\\w(?:'re|'m|n't)\\b|\\b(?:he|she|it)'s\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEEDED = Pattern.compile("用$|急用|等着|在等|[催让叫]|问我|问起");
    /** These say that something of the data is meant after all. */
    private static final Set<Role> NARROWING = EnumSet.of(Role.NARROWING, Role.EXCLUDE, Role.EXCLUDED_BEFORE, Role.WHICH, Role.WHICH_ONE, Role.OTHER, Role.FOLLOW_UP, Role.BY, Role.TRADE, Role.ACQUIRE, Role.THERE, Role.SAME,
            Role.VERSUS, Role.THRESHOLD, Role.MORE_THAN, Role.LESS_THAN, Role.AT_LEAST, Role.AT_MOST, Role.SHARE, Role.CHANGE, Role.GROWTH, Role.WHY, Role.HOW_MANY, Role.HOW_MUCH);

    private Asides() {}

    /** The sentence without its asides. */
    static List<Mention> without(Reading reading, List<Mention> sentence) {
        var parts = Clauses.parts(sentence, mention -> mention instanceof Mention.OfSign(var from, var to, var sign, var hard) && COMMAS.contains(sign));
        if (parts.size() < 2) {
            return sentence;
        }
        int asked = parts.size() - 1;
        while (asked > 0 && parts.get(asked).stream().noneMatch(Asides::isOfData)) {
            asked--;
        }
        int question = asked;
        boolean refers = parts.get(question).stream().anyMatch(mention -> isRole(mention, Role.PRONOUN) || isRole(mention, Role.THERE));
        var kept = IntStream.range(0, parts.size()).mapToObj(i -> withoutDayOfAsker(reading, refers && i < question ? topic(parts.get(i)) : parts.get(i))).toList();
        var left = IntStream.range(0, kept.size()).filter(i -> !kept.get(i).isEmpty() && !tells(reading, kept.get(i), i < question)).mapToObj(kept::get).toList();
        return left.equals(parts) ? sentence : left.stream().flatMap(List::stream).toList();
    }

    /** "13408 is on hold, how many orders have they placed": of what is told, only who is spoken of counts. */
    private static List<Mention> topic(List<Mention> part) {
        var members = part.stream().filter(mention -> mention instanceof Mention.OfMember && !isWeekday(mention)).toList();
        boolean onlyTells = part.stream().allMatch(mention -> mention instanceof Mention.Unknown || mention instanceof Mention.OfNumber || mention instanceof Mention.OfSign
                || mention instanceof Mention.OfMember || mention instanceof Mention.OfRole(var from, var to, var role) && !NARROWING.contains(role));
        return members.size() == 1 && onlyTells ? members : part;
    }

    /** "I have a call on Thursday, …", "for my Monday meeting": their day, not the data's. */
    private static List<Mention> withoutDayOfAsker(Reading reading, List<Mention> part) {
        boolean saysWhatFor = part.stream().anyMatch(mention -> isRole(mention, Role.CHATTER) || isRole(mention, Role.AUDIENCE))
                && part.stream().noneMatch(mention -> isRole(mention, Role.INSTEAD) || isOfData(mention));
        return saysWhatFor && ASKER.matcher(words(reading, part)).find()
                ? part.stream().filter(mention -> !isWeekday(mention) && !(mention instanceof Mention.OfTime)).toList() : part;
    }

    /**
     * Whether a part speaks of the asker, of those they answer to, or of what is going on around them, and names no data.
     *
     * @param before whether the question is still to come: then a sentence of its own is enough
     */
    static boolean tells(Reading reading, List<Mention> part, boolean before) {
        if (part.isEmpty()) {
            return true;
        }
        var words = words(reading, part);
        boolean begins = BEGINS.matcher(words).lookingAt() || part.stream().limit(2).anyMatch(mention -> isRole(mention, Role.AUDIENCE));
        boolean addressed = before && part.stream().anyMatch(mention -> isRole(mention, Role.ADDRESS));
        if (!begins && !addressed && !NEEDED.matcher(words).find() && !(before && SENTENCE.matcher(words).find())) {
            return false;
        }
        for (int i = 0; i < part.size(); i++) {
            boolean said = switch (part.get(i)) {
                case Mention.OfRole(var from, var to, var role) -> !NARROWING.contains(role) && (before || role.isLost() || role == Role.AND || role == Role.PRONOUN);
                case Mention.OfSign sign -> true;
                case Mention.Unknown(var from, var to) -> !isNamed(reading, from) || from == part.getFirst().from();
                case Mention.OfNumber number -> before || begins;
                case Mention.OfMember member -> before && isWeekday(member) && part.stream().anyMatch(mention -> isRole(mention, Role.AUDIENCE));
                default -> false;
            };
            if (!said) {
                return false;
            }
        }
        return !isRole(part.getLast(), Role.POSSESSIVE); // 老板介绍的，…
    }

    private static boolean isOfData(Mention mention) {
        return mention instanceof Mention.OfMetric || mention instanceof Mention.OfEither || mention instanceof Mention.OfVague;
    }

    private static boolean isWeekday(Mention mention) {
        return mention instanceof Mention.OfMember(var from, var to, var members) && members.stream().allMatch(member -> "weekday".equals(member.dimension()));
    }

    private static boolean isNamed(Reading reading, int token) {
        return Character.isUpperCase(reading.text().charAt(reading.tokens().get(token).start()));
    }

    private static boolean isRole(Mention mention, Role wanted) {
        return mention instanceof Mention.OfRole(var from, var to, var role) && role == wanted;
    }

    private static String words(Reading reading, List<Mention> part) {
        return reading.words(part.getFirst().from(), part.getLast().to());
    }
}
