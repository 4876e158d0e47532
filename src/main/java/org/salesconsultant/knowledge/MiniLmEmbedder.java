package org.salesconsultant.knowledge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.data.segment.TextSegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;

/**
 * Sentence vectors computed inside this process: English by all-MiniLM-L6-v2, Chinese by bge-small-zh-v1.5. A model is loaded
 * when its language is first asked for, on a background thread; {@link #embed} waits for it. Recent texts are remembered.
 *
 * <p>Nothing here calls out. The tokenizer library would look for a cloud host and report home when it first loads, so its
 * switches are set before it does.
 */
public final class MiniLmEmbedder implements Embedder {
    private static final int TEXTS_REMEMBERED = 6_000;
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final Map<Language, CompletableFuture<SentenceModel>> models = new ConcurrentHashMap<>();
    private final Cache<Text, float[]> recent = Caffeine.newBuilder().maximumSize(TEXTS_REMEMBERED).build();
    private final Executor loading = Executors.newSingleThreadExecutor(daemon("embedder-load"));
    private final Executor computing = Executors.newFixedThreadPool(THREADS, daemon("embedder"));

    private record Text(Language language, String text) {}

    /** Loads nothing yet. @param cacheFolder where the tokenizer library unpacks its native code, 20 MB; it is made */
    public MiniLmEmbedder(Path cacheFolder) {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        for (var folder : List.of("DJL_CACHE_DIR", "ENGINE_CACHE_DIR", "jna.tmpdir")) {
            System.setProperty(folder, cacheFolder.toAbsolutePath().toString());
        }
    }

    /** Begins to load both models, English first, and returns at once. */
    public void warmUp() {
        for (var language : Language.values()) {
            model(language);
        }
    }

    /** The model's name, as its makers write it. */
    public static String modelName(Language language) {
        return SentenceModel.name(language);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when a text is blank
     */
    @Override
    public List<float[]> embed(Language language, List<String> texts) {
        var keys = texts.stream().map(text -> new Text(language, text)).toList();
        var vectors = new HashMap<>(recent.getAllPresent(keys));
        var missing = keys.stream().distinct().filter(key -> !vectors.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            var computed = model(language).join().embedAll(missing.stream().map(key -> TextSegment.from(key.text())).toList()).content();
            for (int i = 0; i < missing.size(); i++) {
                vectors.put(missing.get(i), computed.get(i).vector());
            }
            missing.forEach(key -> recent.put(key, vector(vectors, key)));
        }
        return keys.stream().map(key -> vector(vectors, key)).toList();
    }

    @Override
    public boolean isWord(String word) {
        return Words.ENGLISH.contains(word);
    }

    /** Read when first asked for. */
    private static final class Words {
        private static final Set<String> ENGLISH = SentenceModel.words(Language.ENGLISH);
    }

    private static float[] vector(Map<Text, float[]> vectors, Text key) {
        return Objects.requireNonNull(vectors.get(key));
    }

    private CompletableFuture<SentenceModel> model(Language language) {
        return models.computeIfAbsent(language,
                any -> CompletableFuture.supplyAsync(() -> SentenceModel.load(language, computing), loading));
    }

    private static ThreadFactory daemon(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }
}
