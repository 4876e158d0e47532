package org.salesconsultant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.Ratings.Rating;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.cli.DataOptions;
import org.salesconsultant.cli.SalesConsultant;
import org.salesconsultant.cli.Stores;
import org.salesconsultant.cli.Wiring;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import picocli.CommandLine;

/** From the thumb under an answer to what a running program knows, by the commands that an admin types beside it. */
@ResourceLock(Resources.SYSTEM_OUT)
@Order(3)
class LearnedTest {
    private static final Viewer ANNA = new Viewer("key:anna", "anna", Role.MANAGER, null);
    private static final String ORDERS = "Order,Date,Product,Quantity,Price\n1,2026-01-05,Mug,2,3.50\n2,2026-02-03,Mug,1,4.00\n";

    @TempDir
    Path folder;

    private String output = "";

    /** The program with prompts in a folder of its own. */
    private record Apart(Main main, Path folder) implements Wiring {
        @Override
        public Stores stores(DataOptions options, boolean sample) {
            var stores = main.stores(options, sample);
            return new Stores(stores.data(), new Home(folder), stores.settings(), stores.warehouses(), stores.assistant());
        }

        @Override
        public Embedder embedder(Path data) {
            return main.embedder(data);
        }

        @Override
        public Brains brains(Stores stores) {
            return main.brains(stores);
        }
    }

    private Wiring program() {
        return new Apart(new Main(), folder);
    }

    private int run(String... words) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return SalesConsultant.run(program(), Stream.concat(Arrays.stream(words), Stream.of("--data", folder.resolve("data").toString())).toArray(String[]::new));
        } finally {
            System.setOut(before);
            output = out.toString(StandardCharsets.UTF_8);
        }
    }

    private DataOptions options() {
        var options = new DataOptions();
        new CommandLine(new WithOptions(options)).parseArgs("--data", folder.resolve("data").toString());
        return options;
    }

    @CommandLine.Command
    private record WithOptions(@CommandLine.Mixin DataOptions options) {}

    private static Answer ask(Wiring.Brains brains, String text) {
        return brains.assistant().ask(new Question(text, ANNA, null, null), TurnListener.NONE);
    }

    @Test
    void whatAnAdminAcceptsARunningProgramKnowsAndAMistakeInItStopsTheNextStart() throws IOException {
        assertThat(run("import", Files.writeString(folder.resolve("orders.csv"), ORDERS).toString(), "--currency", "EUR", "--yes")).isZero();
        try (var stores = program().stores(options(), true)) {
            var brains = program().brains(stores);
            var right = ask(brains, "Revenue last month");
            assertThat(right.text()).contains("€7.00");
            stores.ratings().rate(ANNA, right.messageId(), Rating.RIGHT, "");
            var wrong = ask(brains, "How are the mugs doing?");
            assertThat(wrong.status()).isNotEqualTo(Status.ANSWERED);
            stores.ratings().rate(ANNA, wrong.messageId(), Rating.WRONG, "I meant revenue");

            assertThat(run("learned", "list")).isZero();
            assertThat(output).contains("   1  right  ").contains("key:anna").contains("query_metrics {\"metrics\":[\"revenue\"],\"period\":\"January 2026\"}")
                    .contains("   2  wrong  ").contains("reason: I meant revenue");
            assertThat(run("learned", "accept", "1", "2", "9")).isEqualTo(1);
            assertThat(output).contains("Learned: \"Revenue last month\"").doesNotContain("mugs");
            var file = folder.resolve("prompts/learned/questions.yaml");
            assertThat(Files.readString(file)).contains("""
                    questions:
                    - ask: Revenue last month
                      language: en
                      tool: query_metrics
                      arguments:
                        metrics:
                        - revenue
                        period: last month
                    """).doesNotContain("anna");

            Files.writeString(file, "- ask: How are the mugs doing?\n  tool: query_metrics\n  arguments: {metrics: [revenue]}\n", StandardOpenOption.APPEND);
            assertThat(ask(brains, "how are the mugs doing").text()).contains("€11.00");
            assertThat(run("learned", "drop", "2")).isZero();
            assertThat(run("learned", "list", "--all")).isZero();
            assertThat(output).contains("accepted").contains("dropped");

            Files.writeString(file, "- ask: x\n  tool: query_metrics\n  arguments: {metrics: [revenu]}\n", StandardOpenOption.APPEND);
            assertThat(ask(brains, "how are the mugs doing").text()).contains("€11.00");
            assertThatThrownBy(() -> program().brains(stores)).hasMessageContaining("prompts/learned/questions.yaml line 15: Unknown metric \"revenu\".");
        }
    }
}
