package org.salesconsultant.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One model on one file, without a warehouse. */
@Command(name = "analyze", mixinStandardHelpOptions = true, description = "Runs one model on one file; needs no warehouse.",
        synopsisSubcommandLabel = "MODEL")
@SuppressWarnings("NullAway.Init")
final class AnalyzeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine line = spec.commandLine();
        throw new ParameterException(line, "No model given; models: " + String.join(", ", line.getSubcommands().keySet()));
    }
}
