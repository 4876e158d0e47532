package org.salesconsultant.assistant;

/** The assistant as a channel sees it: a question in, an answer out. */
@FunctionalInterface
public interface Answering {
    /**
     * @param listener told of the turn as it happens
     * @throws org.salesconsultant.sales.UserError when the conversation is not the viewer's, or a turn of it is still running
     */
    Answer ask(Question question, TurnListener listener);
}
