package org.salesconsultant.seeded.channels;

/** Breaks: channels do not know the commands. */
public final class KnowsTheCommands {
    public org.salesconsultant.seeded.cli.UsesJavalin broken;
}
