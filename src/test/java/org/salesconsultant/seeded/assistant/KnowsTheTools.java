package org.salesconsultant.seeded.assistant;

/** Closes a cycle: the assistant may know the tools, the tools not the assistant. */
public final class KnowsTheTools {
    public org.salesconsultant.seeded.tools.KnowsTheAssistant broken;
}
