package org.salesconsultant.tools;

import org.salesconsultant.sales.Outcome;

/**
 * One thing the agent can do. Has no state of its own and is safe for many threads.
 *
 * @param <A> its arguments: a record whose components are named as in DESIGN.md §4; what a caller may leave out is
 *     {@code @Nullable}, a missing list is empty
 */
public interface Tool<A extends Record> {
    String name();

    Class<A> arguments();

    /**
     * @throws org.salesconsultant.sales.UserError when the arguments name something that does not exist (a metric, a grain):
     *     the caller can correct it and call again
     */
    Outcome run(A arguments, ToolContext context);

    /** Fits ahead what the first call would wait for. */
    default void warmUp(ToolContext context) {}
}
