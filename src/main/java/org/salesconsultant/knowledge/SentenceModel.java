package org.salesconsultant.knowledge;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
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
        return switch (language) {
            case ENGLISH -> load("all-minilm-l6-v2-q", PoolingMode.MEAN, executor);
            case CHINESE -> load("bge-small-zh-v1.5-q", PoolingMode.CLS, executor);
        };
    }

    static String name(Language language) {
        return switch (language) {
            case ENGLISH -> "all-MiniLM-L6-v2";
            case CHINESE -> "bge-small-zh-v1.5";
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
