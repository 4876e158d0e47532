package org.salesconsultant.seeded.channels.teams;

/** Known to another channel. */
public final class KnowsNobody {}
