package org.salesconsultant.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.salesconsultant.access.IdentityCodes;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.access.WidgetTokens;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.assistant.DeskThreads;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.ScriptedAssistant;
import org.salesconsultant.assistant.SeenEvents;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.assistant.helpdesk.Helpdesk;
import org.salesconsultant.assistant.helpdesk.Learners;
import org.salesconsultant.channels.export.LinkSettings;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.helpdesk.FrontDesk;
import org.salesconsultant.channels.helpdesk.HelpdeskChannel;
import org.salesconsultant.channels.helpdesk.VerificationSettings;
import org.salesconsultant.channels.helpdesk.chatwoot.ChatwootChannel;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.channels.people.PeopleSettings;
import org.salesconsultant.channels.slack.SlackChannel;
import org.salesconsultant.channels.teams.TeamsChannel;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.SentenceLearner;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.tools.Tool;
import org.salesconsultant.tools.ToolContext;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.imports.Imports;

/** The real server on a free port over real stores; only the assistant behind it is scripted. */
public final class RunningServer implements AutoCloseable {
    /** That may be sent in, in bytes. */
    static final long LARGEST_FILE = 1 << 20;
    /** Whose pages may have the widget on them, unless told otherwise. */
    public static final String HOST_PAGE = "https://crm.example";

    final Database state;
    final Keys keys;
    final SignIn signIn;
    final Server server;
    /** A manager's. */
    public final String key;
    /** Of the backend of a site with the widget on its pages. */
    public final String serviceKey;
    private final Warehouses warehouses;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** What the warehouse holds. */
    public enum Holds { OWN, SAMPLE, NOTHING }

    private RunningServer(Path folder, UnaryOperator<Answering> assistant, Duration pause, Holds data, int port, String... origins) throws IOException {
        warehouses = Warehouses.open(folder, data == Holds.SAMPLE ? RunningServer::fill : null);
        if (data == Holds.OWN) {
            fill(warehouses.own());
        }
        state = Database.open(folder.resolve("assistant.db"), "db/assistant");
        keys = new Keys(state, warehouses);
        signIn = new SignIn(state);
        key = keys.add("tester", Role.MANAGER, null);
        serviceKey = keys.add("site", Role.SERVICE, null);
        var conversations = new Conversations(state);
        var home = new Home(Path.of(""));
        var imports = new Imports(home, warehouses.own());
        var scripted = new ScriptedAssistant(conversations, pause);
        var toolbox = tools(folder);
        var helpdesk = new Helpdesk(home, toolbox, warehouses, handingAllOver());
        var desk = new FrontDesk(helpdesk::reply, warehouses, state, new VerificationSettings(new IdentityCodes.Rules(Duration.ofMinutes(10), 5, 3), Duration.ofHours(2)),
                Optional.empty(), InstantSource.system(), home);
        server = new Server(new HttpSettings("127.0.0.1", port), new WidgetSettings(Set.of(origins)), assistant.apply(scripted::ask), conversations,
                new Ratings(state), keys, signIn, new WidgetTokens(state), new LinkSignatures(state), warehouses, toolbox,
                new Importing(imports, DataQualityReport.words(home), folder.resolve("uploads"), new Importing.Limits(LARGEST_FILE, null)), slack(folder), teams(folder),
                new HelpdeskChannel(desk, keys), new ChatwootChannel(Optional.empty(), home, desk, new DeskThreads(state))).start();
    }

    /** Not set up; its routes are there. */
    private SlackChannel slack(Path folder) {
        var home = new Home(folder);
        return new SlackChannel(Optional.empty(), home, new People(home, keys, new PeopleSettings(Optional.empty())), new Threads(state),
                new SeenEvents(state), new Ratings(state));
    }

    private TeamsChannel teams(Path folder) {
        var home = new Home(folder);
        return new TeamsChannel(Optional.empty(), home, new People(home, keys, new PeopleSettings(Optional.empty())), new Threads(state),
                new SeenEvents(state), links());
    }

