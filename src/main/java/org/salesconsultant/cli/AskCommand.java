package org.salesconsultant.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.columns.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One question, one answer, on the terminal. Whoever can read the data directory is its admin. */
@Command(name = "ask", mixinStandardHelpOptions = true, description = "Asks one question and prints the answer.")
@SuppressWarnings("NullAway.Init")
final class AskCommand implements Callable<Integer> {
    private static final Viewer OWNER = new Viewer("terminal", "terminal", Role.ADMIN, null);

    private final Wiring wiring;

    @Parameters(paramLabel = "QUESTION", description = "In quotes.")
    private String question;

    @Option(names = "--json", description = "Prints the same object as POST /api/chat.")
    private boolean json;

    @Mixin
    private DataOptions options;

    @Spec
    private CommandSpec spec;

    AskCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        try (var stores = wiring.stores(options, true); var _ = Columns.borrow(stores.warehouses().own())) {
            var answer = wiring.brains(stores).assistant().ask(new Question(question, OWNER, null, null), TurnListener.NONE);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
            } else {
                out.print(TerminalAnswer.of(answer));
            }
            out.flush();
            return answer.status() == Status.FAILED ? 1 : 0;
        }
    }
}
