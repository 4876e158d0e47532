package org.salesconsultant.sales;

import java.util.List;

/** What a tool call came to. Exactly one of these; each maps to one {@link Status} of the answer. */
public sealed interface Outcome {
    Status status();

    record Found(Finding finding) implements Outcome {
        @Override
        public Status status() {
            return Status.ANSWERED;
        }
    }

    /** Understood, but no row matches. @param message two sentences at most @param near names or questions to offer */
    record Empty(String message, List<String> near) implements Outcome {
        @Override
        public Status status() {
            return Status.EMPTY;
        }
    }

    /** A question back. @param message one line @param options at most four, each a whole question to click */
    record Clarify(String message, List<String> options) implements Outcome {
        @Override
        public Status status() {
            return Status.CLARIFY;
        }
    }

    /** This viewer may not. */
    record Denied(String message) implements Outcome {
        @Override
        public Status status() {
            return Status.DENIED;
        }
    }

    /** Nothing here models it, or the data it needs isn't there: the message says which. */
    record OutOfScope(String message, List<String> instead) implements Outcome {
        @Override
        public Status status() {
            return Status.OUT_OF_SCOPE;
        }
    }

    /** It should have worked and didn't. */
    record Failed(String message) implements Outcome {
        @Override
        public Status status() {
            return Status.FAILED;
        }
    }
}