    /** As channels give them. */
    Links links() {
        return new Links(new LinkSettings(Optional.of("https://assistant.example"), Duration.ofDays(7)), new LinkSignatures(state));
    }

    static RunningServer over(Path folder) throws IOException {
        return over(folder, UnaryOperator.identity());
    }

    /** @param assistant what to put in front of the scripted one */
    static RunningServer over(Path folder, UnaryOperator<Answering> assistant) throws IOException {
        return new RunningServer(folder, assistant, Duration.ZERO, Holds.OWN, 0, HOST_PAGE);
    }

    /** For the page. @param pause before each event of an answer @param port 0 takes a free one @param origins that may have the widget */
    public static RunningServer forPage(Path folder, Holds data, Duration pause, int port, String... origins) throws IOException {
        return new RunningServer(folder, UnaryOperator.identity(), pause, data, port, origins);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** A link that signs in once. */
    public String link() {
        return url(Server.SIGN_IN_PATH + signIn.token("tester"));
    }

    /** As time would. */
    public void endWidgetSessions() {
        state.write(handle -> handle.execute("UPDATE widget_token SET expires_at = ?", Instant.now().minusSeconds(1).toString()));
    }

    /** One number from the company's own warehouse. */
    long own(String sql) {
        return warehouses.own().database().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder signed(String path) {
        return request(path).header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(signed(path));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(signed(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        state.close();
        warehouses.close();
    }

    private static void fill(Warehouse warehouse) {
        warehouse.database().write(handle -> {
            Map.of("data_version", "1", "first_day", "2023-01-02", "newest_day", "2025-12-31", "currency", "GBP",
                    "company", "Harbour & Vale", "lines", "149872").forEach((name, value) ->
                    handle.execute("INSERT INTO warehouse_setting (name, value) VALUES (?, ?)", name, value));
            return null;
        });
    }

    private record NoArguments() {}

    /** Stands where a tool stands; the scripted assistant never calls it. */
    private record Placeholder(String name) implements Tool<NoArguments> {
        @Override
        public Class<NoArguments> arguments() {
            return NoArguments.class;
        }

        @Override
        public Outcome run(NoArguments arguments, ToolContext context) {
            throw new UnsupportedOperationException(name);
        }
    }

    private static Toolbox tools(Path folder) throws IOException {
        var prompts = Files.createDirectories(folder.resolve("prompts/tools"));
        var groups = Map.of("query_metrics", List.of("numbers", "Revenue by month this year", "今年每个月的收入"),
                "forecast", List.of("forecast", "Forecast revenue for the next 3 months", "预测未来三个月的收入"),
                "rank_customers", List.of("customers", "Which customers are likely to leave?", "哪些客户可能流失？"),
                "segment_customers", List.of("customers", "What kinds of customers do we have?", "我们有哪几类客户？"),
                "basket_rules", List.of("products", "Which products are bought together?", "哪些产品经常一起购买？"),
                "search_knowledge", List.of("voice", "What is our returns policy?", "我们的退货政策是什么？"));
        for (var entry : groups.entrySet()) {
            var words = entry.getValue();
            Files.writeString(prompts.resolve(entry.getKey() + ".yaml"), """
                    description: stands where a tool stands
                    arguments: {}
                    group: %s
                    examples: {en: ["%s"], zh: ["%s"]}
                    wording: {en: {}, zh: {}}
                    """.formatted(words.get(0), words.get(1), words.get(2)));
        }
        return new Toolbox(new Home(folder), groups.keySet().stream().sorted().<Tool<?>>map(Placeholder::new).toList());
    }

    /** Nothing is learned, and all is handed over. */
    private static Learners handingAllOver() {
        var unknown = Map.of("not_known", 1.0);
        return new Learners((language, sentences) -> new SentenceLearner.Learned() {
            @Override
            public Map<String, Double> probabilities(String sentence) {
                return unknown;
            }

            @Override
            public List<Map<String, Double>> heldOut() {
                return Collections.nCopies(sentences.size(), unknown);
            }
        }, cases -> signs -> 0, (language, text) -> 0, language -> List.of());
    }
}
