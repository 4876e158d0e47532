package org.salesconsultant.assistant;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configured LLM brain, and whether it is worth asking: after several turns in a row that came to nothing it is left alone for a
 * while, so that a server that is down, or a model that never calls a tool, costs no turn its time. Safe for many threads.
 */
public final class Llm {
    private static final Logger LOG = LoggerFactory.getLogger(Llm.class);
    private static final float ALL = 100;

    private final StreamingChatModel model;
    private final String key;
    private final Duration limit;
    private final int tokens;
    private final CircuitBreaker breaker;
    private final LlmTally tally = new LlmTally();
    private volatile Takeover last = Takeover.BROKE_OFF;

    /**
     * @param key of the model's server, which no answer may show; empty where it has none
     * @param limit for a whole turn; then the embedded brain takes over
     * @param tokens of a whole turn
     * @param restAfter turns in a row that come to nothing
     * @param rest after them; then one turn tries again
     */
    public Llm(StreamingChatModel model, String key, Duration limit, int tokens, int restAfter, Duration rest) {
        this.model = model;
        this.key = key;
        this.limit = limit;
        this.tokens = tokens;
        this.breaker = CircuitBreaker.of("llm", CircuitBreakerConfig.custom().slidingWindowSize(restAfter).minimumNumberOfCalls(restAfter)
                .failureRateThreshold(ALL).waitDurationInOpenState(rest).permittedNumberOfCallsInHalfOpenState(1).build());
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                LOG.warn("the language model is left alone for {} s: its last {} turns came to nothing, the last one: {}", rest.toSeconds(),
                        restAfter, last.word());
            }
        });
    }

    StreamingChatModel model() {
        return model;
    }

    String key() {
        return key;
    }

    Duration limit() {
        return limit;
    }

    TokenBudget budget() {
        return new TokenBudget(tokens);
    }

    /** What has become of its work since the start. */
    public LlmTally tally() {
        return tally;
    }

    /** @throws Agent.BrainFailed when the turn comes to nothing, or the model rests */
    <T> T ask(Callable<T> turn) throws Agent.BrainFailed {
        try {
            return breaker.executeCallable(() -> remembered(turn));
        } catch (CallNotPermittedException e) {
            throw counted(new Agent.BrainFailed(last.isFailure() ? Takeover.RESTING : last, "it rests after " + last.word(), e));
        } catch (Agent.BrainFailed e) {
            throw counted(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T remembered(Callable<T> turn) throws Exception {
        try {
            return turn.call();
        } catch (Agent.BrainFailed e) {
            last = e.why();
            throw e;
        }
    }

    private Agent.BrainFailed counted(Agent.BrainFailed failure) {
        tally.takenOver(failure.why());
        return failure;
    }
}
