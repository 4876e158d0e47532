package org.salesconsultant.cli;

import java.io.Console;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** The person at the terminal, if there is one: is asked, and shown how far things are. */
enum Terminal {
    /** Asks whoever is there. */
    ASKING,
    /** Whoever started the command answered already. */
    AGREEING,
    /** Nobody knows that anything happens: what leaves a question open must not happen. */
    UNATTENDED;

    private static final long MEGABYTE = 1_000_000;
    private static final int BAR_WIDTH = 80;

    /** Yes where nobody is there to ask. */
    boolean agrees(String question) {
        var console = console();
        if (this != ASKING || console == null) {
            return true;
        }
        var answer = console.readLine(question + " [Y/n] ");
        return answer != null && (answer.isBlank() || answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }

    /** Null where nobody looks. @param bytes how many there are to go, −1: nobody knows */
    @Nullable ProgressBar bar(long bytes) {
        return bar("Importing", bytes, " MB", MEGABYTE);
    }

    /** Null where nobody looks. @param most how many there are to go @param size of a unit */
    @Nullable ProgressBar bar(String task, long most, String unit, long size) {
        return this == UNATTENDED || console() == null ? null : new ProgressBarBuilder().setTaskName(task).setInitialMax(most).setUnit(unit, size)
                .setMaxRenderedLength(BAR_WIDTH).setConsumer(new ConsoleProgressBarConsumer(System.err)).build();
    }

    /** Null when a pipe or a file is on either end. */
    private static @Nullable Console console() {
        var console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }
}
