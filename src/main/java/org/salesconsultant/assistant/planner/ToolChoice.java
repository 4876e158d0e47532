package org.salesconsultant.assistant.planner;

import java.util.Comparator;
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
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.IntentLearner;
import org.salesconsultant.sales.Language;

/** Which tool a question is for: of those whose example questions are near, the most probable. Safe for many threads. */
final class ToolChoice {
    /** Answers from documents are free text: any word may be asked for. */
    static final String SEARCH = "search_knowledge";
    /** From this nearness on a question is taken to be for the tool even with words its examples do not have. */
    private static final Map<Language, Double> SURE = Map.of(Language.ENGLISH, 0.66, Language.CHINESE, 0.74);
    /** The same for a question that names a metric and may limit it by a name that nobody has. */
    private static final Map<Language, Double> CERTAIN = Map.of(Language.ENGLISH, 0.72, Language.CHINESE, 0.86);
    /** Below it nothing here is meant. */
    private static final Map<Language, Double> POSSIBLE = Map.of(Language.ENGLISH, 0.45, Language.CHINESE, 0.62);

    /** Among tools that are so much less near than the nearest, the classifier decides. */
    private static final double NEAR = 0.12;

    /** A tool that is there wins over one that is not when they are this near to each other. */
    private static final double TIE = 0.04;

    private final Set<String> available;
    private final ToolExamples examples;
    private final Masking masking;
    private final Map<String, Set<String>> vocabulary;

    private ToolChoice(Set<String> available, ToolExamples examples, Masking masking, Map<String, Set<String>> vocabulary) {
        this.available = Set.copyOf(available);
        this.examples = examples;
        this.masking = masking;
        this.vocabulary = vocabulary;
    }

    /**
     * @param available the tools that are there
     * @param questions example questions by language and tool
     * @param reader knows common words and times, but no members
     */
    static ToolChoice of(Set<String> available, Embedder embedder, IntentLearner learner, Map<Language, Map<String, List<String>>> questions, Reader reader, Masking masking) {
        Map<Language, Map<String, List<String>>> masked = new HashMap<>();
        Map<String, Set<String>> vocabulary = new HashMap<>();
        questions.forEach((language, byTool) -> byTool.forEach((tool, texts) -> {
            var readings = texts.stream().map(reader::read).toList();
            masked.computeIfAbsent(language, any -> new HashMap<>()).put(tool,
                    readings.stream().map(reading -> masking.maskExample(reading, language)).distinct().toList());
            readings.forEach(reading -> reading.tokens().forEach(token -> vocabulary.computeIfAbsent(tool, any -> new HashSet<>()).add(token.folded())));
        }));
        return new ToolChoice(available, new ToolExamples(embedder, learner, masked), masking, vocabulary);
    }

    void warmUp() {
        examples.warmUp();
    }

    /**
     * The likeliest tool, or empty where nothing is near enough.
     *
     * @param clause what of the reading is asked
     * @param referent the dimension of what "they" or "it" stands for, or null
     * @param fits whether a tool has what it cannot do without; one that has not is passed over
     */
    Optional<String> likeliest(Reading reading, Clause clause, Language language, @Nullable String referent, Predicate<String> fits) {
        var ranked = examples.rank(language, masking.mask(reading, clause.mentions(), language, referent)).stream()
                .filter(one -> fits.test(one.tool())).toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        var probable = ranked.stream().filter(one -> one.score() >= ranked.getFirst().score() - NEAR)
                .max(Comparator.comparingDouble(ToolExamples.Likelihood::probability)).orElseThrow();
        var best = available.contains(probable.tool()) ? probable
                : ranked.stream().filter(one -> available.contains(one.tool()) && one.score() >= probable.score() - TIE).findFirst().orElse(probable);
        double needed = limits(clause) ? CERTAIN.getOrDefault(language, 1.0)
                : isKnown(reading, clause, best.tool()) ? POSSIBLE.getOrDefault(language, 1.0) : SURE.getOrDefault(language, 1.0);
        return best.score() >= needed ? Optional.of(best.tool()) : Optional.empty();
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
