package org.salesconsultant.knowledge;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;

/**
 * One sentence encoder in memory. LangChain4j's ready-made classes leave threads and memory to ONNX Runtime, which then takes
 * a pool of spinning threads and a growing arena for each model; this one computes on the caller's executor alone.
 */
final class SentenceModel extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;

    private SentenceModel(OnnxBertBiEncoder encoder, Executor executor) {
        super(executor);
        this.encoder = encoder;
    }

    /**
     * Reads the language's model from the class path; takes a second or two.
     *
     * <p>English is all-MiniLM-L6-v2 (384 numbers a text, mean of the tokens), Chinese bge-small-zh-v1.5 (512 numbers, first
     * token), both quantised to 8 bits.
     *
     * @param executor runs the texts of one call side by side
     */
    static SentenceModel load(Language language, Executor executor) {
        return load(file(language), language == Language.ENGLISH ? PoolingMode.MEAN : PoolingMode.CLS, executor);
    }

    static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "all-MiniLM-L6-v2";
            case CHINESE -> "bge-small-zh-v1.5";
        };
    }

    private static String file(Language language) {
        return switch (language) {
            case ENGLISH -> "all-minilm-l6-v2-q";
            case CHINESE -> "bge-small-zh-v1.5-q";
        };
    }

    private static SentenceModel load(String name, PoolingMode pooling, Executor executor) {
        try (var model = resource(name + ".onnx");
             var tokenizer = resource(name + "-tokenizer.json");
             var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            var environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            var session = environment.createSession(model.readAllBytes(), options);
            return new SentenceModel(new OnnxBertBiEncoder(environment, session, tokenizer, pooling), executor);
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("cannot load the sentence model " + name, e);
        }
    }

    /** The words the model's tokenizer does not cut in pieces. */
    static Set<String> words(Language language) {
        try (var tokenizer = resource(file(language) + "-tokenizer.json")) {
            Set<String> words = new HashSet<>();
            Json.MAPPER.readTree(tokenizer).at("/model/vocab").fieldNames().forEachRemaining(words::add);
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        var stream = SentenceModel.class.getResourceAsStream("/" + name);
        if (stream == null) {
            throw new IllegalStateException("the class path lacks " + name);
        }
        return stream;
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }
}
