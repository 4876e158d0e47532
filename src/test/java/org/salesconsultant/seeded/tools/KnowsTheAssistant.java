package org.salesconsultant.seeded.tools;

/** Breaks: tools do not know the assistant; with it, a cycle. */
public final class KnowsTheAssistant {
    public org.salesconsultant.seeded.assistant.KnowsTheTools broken;
}
