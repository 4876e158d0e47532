package org.salesconsultant.assistant.helpdesk;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.Documents.Passage;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.sales.Language;
import org.salesconsultant.warehouse.Warehouse;

/** Reads what each sentence of a message is for: its likeness to the examples, weighed with what the documents have on it. */
final class MessageReader {
    /** How much a passage's nearness, beyond what is near enough, adds to the log odds of a question that documents answer. */
    private static final double BY_PASSAGE = 12;
    /** How much a phrase that speaks for an intent adds to its log odds. */
    private static final double BY_CUE = 2;
    /** How much it takes off that none does. */
    private static final double WITHOUT_CUE = -0.7;
    /** How much a number of an order or a product adds to the log odds of a question about the customer's orders. */
    private static final double BY_NUMBER = 1.5;
    private static final double LEAST = 0.001;

    private final Intentions intentions;
    private final Cues cues;
    private final Documents documents;
    private final Map<String, Double> nearEnough;

    MessageReader(Intentions intentions, Cues cues, Documents documents, Map<String, Double> nearEnough) {
        this.intentions = intentions;
        this.cues = cues;
        this.documents = documents;
        this.nearEnough = nearEnough;
    }

    /** Its sentences; the whole message is one too where {@code whole}. */
    List<Sentence> sentences(CustomerMessage message, Warehouse warehouse) {
        var language = message.language();
        return Sentences.of(Sentences.simplified(message.text())).stream().map(text -> read(text, message, language, warehouse)).toList();
    }

    Sentence whole(CustomerMessage message, Warehouse warehouse) {
        return read(Sentences.simplified(message.text()), message, message.language(), warehouse);
    }

    private Sentence read(String text, CustomerMessage message, Language language, Warehouse warehouse) {
        var passages = passages(text, message, language, warehouse);
        var odds = new EnumMap<Intent, Double>(Intent.class);
        odds.putAll(intentions.of(language, text));
        if (!passages.isEmpty()) {
            odds.computeIfPresent(Intent.KNOWLEDGE, (intent, probability) -> raised(probability, BY_PASSAGE * (passages.getFirst().score() - enough(language))));
        }
        var cued = cues.in(text, language);
        cues.known(language).forEach(known -> odds.computeIfPresent(known, (intent, probability) -> raised(probability, cued.contains(intent) ? BY_CUE : WITHOUT_CUE)));
        if (OrdersNamed.isNumberIn(text)) {
            Stream.of(Intent.OWN_ORDER, Intent.OWN_PRODUCT).forEach(own -> odds.computeIfPresent(own, (intent, probability) -> raised(probability, BY_NUMBER)));
        }
        return new Sentence(text, odds, passages.stream().filter(passage -> passage.score() >= enough(language)).toList(), cues.asks(text, language));
    }

    /** What a follow-up leaves out stands in the message before: each passage by the better of the two. */
    private List<Passage> passages(String text, CustomerMessage message, Language language, Warehouse warehouse) {
        var before = message.earlier().isEmpty() ? Stream.<String>of() : Stream.of(Sentences.simplified(message.earlier().getLast()) + "\n" + text);
        var queries = Stream.of(Stream.of(text), before, Sentences.clauses(text).stream()).flatMap(some -> some);
        var best = new LinkedHashMap<Reply.Citation, Double>();
        queries.flatMap(query -> documents.near(query, language, warehouse).stream()).forEach(passage -> best.merge(passage.citation(), passage.score(), Math::max));
        return best.entrySet().stream().map(entry -> new Passage(entry.getKey(), entry.getValue())).sorted(Comparator.comparingDouble(Passage::score).reversed()).toList();
    }

    private double enough(Language language) {
        return nearEnough.getOrDefault(language.code(), 1.0);
    }

    private static double raised(double probability, double by) {
        double within = Math.clamp(probability, LEAST, 1 - LEAST);
        return 1 / (1 + Math.exp(-Math.log(within / (1 - within)) - by));
    }
}
