package org.salesconsultant.assistant.helpdesk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.ProbabilityLearner.Case;
import org.salesconsultant.sales.ProbabilityLearner.Probability;
import org.salesconsultant.sales.SentenceLearner.Labelled;
import org.salesconsultant.sales.SentenceLearner.Learned;

/**
 * What the labelled messages of one language teach: what a sentence is for, whether documents answer what it asks, and how often a
 * decision so probable is right. All but the first is fitted to what was said of messages that were held out.
 */
final class MessageModel {
    private static final double LEAST = 0.003;
    /** About as near as passages are that have nothing in common with a text. */
    private static final double FAR = 0.35;

    private final Learned labels;
    private final Probability known;
    private final Probability right;

    private MessageModel(Learned labels, Probability known, Probability right) {
        this.labels = labels;
        this.known = known;
        this.right = right;
    }

    static MessageModel learn(Language language, HelpdeskExamples examples, Learners learners) {
        var labelled = examples.labelled();
        var labels = learners.sentences().learn(language, withAsked(labelled, learners.asked().apply(language)));
        var said = IntStream.range(0, labelled.size()).mapToObj(i -> said(language, labelled.get(i), labels.heldOut().get(i), learners)).toList();
        var known = learners.probabilities().learn(said.stream().filter(one -> one.is(Intent.KNOWLEDGE) || one.is(Intent.NOT_KNOWN))
                .map(one -> new Case(signs(one.intents(), one.nearness()), one.is(Intent.KNOWLEDGE))).toList());
        var messages = said.stream().limit(examples.messages().stream().mapToLong(List::size).sum())
                .collect(Collectors.groupingBy(one -> one.labelled().message(), TreeMap::new, Collectors.toList())).values();
        return new MessageModel(labels, known, learners.probabilities().learn(messages.stream().map(message -> judged(message, known)).toList()));
    }

    /** What was said of an example without having learned from it. @param nearness of the nearest passage of the documents, 0 where none is near */
    private record Said(Labelled labelled, Map<Intent, Double> intents, double nearness) {
        boolean is(Intent intent) {
            return labelled.label().equals(intent.word());
        }
    }

    private static Said said(Language language, Labelled labelled, Map<String, Double> heldOut, Learners learners) {
        var intents = byIntent(heldOut);
        boolean isAsked = asked(intents) > LEAST || labelled.label().equals(Intent.KNOWLEDGE.word()) || labelled.label().equals(Intent.NOT_KNOWN.word());
        return new Said(labelled, intents, isAsked ? learners.nearness().applyAsDouble(language, labelled.text()) : 0);
    }

    private static List<Labelled> withAsked(List<Labelled> labelled, List<String> asked) {
        int next = labelled.size();
        return Stream.concat(labelled.stream(), IntStream.range(0, asked.size()).mapToObj(i -> new Labelled(asked.get(i), Intent.KNOWLEDGE.word(), next + i))).toList();
    }

    private static Case judged(List<Said> message, Probability known) {
        var verdict = Verdict.of(message.stream().map(one -> weighed(one.intents(), known, one.nearness())).toList());
        var right = Verdict.of(message.stream().map(one -> Map.of(Intent.of(one.labelled().label()), 1.0)).toList());
        return new Case(signs(verdict), verdict.decision() == right.decision());
    }

    /** What a sentence may be for. @param nearness of the nearest passage of the documents */
    Map<Intent, Double> intents(String sentence, double nearness) {
        return weighed(byIntent(labels.probabilities(sentence)), known, nearness);
    }

    /** How probable it is that the likeliest decision is right. */
    double certainty(Verdict verdict) {
        return right.of(signs(verdict));
    }

    private static Map<Intent, Double> weighed(Map<Intent, Double> intents, Probability known, double nearness) {
        double asked = asked(intents);
        double answered = asked * known.of(signs(intents, nearness));
        var weighed = new EnumMap<>(intents);
        weighed.put(Intent.KNOWLEDGE, answered);
        weighed.put(Intent.NOT_KNOWN, asked - answered);
        return weighed;
    }

    private static double[] signs(Map<Intent, Double> intents, double nearness) {
        return new double[] {Math.max(nearness, FAR), nearness > 0 ? 1 : 0, logOdds(intents.getOrDefault(Intent.KNOWLEDGE, 0.0) / Math.max(asked(intents), LEAST))};
    }

    private static double asked(Map<Intent, Double> intents) {
        return intents.getOrDefault(Intent.KNOWLEDGE, 0.0) + intents.getOrDefault(Intent.NOT_KNOWN, 0.0);
    }

    private static double[] signs(Verdict verdict) {
        return new double[] {logOdds(verdict.of(verdict.decision())), verdict.decision() == Decision.SEND ? 1 : 0};
    }

    private static double logOdds(double probability) {
        double within = Math.clamp(probability, LEAST, 1 - LEAST);
        return Math.log(within / (1 - within));
    }

    private static Map<Intent, Double> byIntent(Map<String, Double> byLabel) {
        var intents = new EnumMap<Intent, Double>(Intent.class);
        byLabel.forEach((label, probability) -> intents.put(Intent.of(label), probability));
        return intents;
    }
}
