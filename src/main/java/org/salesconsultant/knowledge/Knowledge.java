package org.salesconsultant.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Names;
import org.salesconsultant.settings.Home;

/**
 * The company's documents, searched by meaning. They are read when it is made; their vectors are computed in the background.
 * Safe for many threads.
 */
public final class Knowledge {
    private final Embedder embedder;
    private final List<Passage> passages;
    private final Map<Language, CompletableFuture<List<Indexed>>> indexes = new ConcurrentHashMap<>();

    private record Indexed(Passage passage, float[] whole, List<float[]> questions, List<float[]> sentences) {
        /** A heading alone often asks the question, and one sentence often answers it; weighed against labelled questions that are not among the tests'. */
        double nearness(float[] query) {
            return 0.3 * dot(query, whole) + 0.4 * nearest(query, questions) + 0.3 * nearest(query, sentences);
        }
    }

    /** @throws org.salesconsultant.sales.UserError with file and line when a document under {@code knowledge/} is broken */
    public Knowledge(Home home, Embedder embedder) {
        this.embedder = embedder;
        passages = home.list("knowledge", ".md").stream()
                .flatMap(file -> MarkdownDocument.read(file, home.read(file)).stream()).toList();
    }

    /** Begins to compute the vectors, and returns at once. */
    public void warmUp() {
        for (var language : Language.values()) {
            index(language);
        }
    }

    /** All passages the query may be answered from, in its language; nearest or not. */
    public List<Passage> searched(KnowledgeQuery query) {
        return passages.stream().filter(passage -> passage.language() == query.language() && query.admits(passage)).toList();
    }

    /** Passages that the query may be answered from but for their language, of documents that its language lacks. */
    public List<Passage> inOtherLanguagesOnly(KnowledgeQuery query) {
        var present = searched(query).stream().map(Passage::document).toList();
        return passages.stream().filter(passage -> query.admits(passage) && !present.contains(passage.document())).toList();
    }

    /** The document of this name or title, in any language. */
    public Optional<String> document(String nameOrTitle) {
        var wanted = Names.fold(nameOrTitle);
        return passages.stream()
                .filter(passage -> Names.fold(passage.document()).equals(wanted) || Names.fold(passage.title()).equals(wanted))
                .map(Passage::document).findFirst();
    }

    /**
     * The passages near enough to answer, nearest first. Waits for the vectors.
     *
     * @param limit at most so many
     * @return empty when nothing is near
     */
    public List<Hit> search(KnowledgeQuery query, int limit) {
        var vector = embedder.embed(query.language(), List.of(query.text())).getFirst();
        return index(query.language()).join().stream().filter(indexed -> query.admits(indexed.passage()))
                .map(indexed -> new Hit(indexed.passage(), indexed.nearness(vector)))
                .filter(hit -> hit.score() >= nearEnough(query.language()))
                .sorted(Comparator.comparingDouble(Hit::score).reversed()).limit(limit).toList();
    }

    /** How near the nearest passage for customers is, the sample company's included; 0 where none is near enough. */
    public double nearness(Language language, String text) {
        return search(forCustomers(language, text), 1).stream().mapToDouble(Hit::score).findFirst().orElse(0);
    }

    /** Questions that passages for customers say they answer, the sample company's included. */
    public List<String> asked(Language language) {
        return searched(forCustomers(language, "")).stream().flatMap(passage -> passage.asked().stream()).toList();
    }

    private static KnowledgeQuery forCustomers(Language language, String text) {
        return new KnowledgeQuery(text, language, null, false, true);
    }

    /** The models differ in how near they place what has nothing in common: up to 0.34 in English, 0.46 in Chinese. */
    private static double nearEnough(Language language) {
        return switch (language) {
            case ENGLISH -> 0.37;
            case CHINESE -> 0.50;
        };
    }

    private CompletableFuture<List<Indexed>> index(Language language) {
        return indexes.computeIfAbsent(language, any -> CompletableFuture.supplyAsync(() -> {
            var own = passages.stream().filter(passage -> passage.language() == language).toList();
            if (own.isEmpty()) {
                return List.of();
            }
            var whole = embedder.embed(language, own.stream().map(Passage::withHeadings).toList());
            return IntStream.range(0, own.size()).mapToObj(i -> new Indexed(own.get(i), whole.get(i),
                    embedder.embed(language, own.get(i).questions()), embedder.embed(language, own.get(i).sentences()))).toList();
        }, work -> Thread.ofPlatform().daemon().name("knowledge").start(work)));
    }

    private static double nearest(float[] query, List<float[]> vectors) {
        return vectors.stream().mapToDouble(vector -> dot(query, vector)).max().orElse(0);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
