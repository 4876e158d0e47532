package org.salesconsultant.assistant.planner.reading;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mends a word that nobody knows where it is a usual short form, or one slip away from exactly one known word. Whoever mends
 * must say so. English only: letters say nothing of Chinese. Immutable.
 */
public final class Spelling {
    /** In shorter words a slip makes another word too easily. */
    private static final int SHORTEST = 4;
    private static final int SHORTEST_MISSED = 5;
    private static final int SHORTEST_REPLACED = 6;
    /** Names are seldom so near to a long word. */
    private static final int SHORTEST_FILLER = 8;
    private static final List<String> TIMES = List.of("today", "yesterday", "tomorrow", "quarter", "month", "week", "year", "half", "last", "this", "next",
            "past", "since", "between", "previous", "current", "daily", "weekly", "monthly", "quarterly", "yearly", "date");
    private static final Set<String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> shortForms;
    private final Predicate<String> isWord;
    private final Map<String, Weight> words = new HashMap<>();

    /** What is lost where a word is mended that was meant otherwise. */
    private enum Weight {
        /** says what is asked: any slip in it is mended */
        MEANING,
        /** names one of a few members: another letter may make another name */
        NAME,
        /** says nothing by itself: mended to it, a name would be lost, so letters must only have changed places */
        FILLER
    }

    /**
     * @param shortForms what is written short, by its short form
     * @param meanings words of metrics, dimensions and of what is asked of them
     * @param fillers words that mean nothing by themselves
     * @param names words of the names of countries, categories and the like
     * @param isWord whether a word is one of the language, and no slip of another
     */
    Spelling(Map<String, String> shortForms, Collection<String> meanings, Collection<String> fillers, Collection<String> names, Predicate<String> isWord) {
        this.shortForms = shortForms;
        this.isWord = isWord;
        fillers.forEach(word -> put(word, Weight.FILLER));
        names.forEach(word -> put(word, Weight.NAME));
        Stream.concat(meanings.stream(), times()).forEach(word -> put(word, Weight.MEANING));
    }

    /** @param shortForms what is usually written short, by its short form @param isWord whether a word is one of the language */
    public static Spelling of(Lexicon lexicon, MemberIndex members, Map<String, String> shortForms, Predicate<String> isWord) {
        return new Spelling(shortForms, lexicon.words(true), lexicon.words(false), members.nameWords(), isWord);
    }

    private static Stream<String> times() {
        return Stream.of(TIMES.stream(), TIMES.stream().map(word -> word + "s"), Arrays.stream(Month.values()).map(Month::name),
                Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name)).flatMap(each -> each).map(word -> word.toLowerCase(Locale.ROOT));
    }

    private void put(String word, Weight weight) {
        if (word.length() >= SHORTEST && word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
            words.put(word, weight);
        }
    }

    /** @param word folded, one that nobody knows @return what was meant; empty where that is not clear */
    Optional<String> mend(String word) {
        var written = shortForms.get(word);
        if (written != null) {
            return Optional.of(written);
        }
        if (word.length() < SHORTEST || !word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z') || words.containsKey(word) || COUNTRIES.contains(word) || isWord.test(word)) {
            return Optional.empty();
        }
        Set<String> meant = new HashSet<>();
        words.forEach((known, weight) -> {
            var slip = Slip.between(word, known);
            if (slip != null && !isPlural(word, known) && isLikely(slip, word, known, weight)) {
                meant.add(known);
            }
        });
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    /** "pound" is no slip of "pounds", which means money. */
    private static boolean isPlural(String one, String other) {
        return (one + "s").equals(other) || (other + "s").equals(one);
    }

    /** The first letter is seldom wrong (Pollock and Zamora 1984). */
    private static boolean isLikely(Slip slip, String said, String meant, Weight weight) {
        if (said.charAt(0) != meant.charAt(0)) {
            return false;
        }
        return switch (slip) {
            case SWAPPED -> true;
            case MISSED, DOUBLED -> Math.max(said.length(), meant.length()) >= (weight == Weight.FILLER ? SHORTEST_FILLER : SHORTEST_MISSED);
            case REPLACED -> weight == Weight.MEANING && said.length() >= SHORTEST_REPLACED;
        };
    }
}
