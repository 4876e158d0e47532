package org.salesconsultant.seeded.access;

/** Breaks: access knows only sales and the warehouse. */
public final class KnowsTheTools {
    public org.salesconsultant.seeded.tools.KnowsTheAssistant broken;
}
