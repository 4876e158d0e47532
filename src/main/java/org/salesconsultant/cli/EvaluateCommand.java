package org.salesconsultant.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.salesconsultant.assistant.evaluation.AnswerChecks;
import org.salesconsultant.assistant.evaluation.Evaluation;
import org.salesconsultant.assistant.evaluation.Judgement;
import org.salesconsultant.assistant.evaluation.Judgement.Verdict;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.columns.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a file of questions and compares the answers with what they must say. Nothing is kept of the conversations. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
        description = "Asks the questions of a YAML file and checks the answers; fails where one is not right.")
@SuppressWarnings("NullAway.Init")
final class EvaluateCommand implements Callable<Integer> {
    private static final Viewer OWNER = new Viewer("evaluation", "evaluation", Role.ADMIN, null);

    private final Wiring wiring;

    @Parameters(paramLabel = "FILE.yaml", description = "Questions with what their answers must say.")
    private String file;

    @Option(names = "--json", description = "Prints every judgement as JSON.")
    private boolean json;

    @Option(names = "--show", description = "Prints the answers too, the right ones as well.")
    private boolean show;

    @Mixin
    private DataOptions options;

    @Spec
    private CommandSpec spec;

    EvaluateCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("evaluate");
        try (var stores = wiring.stores(options, true); var _ = Columns.borrow(stores.warehouses().own());
                var forgotten = Database.open(folder.resolve("assistant.db"), "db/assistant")) {
            var checks = AnswerChecks.read(stores.home(), file);
            if (checks.now() != null) {
                stores.warehouses().current().readAsOf(checks.now());
            }
            var apart = new Stores(stores.data(), stores.home(), stores.settings(), stores.warehouses(), forgotten);
            var brains = wiring.brains(apart);
            brains.warmUp().run();
            var evaluation = new Evaluation(brains.assistant(), OWNER);
            var out = spec.commandLine().getOut();
            var judgements = evaluation.run(checks, judgement -> tell(judgement, out));
            out.println(json ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(judgements) : summary(judgements));
            out.flush();
            return judgements.stream().allMatch(judgement -> judgement.verdict() == Verdict.RIGHT) ? 0 : 1;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) {
                Files.deleteIfExists(each);
            }
        }
        Files.deleteIfExists(folder);
    }

    private void tell(Judgement judgement, PrintWriter out) {
        if (json || judgement.verdict() == Verdict.RIGHT && !show) {
            return;
        }
        out.println(judgement.id() + " " + judgement.verdict().word() + ": " + judgement.question());
        judgement.differences().forEach(difference -> out.println("    " + difference));
        if (show) {
            out.println("    " + judgement.text().replace("\n", "\n    "));
        }
        out.flush();
    }

    private static String summary(List<Judgement> judgements) {
        var times = judgements.stream().mapToLong(Judgement::elapsedMs).sorted().toArray();
        return "%d of %d right, %d wrong, %d missed, median %d ms, slowest %d ms".formatted(count(judgements, Verdict.RIGHT), judgements.size(),
                count(judgements, Verdict.WRONG), count(judgements, Verdict.MISSED), times[times.length / 2], times[times.length - 1]);
    }

    private static long count(List<Judgement> judgements, Verdict verdict) {
        return judgements.stream().filter(judgement -> judgement.verdict() == verdict).count();
    }
}
