package org.salesconsultant.assistant.planner;

/** A question that cannot be planned as it stands, with what is said instead; thrown from any depth of planning one. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Step.Conclude conclusion;

    Refusal(Step.Conclude conclusion) {
        super(conclusion.message(), null, false, false);
        this.conclusion = conclusion;
    }

    Step.Conclude conclusion() {
        return conclusion;
    }
}
