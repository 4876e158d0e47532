package org.salesconsultant.seeded.assistant;

/** Breaks: the assistant does not know the channels. */
public final class KnowsTheChannels {
    public org.salesconsultant.seeded.channels.KnowsTheCommands broken;
}
