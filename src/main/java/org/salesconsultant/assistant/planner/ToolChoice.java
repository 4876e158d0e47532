package org.salesconsultant.assistant.planner;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.planner.reading.Mention;
import org.salesconsultant.assistant.planner.reading.Reader;
import org.salesconsultant.assistant.planner.reading.Reading;
import org.salesconsultant.assistant.planner.reading.Token;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.IntentLearner.Guess;
import org.salesconsultant.sales.Language;

/** Which tool a question is for: the most probable by its example questions, where that is sure enough. Safe for many threads. */
final class ToolChoice {
    /** Answers from documents are free text: any word may be asked for. */
    static final String SEARCH = "search_knowledge";
    /** From this confidence on a tool is likelier to be right than not. */
    private static final double SURE = 0.5;
    /** The same for a question with words that may change what is asked: a wrong number weighs more than a question declined. */
    private static final double CERTAIN = 0.85;
    /** With this confidence a tool is worth asking about, as one of a few. */
    private static final double POSSIBLE = 0.25;
    private static final int OPTIONS = 3;

    private final Set<String> available;
    private final Map<Language, Map<String, List<String>>> questions;
    private final ToolExamples examples;
    private final Masking masking;
    private final Map<String, Set<String>> vocabulary;

    /**
     * @param tool what the question is for, where that is sure enough
     * @param near otherwise: two or three tools that may be meant, the likeliest first, or none
     */
    record Choice(Optional<String> tool, List<String> near) {}

    private ToolChoice(Set<String> available, Map<Language, Map<String, List<String>>> questions, ToolExamples examples, Masking masking, Map<String, Set<String>> vocabulary) {
        this.available = Set.copyOf(available);
        this.questions = questions;
        this.examples = examples;
        this.masking = masking;
        this.vocabulary = vocabulary;
    }

    /**
     * @param available the tools that are there
     * @param questions example questions by language and tool
     * @param beyond questions that no tool answers, by language code
     * @param reader knows common words and times, but no members
     */
    static ToolChoice of(Set<String> available, IntentLearner learner, Map<Language, Map<String, List<String>>> questions, Map<String, List<String>> beyond, Reader reader, Masking masking) {
        Map<Language, Map<String, List<String>>> masked = new HashMap<>();
        Map<Language, List<String>> maskedBeyond = new HashMap<>();
        Map<String, Set<String>> vocabulary = new HashMap<>();
        questions.forEach((language, byTool) -> {
            byTool.forEach((tool, texts) -> {
                var readings = texts.stream().map(reader::read).toList();
                masked.computeIfAbsent(language, any -> new HashMap<>()).put(tool,
                        readings.stream().map(reading -> masking.maskExample(reading, language)).distinct().toList());
                readings.forEach(reading -> reading.tokens().forEach(token -> vocabulary.computeIfAbsent(tool, any -> new HashSet<>()).add(token.folded())));
            });
            maskedBeyond.put(language, beyond.getOrDefault(language.code(), List.of()).stream()
                    .map(text -> masking.maskExample(reader.read(text), language)).distinct().toList());
        });
        return new ToolChoice(available, questions, new ToolExamples(learner, masked, maskedBeyond), masking, vocabulary);
    }

    ToolExamples examples() {
        return examples;
    }

    /**
     * The likeliest tool, or those near where none is sure enough.
     *
     * @param clause what of the reading is asked
     * @param referent the dimension of what "they" or "it" stands for, or null
     * @param fits whether a tool has what it cannot do without; one that has not is passed over
     */
    Choice choose(Reading reading, Clause clause, Language language, @Nullable String referent, Predicate<String> fits) {
        var guesses = examples.guesses(language, masking.mask(reading, clause.mentions(), language, referent)).stream().filter(guess -> fits.test(guess.intent())).toList();
        if (guesses.isEmpty()) {
            return new Choice(Optional.empty(), List.of());
        }
        var best = guesses.getFirst();
        if (best.confidence() >= (isKnown(reading, clause, best.intent()) && !limits(clause) ? SURE : CERTAIN)) {
            return new Choice(Optional.of(best.intent()), List.of());
        }
        var near = guesses.stream().filter(guess -> available.contains(guess.intent()) && guess.confidence() >= POSSIBLE).limit(OPTIONS).toList();
        return new Choice(Optional.empty(), near.size() > 1 ? near.stream().map(Guess::intent).toList() : List.of());
    }

    /** A question that the tool answers, about the members named where its own is about others. @param members by dimension, with their dimension */
    String example(String tool, Language language, Map<String, String> members) {
        var example = questions.getOrDefault(language, Map.of()).getOrDefault(tool, List.of()).stream().findFirst().orElse("");
        var masked = examples.first(language, tool);
        return members.entrySet().stream().filter(member -> masked.contains(masking.named(member.getKey(), language))).findFirst()
                .map(member -> masked.replace(masking.named(member.getKey(), language), member.getValue())).orElse(example);
    }

    /** Written like a name: then it is one, whatever the examples name. */
    private static boolean isProper(Reading reading, Clause.Unknown unknown) {
        return unknown.from() > 0 && unknown.named() && Character.isUpperCase(reading.text().charAt(reading.tokens().get(unknown.from()).start()));
    }

    private static boolean limits(Clause clause) {
        return clause.namesMetric() && clause.unknown().stream().anyMatch(Clause.Unknown::named);
    }

    /** Whether every word of the clause is common or stands in an example of the tool. */
    private boolean isKnown(Reading reading, Clause clause, String tool) {
        var known = vocabulary.getOrDefault(tool, Set.of());
        return clause.mentions().stream().filter(Mention.Unknown.class::isInstance)
                .allMatch(mention -> reading.tokens().subList(mention.from(), mention.to()).stream().map(Token::folded).allMatch(known::contains));
    }

    /** Whether the tool's examples have the word. */
    boolean says(String tool, String word) {
        return vocabulary.getOrDefault(tool, Set.of()).contains(word);
    }

    /** Whether the clause has a word that the examples of this tool have and those of no other. */
    boolean isSigned(Reading reading, Clause clause, String tool) {
        var own = vocabulary.getOrDefault(tool, Set.of());
        return clause.mentions().stream().filter(mention -> mention instanceof Mention.Unknown || mention instanceof Mention.OfRole)
                .flatMap(mention -> reading.tokens().subList(mention.from(), mention.to()).stream()).map(Token::folded)
                .anyMatch(word -> own.contains(word) && vocabulary.entrySet().stream().noneMatch(other -> !other.getKey().equals(tool) && other.getValue().contains(word)));
    }

    /** The unknown words that do not stand in the tool's examples. */
    List<Clause.Unknown> strange(Reading reading, Clause clause, String tool) {
        var known = vocabulary.getOrDefault(tool, Set.of());
        return clause.unknown().stream().filter(unknown -> isProper(reading, unknown) || !reading.tokens().subList(unknown.from(), unknown.to()).stream()
                .map(Token::folded).allMatch(known::contains)).toList();
    }
}
