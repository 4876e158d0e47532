package org.salesconsultant.cli;

import java.io.PrintWriter;
import org.salesconsultant.sales.UserError;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's command line: exit 0 done, 1 failed, 2 wrong use; an error is one line that says what to do next. */
@Command(name = "sales-consultant", mixinStandardHelpOptions = true, version = "Sales Consultant 0.1.0",
        description = "A sales assistant that a company runs itself.", synopsisSubcommandLabel = "COMMAND")
public final class SalesConsultant implements Runnable {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    /** @return the exit code */
    public static int run(Wiring wiring, String... args) {
        var line = new CommandLine(new SalesConsultant())
                .addSubcommand(new ServeCommand(wiring))
                .addSubcommand(new AskCommand(wiring))
                .addSubcommand(new ImportCommand(wiring))
                .addSubcommand(new CommandLine(new AnalyzeCommand()).addSubcommand(new AnalyzeForecast()).addSubcommand(new AnalyzeIntents(wiring)))
                .addSubcommand(new TrainCommand(wiring))
                .addSubcommand(new EvaluateCommand(wiring))
                .addSubcommand(new LearnedCommand(wiring))
                .addSubcommand(new DoctorCommand(wiring))
                .addSubcommand(new KeysCommand(wiring));
        line.setParameterExceptionHandler((mistake, arguments) -> wrongUse(mistake));
        line.setExecutionExceptionHandler((error, command, result) -> failed(error, command.getErr()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "No command given");
    }

    private static int wrongUse(CommandLine.ParameterException mistake) {
        var command = mistake.getCommandLine();
        var message = String.valueOf(mistake.getMessage()).lines().findFirst().orElse("Wrong use");
        var next = command.getParent() == null
                ? "Commands: " + String.join(", ", command.getSubcommands().keySet()) + "; --help says more."
                : "See: " + command.getCommandSpec().qualifiedName() + " --help";
        command.getErr().println(message.replaceFirst("\\.?$", ". ") + next);
        return WRONG_USE;
    }

    private static int failed(Exception error, PrintWriter err) {
        if (error instanceof UserError mistake) {
            err.println(mistake.message() + " " + mistake.hint());
            return mistake.category() == UserError.Category.BAD_INPUT ? WRONG_USE : FAILED;
        }
        LoggerFactory.getLogger(SalesConsultant.class).debug("the command failed", error);
        err.println("Failed: " + String.valueOf(error.getMessage()).lines().findFirst().orElse(error.getClass().getSimpleName())
                + " Try again; if it stays, report it with the command you ran.");
        return FAILED;
    }
}
