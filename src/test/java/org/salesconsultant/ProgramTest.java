package org.salesconsultant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.cli.DataOptions;
import org.salesconsultant.cli.SalesConsultant;
import org.salesconsultant.cli.Stores;
import org.salesconsultant.cli.Wiring;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.Viewer;
import picocli.CommandLine;

/** The whole program as {@code Main} wires it, over the sample company: what each role sees, and how the sample steps aside. */
@ResourceLock(Resources.SYSTEM_OUT)
@Order(2)
class ProgramTest {
    private static final String REP = "Priya Nair";
    private static final Viewer ADMIN = new Viewer("key:boss", "boss", Role.ADMIN, null);
    private static final Viewer PRIYA = new Viewer("key:priya", "priya", Role.REP, REP);
    private static final Viewer DESK = new Viewer("key:desk", "desk", Role.SERVICE, null);

    @TempDir
    static Path folder;
    private static Stores stores;
    private static Wiring.Brains brains;

    @BeforeAll
    static void start() {
        var main = new Main();
        stores = main.stores(options(folder.resolve("data")), true);
        brains = main.brains(stores);
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    private static DataOptions options(Path data) {
        var options = new DataOptions();
        new CommandLine(new WithOptions(options)).parseArgs("--data", data.toString());
        return options;
    }

    @CommandLine.Command
    private record WithOptions(@CommandLine.Mixin DataOptions options) {}

    private static Answer ask(Viewer viewer, String text) {
        return brains.assistant().ask(new Question(text, viewer, null, null), TurnListener.NONE);
    }

    private static Set<String> names(String sql) {
        return stores.warehouses().current().database().read(handle -> new HashSet<>(handle.createQuery(sql).bind("rep", REP).mapTo(String.class).list()));
    }

    /** The sample has customers of the same name in the hands of different reps? Then only the code tells them apart. */
    private static Set<String> othersCustomers() {
        var others = names("SELECT c.code FROM customer c JOIN rep r ON r.rep_key = c.rep_key WHERE r.name <> :rep");
        others.addAll(names("SELECT c.name FROM customer c JOIN rep r ON r.rep_key = c.rep_key WHERE r.name <> :rep"));
        others.removeAll(names("SELECT c.name FROM customer c JOIN rep r ON r.rep_key = c.rep_key WHERE r.name = :rep"));
        assertThat(others).hasSizeGreaterThan(500);
        return others;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "revenue by customer", "top 10 customers by revenue in 2024", "segment our customers", "which customers are about to leave?",
        "who are our biggest customers by revenue?", "Forecast revenue for the next 8 weeks", "which products are often bought together?",
        "what data do you have?", "orders by rep", "2024年收入最高的客户", "哪些客户快要流失了？"})
    void aRepSeesNoOtherRepsCustomersAndIsToldWhoseAccountsItIs(String question) throws Exception {
        var answer = ask(PRIYA, question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(Status.ANSWERED);
        assertThat(answer.findings()).hasSize(1);
        JsonNode json = Json.MAPPER.valueToTree(answer);
        Set<String> said = new HashSet<>();
        json.findValues("rows").forEach(rows -> rows.forEach(row -> row.forEach(cell -> said.add(cell.asText()))));
        json.findValues("suggestions").forEach(list -> list.forEach(suggestion -> said.add(suggestion.asText())));
        assertThat(said).doesNotContainAnyElementsOf(othersCustomers());
        assertThat(answer.findings().getFirst().provenance().filters().toString()).contains(REP);
        assertThat(answer.text() + answer.findings().getFirst().caveats()).containsAnyOf("your accounts", "您的客户");
    }

    @Test
    void aRepsRevenueIsTheSumOfThatRepsLines() {
        var expected = stores.warehouses().current().database().read(handle -> handle.createQuery("""
                SELECT sum(l.amount) FROM line l JOIN orders o ON o.order_key = l.order_key JOIN rep r ON r.rep_key = o.rep_key
                WHERE r.name = :rep""").bind("rep", REP).mapTo(Long.class).one());
        var cell = ask(PRIYA, "total revenue").findings().getFirst().rows().getFirst().getFirst();
        assertThat((BigDecimal) cell).isEqualByComparingTo(BigDecimal.valueOf(expected, 4));
        var all = (BigDecimal) ask(ADMIN, "total revenue").findings().getFirst().rows().getFirst().getFirst();
        assertThat(all).isGreaterThan((BigDecimal) cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"customer_profile | customer", "recommend_products | customer"})
    void anothersCustomerIsLikeOneThatDoesNotExist(String tool, String argument) throws Exception {
        var other = names("SELECT c.code FROM customer c JOIN rep r ON r.rep_key = c.rep_key WHERE r.name <> :rep").iterator().next();
        var outcome = brains.toolbox().call(tool, Json.MAPPER.writeValueAsString(java.util.Map.of(argument, other)), PRIYA,
                org.salesconsultant.sales.Language.ENGLISH, stores.warehouses().current(), step -> {});
        assertThat(outcome.status()).isEqualTo(Status.EMPTY);
        assertThat(Json.MAPPER.writeValueAsString(outcome).replace(other, "")).doesNotContain(othersCustomers());
    }

    @Test
    void aServiceKeySearchesDocumentsAndIsDeniedNumbers() {
        assertThat(ask(DESK, "What was total revenue?").status()).isEqualTo(Status.DENIED);
        assertThat(ask(DESK, "top customers by revenue").findings()).isEmpty();
        assertThat(ask(DESK, "What is your returns policy?").status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void theFirstRealImportMakesTheSampleStepAside() throws Exception {
        var data = folder.resolve("own");
        var main = new Main();
        try (var own = main.stores(options(data), true)) {
            var program = main.brains(own);
            var before = program.assistant().ask(new Question("total revenue", ADMIN, null, null), TurnListener.NONE);
            assertThat(before.text()).contains("million");
            var file = folder.resolve("orders.csv");
            Files.writeString(file, """
                    Order No,Order Date,SKU,Product,Qty,Price,Customer
                    1,2026-03-02,A1,Blue mug,2,5.00,K1
                    2,2026-03-03,A2,Red mug,1,7.50,K2
                    """);
            assertThat(SalesConsultant.run(new Main(), "import", file.toString(), "--data", data.toString(), "--currency", "EUR", "--yes")).isZero();
            for (var question : List.of("total revenue", "what data do you have?", "top products by revenue", "What is your returns policy?")) {
                var after = Json.MAPPER.writeValueAsString(program.assistant().ask(new Question(question, ADMIN, null, null), TurnListener.NONE));
                assertThat(after).doesNotContainIgnoringCase("brightwater").doesNotContain("2025");
            }
            // 2 × 5.00 + 7.50
            var total = program.assistant().ask(new Question("total revenue", ADMIN, null, null), TurnListener.NONE);
            assertThat(total.text()).contains("€17.50");
        }
    }
}
