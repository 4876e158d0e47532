package org.salesconsultant.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.analytics.text.IntentOdds;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.Ratings.Rated;
import org.salesconsultant.assistant.Ratings.Rating;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** What the planner does with confirmed questions; the data's newest day is 2011-12-09. */
class LearnedQuestionsTest {
    private static final Viewer ANNA = new Viewer("anna", "Anna", Role.REP, "Anna Keller");
    private static final String LAMPS = """
            questions:
            - ask: How is the lamp business?
              tool: query_metrics
              arguments:
                metrics: [revenue]
                filters: [{dimension: category, op: is, values: [Lighting]}]
                period: last month
            """;

    @TempDir static Path folder;
    private static PlannerFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        fixture = new PlannerFixture(folder);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(file());
        fixture.warehouse.readAsOf(LocalDate.of(2011, 12, 9));
    }

    private static Path file() {
        return folder.resolve(LearnedFile.NAME);
    }

    private static void teach(String yaml) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), yaml);
    }

    private static String plan(String... turns) {
        return told(PlannerQuestionsTest.calls(fixture, List.of(turns)).getLast());
    }

    private static String plan(Viewer viewer, String question) {
        var model = fixture.planner.model(viewer, Language.of(question), fixture.warehouse);
        return told(model.chat(ChatRequest.builder().messages(UserMessage.from(question)).build()).aiMessage().toolExecutionRequests().getLast());
    }

    private static String told(ToolExecutionRequest call) {
        return call.name() + " " + call.arguments();
    }

    @Test
    void wordsThatWereConfirmedHaveTheirPlanAtOnce() throws IOException {
        assertThat(plan("How is the lamp business?")).doesNotContain("query_metrics");
        teach(LAMPS);
        var expected = "query_metrics {\"metrics\":[\"revenue\"],\"filters\":[{\"dimension\":\"category\",\"op\":\"is\",\"values\":[\"Lighting\"]}],\"period\":\"November 2011\"}";
        assertThat(plan("How is the lamp business?")).isEqualTo(expected);
        assertThat(plan("  how is   the LAMP business ")).isEqualTo(expected);
        assertThat(plan("How is the cake business?")).doesNotContain("query_metrics");
        assertThat(plan("How is the lamp business?")).isEqualTo(expected);
    }

    @Test
    void relativePeriodsAreReadAnew() throws IOException {
        teach(LAMPS + """
            - ask: lamps against the year before
              tool: query_metrics
              arguments: {metrics: [revenue], period: this year, compareTo: same period last year}
            """);
        fixture.warehouse.readAsOf(LocalDate.of(2011, 9, 20));
        assertThat(plan("How is the lamp business?")).contains("\"period\":\"August 2011\"");
        assertThat(plan("lamps against the year before")).contains("\"period\":\"2011\",\"compareTo\":\"2010\"");
    }

    @Test
    void aConversationGoesOnFromALearnedPlan() throws IOException {
        teach(LAMPS);
        assertThat(plan("How is the lamp business?", "and in Spain?")).contains("\"Lighting\"").contains("\"Spain\"").contains("November 2011");
    }

    @Test
    void aFollowUpIsNotAnsweredFromWhatWasLearned() throws IOException {
        teach("""
            questions:
              - ask: by month
                tool: query_metrics
                arguments: {metrics: [revenue], dimensions: [month]}
            """);
        assertThat(plan("by month")).isEqualTo("query_metrics {\"metrics\":[\"revenue\"],\"dimensions\":[\"month\"]}");
        assertThat(plan("orders in 2011", "by month")).isEqualTo("query_metrics {\"metrics\":[\"orders\"],\"dimensions\":[\"month\"],\"period\":\"2011\"}");
    }

    /** Corner Shop Ltd is Ben's customer. */
    @Test
    void nobodyIsShownWhatTheyMayNotSee() throws IOException {
        teach("""
            questions:
            - ask: Our corner friends
              tool: query_metrics
              arguments: {metrics: [revenue], filters: [{dimension: customer, op: is, values: [Corner Shop Ltd]}]}
            """);
        assertThat(plan(PlannerFixture.MANAGER, "Our corner friends")).contains("Corner Shop Ltd");
        assertThat(plan(ANNA, "Our corner friends")).doesNotContain("Corner Shop Ltd");
    }

    @Test
    void aPlanThatNamesWhatIsNotThereIsLeftAlone() throws IOException {
        teach("""
            questions:
            - ask: orders in May 2011
              tool: query_metrics
              arguments: {metrics: [orders], filters: [{dimension: country, op: is, values: [Atlantis]}]}
            - ask: revenue in May 2011
              tool: query_metrics
              arguments: {metrics: [revenue], dimensions: [planet]}
            """);
        assertThat(plan("orders in May 2011")).isEqualTo("query_metrics {\"metrics\":[\"orders\"],\"period\":\"May 2011\"}");
        assertThat(plan("revenue in May 2011")).isEqualTo("query_metrics {\"metrics\":[\"revenue\"],\"period\":\"May 2011\"}");
    }

    @Test
    void wordsAlikeGetTheToolButNeverTheMembers() throws IOException {
        var question = "A sample box for Hotel Astoria please";
        assertThat(plan(question)).startsWith("conclude");
        teach("""
            questions:
            - ask: My sample box for Blue Heron Café?
              tool: recommend_products
              arguments: {customer: Blue Heron Café}
              example: My sample box for this customer?
            """);
        assertThat(plan("My sample box for Blue Heron Café?")).isEqualTo("recommend_products {\"customer\":\"Blue Heron Café\"}");
        assertThat(plan(question)).isEqualTo("recommend_products {\"customer\":\"Hotel Astoria\"}");
        assertThat(plan("My sample box for Red Heron Café?")).startsWith("conclude");
    }

    /** Without an example, names in the words would be taken for words that any question of the kind has. */
    @Test
    void wordsWithNamesAndNoExampleTeachTheirOwnPlanAlone() throws IOException {
        teach("""
            questions:
            - ask: My sample box for the herons
              tool: recommend_products
              arguments: {customer: Blue Heron Café}
            """);
        assertThat(plan("My sample box for the herons")).isEqualTo("recommend_products {\"customer\":\"Blue Heron Café\"}");
        assertThat(plan("A sample box for Hotel Astoria please")).startsWith("conclude");
    }

    @Test
    void theExampleInTheReadmeIsRead() throws IOException {
        var shown = Pattern.compile("```yaml\n(questions:.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("README.md")));
        assertThat(shown.find()).isTrue();
        assertThat(read(shown.group(1)).current().find(Language.ENGLISH, "how is the café business")).isPresent();
    }

    @Test
    void aFileWithAMistakeLeavesWhatWasLearned() throws IOException {
        teach(LAMPS);
        var before = plan("How is the lamp business?");
        teach(LAMPS.replace("query_metrics", "query_metric"));
        assertThat(plan("How is the lamp business?")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ask: x, tool: query_metric, arguments: {}                                   | there is no tool "query_metric"
            ask: x, tool: query_metrics, arguments: {metrics: [revenu]}                 | Unknown metric "revenu"
            ask: x, tool: query_metrics, arguments: {metrics: [revenue], period: soon}  | "soon" names no period
            ask: x, tool: query_metrics, arguments: {metrics: [revenue], perod: 2011}   | query_metrics cannot be told "perod"
            ask: x, tool: customer_profile, arguments: {}                               | customer_profile needs "customer"
            ask: x, tool: query_metrics                                                 | needs "ask", "tool" and "arguments"
            ask: "orders?", tool: describe_data, arguments: {}                          | "orders?" stands twice
            ask: x, tools: query_metrics                                                | tools""")
    void aMistakeIsReportedWithItsLine(String entry, String words) throws IOException {
        var text = "# ours\nquestions:\n  - ask: Orders\n    tool: query_metrics\n    arguments: {metrics: [orders], period: 2011}\n  - {" + entry + "}\n";
        assertThatThrownBy(() -> read(text)).isInstanceOf(UserError.class).hasMessageStartingWith("prompts/learned/questions.yaml line 6: ")
                .hasMessageContaining(words);
    }

    private LearnedFile read(String text) throws IOException {
        teach(text);
        var home = new Home(folder);
        return new LearnedFile(home, new PlannerKnowledge(home, SemanticModel.load(home), IntentOdds.learner(SharedEmbedder.EMBEDDER), SharedEmbedder.EMBEDDER::isWord, PlannerFixture.tools(home)));
    }

    private static Rated rated(Rating rating, @Nullable String earlier, String question, String... plan) {
        var calls = java.util.Arrays.stream(plan).map(call -> new Ratings.Call(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1))).toList();
        return new Rated(1, "m", rating, "", Ratings.Review.OPEN, "key:anna", "2026-01-01T00:00:00Z", earlier, question, calls, Status.ANSWERED, "", LocalDate.of(2011, 11, 20));
    }

    private static LearnedQuestion learn(@Nullable String earlier, String question, String plan) {
        return fixture.planner.learn(rated(Rating.RIGHT, earlier, question, plan), fixture.warehouse);
    }

    /** What was last month when it was asked in November was October. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Lamps sold last month                 | query_metrics {"metrics":["units_sold"],"period":"October 2011"}                               | {metrics=[units_sold], period=last month}
            上个月灯具怎么样                         | query_metrics {"metrics":["revenue"],"period":"October 2011"}                                  | {metrics=[revenue], period=上个月}
            Lamps in October 2011                 | query_metrics {"metrics":["revenue"],"period":"October 2011"}                                  | {metrics=[revenue], period=October 2011}
            Lamps in October 2011                 | query_metrics {"metrics":["revenue"],"period":{"from":"2011-10-01","lastDay":"2011-10-31"}}    | {metrics=[revenue], period=October 2011}
            How do lamps do                       | query_metrics {"metrics":["revenue"],"period":"this month"}                                    | {metrics=[revenue], period=this month}
            Lamps since March                     | query_metrics {"metrics":["revenue"],"period":"1 March to 20 November 2011"}                   | {metrics=[revenue], period=since March}
            Lamps in October vs the same month last year | query_metrics {"metrics":["revenue"],"period":"October 2011","compareTo":"October 2010"} | {metrics=[revenue], period=October, compareTo=the same month last year}
            Lamps over the next 8 weeks           | forecast {"metric":"revenue","grain":"week","horizon":8}                                       | {metric=revenue, grain=week, horizon=8}""")
    void timesAreKeptInTheWordsOfTheQuestion(String question, String plan, String arguments) throws IOException {
        var learned = learn(null, question, plan);
        assertThat(new java.util.TreeMap<>(learned.arguments()).toString()).isEqualTo(new java.util.TreeMap<>(parsed(arguments)).toString());
        assertThat(plan(question)).startsWith(plan.substring(0, plan.indexOf(' ')));
    }

    private static java.util.Map<String, String> parsed(String arguments) {
        java.util.Map<String, String> parsed = new java.util.HashMap<>();
        for (var part : arguments.substring(1, arguments.length() - 1).split(", ")) {
            parsed.put(part.split("=")[0], part.split("=")[1]);
        }
        return parsed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            -                 | How do lamps do                      | query_metrics {"metrics":["revenue"],"period":"October 2011"}   | does not say the period October 2011
            -                 | Lamps to the end of January 2012     | forecast {"metric":"revenue","grain":"month","horizon":2}       | does not say how far its forecast reaches
            -                 | Lamps like for like                  | query_metrics {"metrics":["revenue"],"likeForLike":true}        | uses "likeForLike"
            Orders last month | and in Spain?                        | query_metrics {"metrics":["orders"],"filters":[{"dimension":"country","op":"is","values":["Spain"]}],"period":"October 2011"} | goes on from "Orders last month\"""")
    void whatDoesNotSayItsPlanByItselfIsNotLearned(@Nullable String earlier, String question, String plan, String why) {
        assertThatThrownBy(() -> learn(earlier, question, plan)).isInstanceOf(UserError.class).hasMessageContaining(why);
        assertThat(file()).doesNotExist();
    }

    @Test
    void onlyOnePlanThatWasRatedRightIsLearned() {
        var orders = "query_metrics {\"metrics\":[\"orders\"]}";
        assertThatThrownBy(() -> fixture.planner.learn(rated(Rating.WRONG, null, "orders", orders), fixture.warehouse)).hasMessageContaining("was rated wrong");
        assertThatThrownBy(() -> fixture.planner.learn(rated(Rating.RIGHT, null, "orders", orders, orders), fixture.warehouse)).hasMessageContaining("several tools");
        assertThatThrownBy(() -> fixture.planner.learn(rated(Rating.RIGHT, null, "orders"), fixture.warehouse)).hasMessageContaining("no tool");
    }

    @Test
    void aWholeQuestionWithinAConversationIsLearned() throws IOException {
        learn("Orders last month", "Revenue in Spain last month", "query_metrics {\"metrics\":[\"revenue\"],\"filters\":[{\"dimension\":\"country\",\"op\":\"is\",\"values\":[\"Spain\"]}],\"period\":\"October 2011\"}");
        assertThat(Files.readString(file())).contains("period: last month").contains("example: Revenue in this country").doesNotContain("anna");
        assertThat(plan("Revenue in Spain last month")).contains("November 2011");
    }

    @Test
    void namesStayOutOfWhatOthersAreLikened() throws IOException {
        assertThat(learn(null, "Any pitch ideas for Blue Heron Café?", "recommend_products {\"customer\":\"Blue Heron Café\"}").example())
                .isEqualTo("Any pitch ideas for this customer?");
        assertThat(learn(null, "Any ideas for the herons?", "recommend_products {\"customer\":\"Blue Heron Café\"}").example()).isNull();
        assertThat(plan("Any ideas for the lanterns?")).doesNotContain("recommend_products");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- Revenue: \"how\" much #1 {now}?", "yes", "2011", "'Revenue'", "&all *of* [it] | > %", "收入：多少？"})
    void anyWordsCanBeLearned(String words) throws IOException {
        learn(null, words, "query_metrics {\"metrics\":[\"revenue\"],\"period\":\"all data\"}");
        learn(null, "another", "query_metrics {\"metrics\":[\"revenue\"],\"period\":\"all data\"}");
        assertThat(plan(words)).startsWith("query_metrics {\"metrics\":[\"revenue\"]");
        assertThat(plan("another")).startsWith("query_metrics {\"metrics\":[\"revenue\"]");
    }

    @Test
    void whatAnAdminWroteStaysAsItIs() throws IOException {
        var ours = "# our words\nquestions:\n    # lamps\n    - ask: Lamps\n      tool: describe_data\n      arguments: {}\n";
        teach(ours);
        learn(null, "Revenue: how much?", "query_metrics {\"metrics\":[\"revenue\"],\"period\":\"all data\"}");
        learn(null, "Revenue how much", "query_metrics {\"metrics\":[\"revenue\"],\"period\":\"all data\"}");
        assertThat(Files.readString(file())).startsWith(ours).containsOnlyOnce("how much");
        assertThatThrownBy(() -> learn(null, "lamps?", "query_metrics {\"metrics\":[\"revenue\"]}")).hasMessageContaining("with another plan");
        assertThat(plan("lamps")).startsWith("describe_data");
    }
}
