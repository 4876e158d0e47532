package org.salesconsultant.assistant;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.net.ConnectException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why the embedded brain finished a turn that the language model had begun. */
public enum Takeover {
    UNREACHABLE, RATE_LIMITED, SERVER_ERROR, REFUSED, SILENT, BROKE_OFF,
    /** It came to nothing several times in a row, and is left alone for a while. */
    RESTING,
    /** The turn took longer than its limit. */
    TOO_LONG,
    /** The turn's token budget was used up. */
    TOO_MANY_TOKENS,
    /** It answered without having looked anything up. */
    NO_FINDING;

    /** As labels have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the model failed; else it answered, and the answer was worth nothing. */
    boolean isFailure() {
        return this != NO_FINDING;
    }

    /** What went wrong, as far as an error of the model tells. */
    static Takeover of(@Nullable Throwable error) {
        return switch (error) {
            case SentenceGate.Unfounded unfounded -> NO_FINDING;
            case TokenBudget.Exceeded exceeded -> TOO_MANY_TOKENS;
            case RateLimitException limited -> RATE_LIMITED;
            case InternalServerException failed -> SERVER_ERROR;
            case AuthenticationException refused -> REFUSED;
            case ModelNotFoundException refused -> REFUSED;
            case InvalidRequestException refused -> REFUSED;
            case TimeoutException silent -> SILENT;
            case ConnectException unreachable -> UNREACHABLE;
            case null -> BROKE_OFF;
            default -> error.getCause() == error ? BROKE_OFF : of(error.getCause());
        };
    }
}
