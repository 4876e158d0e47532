package org.salesconsultant.seeded.warehouse;

/** Breaks: the warehouse knows only sales and settings. */
public final class KnowsTheTools {
    public org.salesconsultant.seeded.tools.KnowsTheAssistant broken;
}
