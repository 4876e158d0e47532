package org.salesconsultant.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.LlmTally;
import org.salesconsultant.assistant.Takeover;
import org.salesconsultant.channels.helpdesk.HelpdeskChannel;
import org.salesconsultant.channels.http.HttpSettings;
import org.salesconsultant.channels.http.Importing;
import org.salesconsultant.channels.http.Server;
import org.salesconsultant.channels.http.WidgetSettings;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.tools.Retraining;
import org.salesconsultant.tools.TrainingSettings;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Terms;
import org.salesconsultant.warehouse.imports.inbox.Inbox;
import org.salesconsultant.warehouse.imports.inbox.InboxSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the server and stays until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the server and the page.")
@SuppressWarnings("NullAway.Init")
final class ServeCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on; 0 takes a free one.")
    private @Nullable Integer port;

    @Option(names = "--no-sample", description = "Without the sample company while nothing has been imported.")
    private boolean noSample;

    @Mixin
    private DataOptions options;

    @Spec
    private CommandSpec spec;

    ServeCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var stores = wiring.stores(options, !noSample); var _ = Columns.keep(stores.warehouses().own())) {
            var brains = wiring.brains(stores);
            var retraining = new Retraining(brains.training(), stores.warehouses(), stores.settings().section("training", TrainingSettings::of));
            var http = stores.settings().section("server", HttpSettings::of);
            var listening = port == null ? http : http.onPort(port);
            var inbox = stores.settings().section("import", InboxSettings::of);
            var imports = new Imports(stores.home(), stores.warehouses().own(), brains.embedder());
            var words = DataQualityReport.words(stores.home());
            var importing = new Importing(imports, words, options.data().resolve("uploads"),
                    stores.settings().section("import", section -> Importing.Limits.of(section, inbox.currency())));
            var widget = stores.settings().section("widget", WidgetSettings::of);
            var people = stores.people();
            var slack = stores.slack(people);
            var teams = stores.teams(people);
            var desk = stores.frontDesk(brains.helpdesk());
            var chatwoot = stores.chatwoot(desk);
            var server = new Server(listening, widget, (question, listener) -> retraining.before(() -> brains.assistant().ask(question, listener)),
                    stores.conversations(), stores.ratings(), stores.keys(), stores.signIn(), stores.widgetTokens(), stores.linkSignatures(),
                    stores.warehouses(), brains.toolbox(), importing, slack, teams, new HelpdeskChannel(desk, stores.keys()), chatwoot).start();
            server.gauge("slack.turns", "Questions from Slack being answered or waiting", slack::underWay);
            server.gauge("teams.turns", "Questions from Teams being answered or waiting", teams::underWay);
            server.gauge("chatwoot.turns", "Messages from Chatwoot being answered or waiting", chatwoot::underWay);
            server.gauge("models.drifted", "Models that what came since they were trained does not fit",
                    () -> stores.trainingRuns().newest(stores.warehouses().current().state().sample()).map(run -> run.drifted().size()).orElse(0));
            brains.assistant().llmTally().ifPresent(tally -> count(tally, server));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
            var url = listening.url(server.port());
            var out = spec.commandLine().getOut();
            out.println("Sign in (once, within a day): " + url + Server.SIGN_IN_PATH + stores.signIn().ownerToken());
            out.println("ready " + url);
            out.flush();
            brains.warmUp().run();
            if (stores.answersCustomers()) {
                brains.helpdesk().warmUp();
            }
            Thread.ofPlatform().daemon().name("rehearsal").start(brains.rehearsal());
            retraining.start();
            stores.inbox().ifPresent(folder -> Inbox.watch(folder, inbox.quiet(), new InboxIntake(imports, new Terms(null, inbox.currency(), false),
                    words)));
            new CountDownLatch(1).await();
            return 0;
        }
    }

    private static void count(LlmTally tally, Server server) {
        for (var outcome : LlmTally.Sentence.values()) {
            server.counter("llm.sentences", "Sentences of the language model, by what the check made of them", "outcome", outcome.word(),
                    () -> tally.of(outcome));
        }
        for (var reason : Takeover.values()) {
            server.counter("llm.takeovers", "Turns that the embedded brain finished for the language model", "reason", reason.word(),
                    () -> tally.of(reason));
        }
    }
}
