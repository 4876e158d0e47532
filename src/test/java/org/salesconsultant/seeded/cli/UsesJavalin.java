package org.salesconsultant.seeded.cli;

/** Breaks: Javalin only in channels. */
public final class UsesJavalin {
    public io.javalin.Javalin broken;
}
