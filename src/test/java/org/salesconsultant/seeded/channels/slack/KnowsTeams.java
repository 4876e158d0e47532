package org.salesconsultant.seeded.channels.slack;

/** Breaks: no channel knows another. */
public final class KnowsTeams {
    public org.salesconsultant.seeded.channels.teams.KnowsNobody broken;
}
