package org.salesconsultant.tools;

import java.util.List;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.DataState;

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

    /** Whether there is anything it could answer this viewer from; only then the page offers it. */
    default boolean hasMaterial(Viewer viewer, DataState state) {
        return true;
    }

    /** What it learns ahead, so that no call waits for it. */
    default List<Lesson> lessons(ToolContext context) {
        return List.of();
    }
}
