package org.salesconsultant.assistant.helpdesk;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;

/**
 * How probable each reason is to decide on a message, if what its sentences are for were independent of each other: the gravest intent
 * of any sentence decides, and a question without an answer beside one with an answer leaves the message partly known.
 */
final class Verdict {
    private static final Set<Intent> POLITE = Set.of(Intent.SMALL_TALK);
    private static final double POLITE_ENOUGH = 5;
    private static final double LEAST = 1e-9;

    private final Map<Reason, Double> reasons = new EnumMap<>(Reason.class);

    private Verdict() {}

    /** @param sentences what each may be for; the probabilities of each add up to 1 */
    static Verdict of(List<Map<Intent, Double>> sentences) {
        var verdict = new Verdict();
        var open = sentences.stream().map(EnumMap::new).toList();
        double left = 1;
        for (var reason : Stream.of(Reason.values()).filter(reason -> reason.compareTo(Reason.ACTION) <= 0).toList()) {
            double none = 1;
            for (var odds : open) {
                double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
                double its = odds.keySet().stream().filter(intent -> intent.reason() == reason).mapToDouble(odds::get).sum();
                odds.keySet().removeIf(intent -> intent.reason() == reason);
                none *= 1 - its / Math.max(all, LEAST);
            }
            verdict.reasons.put(reason, left * (1 - none));
            left *= none;
        }
        verdict.addHarmless(open, left);
        return verdict;
    }

    private void addHarmless(List<EnumMap<Intent, Double>> sentences, double left) {
        double polite = all(sentences, POLITE);
        double noGap = all(sentences, union(Intent.ANSWERED, POLITE));
        double noAnswer = all(sentences, union(Intent.GAPS, POLITE));
        double foreign = all(sentences, union(Set.of(Intent.OUT_OF_SCOPE), POLITE));
        double own = sentences.stream().mapToDouble(odds -> share(odds, Set.of(Intent.OWN_ORDER, Intent.OWN_PRODUCT))).max().orElse(0);
        double knowledge = sentences.stream().mapToDouble(odds -> share(odds, Set.of(Intent.KNOWLEDGE))).max().orElse(0);
        double isOwn = own / Math.max(own + knowledge, LEAST);
        reasons.put(Reason.SMALL_TALK, left * polite);
        reasons.put(Reason.OWN_ORDER, left * (noGap - polite) * isOwn);
        reasons.put(Reason.KNOWLEDGE, left * (noGap - polite) * (1 - isOwn));
        reasons.put(Reason.OUT_OF_SCOPE, left * (foreign - polite));
        reasons.put(Reason.NOT_KNOWN, left * (noAnswer - foreign));
        reasons.put(Reason.PARTLY_KNOWN, left * Math.max(0, 1 - noGap - noAnswer + polite));
    }

    /** That every sentence is for one of these. */
    private static double all(List<EnumMap<Intent, Double>> sentences, Set<Intent> these) {
        return sentences.stream().mapToDouble(odds -> share(odds, these)).reduce(1, (one, other) -> one * other);
    }

    private static double share(Map<Intent, Double> odds, Set<Intent> these) {
        double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        return odds.entrySet().stream().filter(entry -> these.contains(entry.getKey())).mapToDouble(Map.Entry::getValue).sum() / Math.max(all, LEAST);
    }

    private static Set<Intent> union(Set<Intent> some, Set<Intent> others) {
        return Set.copyOf(Stream.concat(some.stream(), others.stream()).toList());
    }

    double of(Decision decision) {
        return reasons.entrySet().stream().filter(entry -> entry.getKey().decision() == decision).mapToDouble(Map.Entry::getValue).sum();
    }

    /** The likeliest decision. */
    Decision decision() {
        return Stream.of(Decision.values()).max(Comparator.comparingDouble(this::of)).orElseThrow();
    }

    /** The likeliest reason for this decision; a friendly line is all that is sent only where a question is by far less likely. */
    Reason reason(Decision decision) {
        double polite = reasons.getOrDefault(Reason.SMALL_TALK, 0.0);
        double answered = reasons.getOrDefault(Reason.OWN_ORDER, 0.0) + reasons.getOrDefault(Reason.KNOWLEDGE, 0.0);
        return reasons.entrySet().stream().filter(entry -> entry.getKey().decision() == decision && (entry.getKey() != Reason.SMALL_TALK || polite >= POLITE_ENOUGH * answered))
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElseThrow();
    }
}
