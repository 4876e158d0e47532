package org.salesconsultant.seeded.knowledge;

/** Breaks: knowledge does not know the tools. */
public final class KnowsTheTools {
    public org.salesconsultant.seeded.tools.KnowsTheAssistant broken;
}
