package org.salesconsultant.seeded.settings;

/** Breaks: settings knows only sales. */
public final class KnowsTheAssistant {
    public org.salesconsultant.seeded.assistant.KnowsTheChannels broken;
}
