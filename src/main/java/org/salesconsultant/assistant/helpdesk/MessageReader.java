package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.Documents.Passage;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.assistant.helpdesk.Sentences.Part;
import org.salesconsultant.sales.Language;
import org.salesconsultant.warehouse.Warehouse;

/** Reads what each sentence of a message is for: by its likeness to the examples, and by what the documents have on it. */
final class MessageReader {
    /** How many times as probable the number of an order or a product makes a question about the customer's orders. */
    private static final double BY_NUMBER = 7;
    /** Of a longer message the beginning is read: each sentence costs some milliseconds. */
    private static final int MOST_SENTENCES = 40;

    private final Documents documents;

    MessageReader(Documents documents) {
        this.documents = documents;
    }

    List<Sentence> sentences(CustomerMessage message, MessageModel model, Warehouse warehouse) {
        var before = message.earlier().isEmpty() ? "" : Sentences.simplified(message.earlier().getLast());
        List<Sentence> sentences = new ArrayList<>();
        for (var part : parts(Letter.body(message.text()))) {
            sentences.add(read(part, before, message.language(), model, warehouse));
            before = part.text();
        }
        parts(Letter.rest(message.text())).forEach(part -> sentences.add(new Sentence(part.text(), onlySteering(model.intents(part.text(), 0)), List.of())));
        return sentences;
    }

    private static List<Part> parts(String text) {
        return text.isBlank() ? List.of() : Sentences.of(Sentences.simplified(text)).stream().limit(MOST_SENTENCES).toList();
    }

    /** What is quoted or signed asks for nothing, but may try to steer. */
    private static Map<Intent, Double> onlySteering(Map<Intent, Double> intents) {
        double steers = intents.getOrDefault(Intent.PROMPT_INJECTION, 0.0);
        return Map.of(Intent.PROMPT_INJECTION, steers, Intent.SMALL_TALK, 1 - steers);
    }

    private Sentence read(Part part, String before, Language language, MessageModel model, Warehouse warehouse) {
        var passages = passages(part, before, language, warehouse);
        double nearness = passages.isEmpty() ? 0 : passages.getFirst().score();
        var intents = model.intents(part.text(), nearness);
        if (!part.within().equals(part.text())) {
            var within = model.intents(part.within(), nearness);
            intents = normalised(intents, (intent, probability) -> Math.sqrt(probability * within.getOrDefault(intent, 0.0)));
        }
        return new Sentence(part.text(), OrdersNamed.isNumberIn(part.text()) ? normalised(intents, (intent, probability) -> intent.isOwn() ? BY_NUMBER * probability : probability) : intents, passages);
    }

    /** What a sentence leaves out stands in the one before: each passage by the best of them. */
    private List<Passage> passages(Part part, String before, Language language, Warehouse warehouse) {
        var best = new LinkedHashMap<Reply.Citation, Double>();
        Stream.concat(Stream.of(part.text(), part.within(), before + "\n" + part.text()), Sentences.clauses(part.text()).stream()).distinct().flatMap(query -> documents.near(query, language, warehouse).stream())
                .forEach(passage -> best.merge(passage.citation(), passage.score(), Math::max));
        return best.entrySet().stream().map(entry -> new Passage(entry.getKey(), entry.getValue())).sorted(Comparator.comparingDouble(Passage::score).reversed()).toList();
    }

    private static Map<Intent, Double> normalised(Map<Intent, Double> intents, BiFunction<Intent, Double, Double> weighed) {
        var odds = new EnumMap<>(intents);
        odds.replaceAll(weighed);
        double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        odds.replaceAll((intent, probability) -> probability / all);
        return odds;
    }
}
