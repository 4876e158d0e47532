package org.salesconsultant.seeded.ops;

/** Breaks: ops knows nobody. */
public final class KnowsSettings {
    public org.salesconsultant.seeded.settings.KnowsTheAssistant broken;
}
