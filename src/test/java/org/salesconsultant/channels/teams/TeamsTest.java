package org.salesconsultant.channels.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salesconsultant.channels.LargeAnswers.LONG_TEXT;
import static org.salesconsultant.channels.LargeAnswers.column;
import static org.salesconsultant.channels.LargeAnswers.with;
import static org.salesconsultant.channels.teams.TeamsWorld.FLOOR;
import static org.salesconsultant.channels.teams.TeamsWorld.MANAGERS;
import static org.salesconsultant.channels.teams.TeamsWorld.card;
import static org.salesconsultant.channels.teams.TeamsWorld.links;
import static org.salesconsultant.channels.teams.TeamsWorld.message;
import static org.salesconsultant.channels.teams.TeamsWorld.shown;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.channels.LargeAnswers;
import org.salesconsultant.channels.Logged;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsTest {
    private static final String REVENUE = "Revenue by month this year";
    /** Nothing but "slow" takes so long, however busy the machine; where that is asked, nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration HASTE = Duration.ofMillis(100);
    /** The shape that Microsoft's documentation shows; of 2017. */
    private static final String DOCUMENTED = "{\"type\":\"message\",\"id\":\"1485983408511\",\"timestamp\":\"2017-02-01T21:10:07.437Z\",\"serviceUrl\":"
            + "\"https://smba.trafficmanager.net/amer-client-ss.msg/\",\"channelId\":\"msteams\",\"from\":{\"id\":\"29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85g\","
            + "\"name\":\"Tim Jones\"},\"conversation\":{\"isGroup\":true,\"id\":\"19:253b1f341670408fb6fe51050b6e5ceb@thread.skype;messageid=1485983194839\"},"
            + "\"recipient\":null,\"textFormat\":\"plain\",\"text\":\"<at>Sales</at> Revenue by month this year\",\"attachments\":[],\"entities\":[],\"channelData\":"
            + "{\"teamsChannelId\":\"19:253b1f341670408fb6fe51050b6e5ceb@thread.skype\",\"teamsTeamId\":\"19:712c61d0ef384e5fa681ba90ca943398@thread.skype\"}}";
    /** {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:$(echo $SECRET | base64 -d | xxd -p -c 99) -binary | base64} */
    private static final String ITS_HMAC = "dqz0kp4NByKZnzrf/hYHK+q0tPLNHdr7Uv58djHYdCA=";

    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final Semaphore thoughts = new Semaphore(0);
    private TeamsWorld world;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        world = new TeamsWorld(folder, this::withOthers, Optional.empty(), Optional.empty(), PATIENCE);
    }

    @BeforeEach
    void forget() throws Exception {
        world.rest();
        questions.clear();
        answers.clear();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    // ---- a question and its answer ----------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {REVENUE, "Which products sold most?", "What is our returns policy?", "今年每个月的收入", "Forecast revenue for the next 3 months",
            "long table", "long text", "long everything", "wide row", "hostile", "nothing"})
    void isAnsweredByACardThatTeamsTakes(String question) throws Exception {
        var card = world.ask("ANNA", MANAGERS, question);

        assertThat(questions.getFirst().text()).as("without the mention").isEqualTo(question);
        assertThat(shown(card)).contains(answers.getFirst().text().replace("**", "").strip().substring(0, 10));
        assertThat(links(card)).last().isEqualTo(TeamsWorld.PUBLIC + "/#/c/" + answers.getFirst().conversationId());
    }

    @Test
    void aLongTableShowsItsFirstRowsAndTheRestIsALinkToCsv() throws Exception {
        var card = world.ask("ANNA", MANAGERS, "long table");
        assertThat(shown(card)).contains("Customer 14").doesNotContain("Customer 15").contains("15 of 500 rows").contains("140.50");
        assertThat(links(card)).anyMatch(url -> url.contains(answers.getFirst().findings().getFirst().id() + ".csv?until="));
    }

    @Test
    void aLongTextAndALongTableStandTogether() throws Exception {
        assertThat(shown(world.ask("ANNA", MANAGERS, "long text"))).contains(LONG_TEXT.strip());
    }

    @Test
    void whatStandsInDataIsNoMentionAndNoLink() throws Exception {
        var card = world.ask("ANNA", MANAGERS, "hostile");
        assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock");
        assertThat(shown(card)).contains("[our page](https://evil.example)");
        assertThat(links(card)).allMatch(url -> url.startsWith(TeamsWorld.PUBLIC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Orders &amp; revenue &lt; 5        | Orders & revenue < 5
            <div>revenue<br/>by month</div>   | revenue\\nby month
            revenue of <at>Tom Berg</at>      | revenue of Tom Berg
            """)
    void isReadAsItStandsInTeams(String text, String read) throws Exception {
        world.ask("ANNA", MANAGERS, text);
        assertThat(questions.getFirst().text()).isEqualTo(read.replace("\\n", "\n"));
    }

    @Test
    void aMentionAloneIsToldHowToAsk() throws Exception {
        assertThat(shown(world.ask("ANNA", MANAGERS, ""))).contains("revenue by month this year");
        assertThat(questions).isEmpty();
    }

    @Test
    void aThreadIsOneConversationForEach() throws Exception {
        var thread = TeamsWorld.thread();
        world.post(message("ANNA", MANAGERS, thread, REVENUE));
        world.post(message("ANNA", MANAGERS, thread, "Which products sold most?"));
        world.post(message("TOM", MANAGERS, thread, REVENUE));

        assertThat(questions.get(1).conversationId()).isEqualTo(answers.getFirst().conversationId());
        assertThat(questions.get(2).conversationId()).isNull();
        assertThat(questions.get(2).viewer().rep()).isEqualTo("Tom Berg");
    }

    @Test
    void whatIsDeliveredTwiceIsAnsweredOnce() throws Exception {
        var message = message("ANNA", MANAGERS, TeamsWorld.thread(), REVENUE);
        assertThat(world.post(message).body()).isNotEmpty();
        var again = world.post(message);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEmpty();
        assertThat(questions).hasSize(1);
    }

    // ---- who may see what -------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {FLOOR, "19:unknown@thread.tacv2"})
    void whatNotAllOfTheTeamMaySeeIsOnThePage(String team) throws Exception {
        var card = world.ask("ANNA", team, REVENUE);
        assertThat(shown(card)).startsWith("Anna, I have answered you on the page").doesNotContain("£");
        assertThat(links(card)).containsExactly(TeamsWorld.PUBLIC + "/#/c/" + answers.getFirst().conversationId());
    }

    @Test
    void whoIsNotKnownIsToldWhomToAsk() throws Exception {
        assertThat(shown(world.ask("NOBODY", MANAGERS, REVENUE))).contains("object ID, NOBODY");
        assertThat(shown(world.ask("NOBODY", MANAGERS, "今年每个月的收入"))).contains("对象 ID NOBODY");
        assertThat(questions).isEmpty();
    }

    @Test
    void whoIsNotKnownHasTheDefaultRoleAndSoDoesATeam(@TempDir Path folder) throws Exception {
        try (var open = new TeamsWorld(folder, this::withOthers, Optional.of(Role.MANAGER), Optional.empty(), PATIENCE)) {
            var card = open.ask("NOBODY", "19:unknown@thread.tacv2", REVENUE);
            assertThat(questions.getFirst().viewer().id()).isEqualTo("teams:NOBODY");
            assertThat(shown(card)).contains(answers.getFirst().findings().getFirst().title());
            assertThat(links(card)).as("who has no key cannot sign in").noneMatch(url -> url.contains("#"));
            assertThat(shown(open.ask("NOBODY", FLOOR, REVENUE))).contains("Ask on the page");
        }
    }

    // ---- signed links -----------------------------------------------------------------------------------------------

    @Test
    void aChartIsOpenedByItsLinkAloneAndNothingElseIs() throws Exception {
        var link = links(world.ask("ANNA", MANAGERS, REVENUE)).getFirst();
        var png = world.open(link);
        assertThat(png.statusCode()).isEqualTo(200);
        var picture = ImageIO.read(new ByteArrayInputStream(png.body()));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).as("Teams shows none that is larger").allMatch(pixels -> pixels <= 1024);
        assertThat(png.body()).hasSizeBetween(5_000, 1_000_000);
        assertThat(png.headers().allValues("Cross-Origin-Resource-Policy")).as("a browser shows it in Teams' page").containsExactly("cross-origin");

        var other = links(world.ask("ANNA", MANAGERS, REVENUE)).getFirst();
        var signature = link.substring(link.indexOf('?'));
        assertThat(world.open(other.substring(0, other.indexOf('?')) + signature).statusCode()).as("another finding").isEqualTo(403);
        assertThat(world.open(link.replace(".png", ".csv")).statusCode()).as("another form").isEqualTo(403);
        assertThat(world.open(link.replaceFirst("until=\\d", "until=9")).statusCode()).as("longer").isEqualTo(403);
        assertThat(world.open(link.replaceFirst("until=\\d+&", "")).statusCode()).as("for ever").isEqualTo(403);
        assertThat(world.open(link.substring(0, link.indexOf('?'))).statusCode()).as("unsigned").isEqualTo(401);
    }

    // ---- in time ----------------------------------------------------------------------------------------------------

    @Test
    void whatTakesLongerIsOnThePage(@TempDir Path folder) throws Exception {
        try (var hasty = new TeamsWorld(folder, this::withOthers, Optional.empty(), Optional.empty(), HASTE)) {
            long began = System.nanoTime();
            var card = hasty.ask("ANNA", MANAGERS, "slow");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(shown(card)).contains("longer than Teams waits");
            thoughts.release();
            hasty.rest();
            assertThat(links(card)).containsExactly(TeamsWorld.PUBLIC + "/#/c/" + answers.getFirst().conversationId());
        }
    }

    @Test
    @ResourceLock(Logged.LOCK)
    void whatTakesLongerFollowsByTheWorkflowWhoseAddressIsNeverTold(@TempDir Path folder) throws Exception {
        var logged = new Logged();
        try (var workflow = new WorkflowStandIn();
             var following = new TeamsWorld(folder, this::withOthers, Optional.empty(), Optional.of(workflow.url()), HASTE);
             logged) {
            workflow.refusals.set(1);
            var told = following.ask("ANNA", MANAGERS, "slow");
            assertThat(shown(told)).contains("follows in a message of its own");
            assertThat(links(told)).isEmpty();
            thoughts.release();
            var posted = card(workflow.post(1).toString());
            assertThat(shown(posted)).startsWith("Anna asked: slow").contains("It took a while.");

            assertThat(shown(following.ask("ANNA", FLOOR, "slow"))).as("not all may see it").contains("on the page");
            thoughts.release();
            following.rest();
            assertThat(workflow.posted).hasSize(1);

            workflow.isBroken.set(true);
            following.ask("ANNA", MANAGERS, "slow");
            thoughts.release();
            following.rest();
            assertThat(told.toString() + posted).doesNotContain(WorkflowStandIn.SIGNATURE);
        }
        assertThat(logged.lines()).isNotEmpty().noneMatch(line -> line.contains(WorkflowStandIn.SIGNATURE) || line.contains(TeamsWorld.SECRET));
    }

    @Test
    void whatFailsIsSaidWithoutDetails() throws Exception {
        assertThat(shown(world.ask("ANNA", MANAGERS, "broken"))).contains("Something went wrong").doesNotContain("a bug");
        assertThat(shown(world.ask("ANNA", MANAGERS, "refused"))).isEqualTo("This is too much. Ask for less.");
    }

    @Test
    void moreThanItCanTakeOnIsRefusedAtOnce(@TempDir Path folder) throws Exception {
        try (var hasty = new TeamsWorld(folder, this::withOthers, Optional.empty(), Optional.empty(), HASTE)) {
            hasty.ask("ANNA", MANAGERS, "slow");
            hasty.ask("ANNA", MANAGERS, "slow");
            assertThat(shown(hasty.ask("ANNA", MANAGERS, REVENUE))).contains("Too many questions");
            thoughts.release(2);
            hasty.rest();
        }
    }

    // ---- what Teams signs -------------------------------------------------------------------------------------------

    @Test
    void theDocumentedMessageIsVerifiedByAnHmacComputedElsewhere() throws Exception {
        assertThat(shown(card(world.post(DOCUMENTED, "HMAC " + ITS_HMAC).body()))).contains("29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85g");
        assertThat(world.post(DOCUMENTED + " ", "HMAC " + ITS_HMAC).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HMAC", "HMAC ", "HMAC AAAA", "Bearer " + ITS_HMAC, ITS_HMAC})
    void whatIsNotSignedByTeamsIsRefused(String authorization) throws Exception {
        var refused = world.post(DOCUMENTED, authorization);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain(ITS_HMAC);
        assertThat(questions).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "not JSON", "{\"type\":\"message\"}", "{\"type\":\"conversationUpdate\",\"id\":\"1\"}"})
    void whatIsNoMessageIsRefused(String body) throws Exception {
        assertThat(world.post(body).statusCode()).isEqualTo(400);
    }

    // ---- settings ---------------------------------------------------------------------------------------------------

    @Test
    void aSecretOrAddressThatIsNoneIsSaidWithoutRepeatingIt() {
        var shipped = "patience=4s,at-once=1,waiting=1,";
        assertThat(TeamsSettings.of(ConfigFactory.parseString(shipped))).isEmpty();
        assertThat(TeamsSettings.of(ConfigFactory.parseString(shipped + "outgoing-secret=\"" + TeamsWorld.SECRET + "\"")).orElseThrow().toString()).doesNotContain(TeamsWorld.SECRET);
        assertThatThrownBy(() -> TeamsSettings.of(ConfigFactory.parseString(shipped + "outgoing-secret=\"no base64!\""))).isInstanceOf(UserError.class)
                .hasMessageContaining("TEAMS_OUTGOING_SECRET").hasMessageNotContaining("no base64!");
        assertThatThrownBy(() -> TeamsSettings.of(ConfigFactory.parseString(shipped + "outgoing-secret=\"AAAA\",workflow-url=\"sig=hidden\""))).isInstanceOf(UserError.class)
                .hasMessageContaining("TEAMS_WORKFLOW_URL").hasMessageNotContaining("hidden");
    }

    // ---- answers ----------------------------------------------------------------------------------------------------

    private static final LargeAnswers LARGE = new LargeAnswers("\"");

    /** The scripted answers, and some that reach Teams' limits. */
    private Answering withOthers(Answering scripted) {
        return (question, listener) -> {
            questions.add(question);
            if (question.text().equals("broken")) {
                throw new IllegalStateException("a bug");
            }
            if (question.text().equals("refused")) {
                throw new UserError(UserError.Category.TOO_LARGE, "This is too much.", "Ask for less.");
            }
            var kept = scripted.ask(question, listener);
            if (question.text().equals("slow")) {
                thoughts.acquireUninterruptibly();
            }
            var answer = told(question, kept);
            answers.add(answer);
            return answer;
        };
    }

    private static Answer told(Question question, Answer kept) {
        return switch (question.text()) {
            case "slow" -> with(kept, "It took a while.");
            case "long table" -> with(kept, "The first of 500.", LARGE.table(500));
            case "long text" -> with(kept, LONG_TEXT, LARGE.table(500));
            case "long everything" -> with(kept, "长\"".repeat(4_000), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.table(500), LARGE.wide(), LARGE.wide(), LARGE.wide(), LARGE.wide());
            case "wide row" -> with(kept, "One customer.", LARGE.wide());
            case "hostile" -> with(kept, "Most came from [our page](https://evil.example) & **<at>Anna</at>**.\n\u0007\n# Heading",
                    LARGE.finding(List.of(column("<at>x</at>"), column("*_`")), List.of(List.of("[x](https://evil.example)", "```"), List.of("${name}", "{{DATE(1)}}"))));
            case "nothing" -> with(kept, "x".repeat(7_000), LARGE.finding(List.of(column("A")), List.of()));
            default -> kept;
        };
    }
}
