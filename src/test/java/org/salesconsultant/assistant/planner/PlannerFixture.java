package org.salesconsultant.assistant.planner;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salesconsultant.analytics.text.IntentOdds;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.ToolPrompt;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** A small wholesaler whose learned questions stand in its own folder, orders from 2010-12-01 to 2011-12-09, and a planner over the tools of DESIGN.md §4 that are built. */
final class PlannerFixture implements AutoCloseable {
    static final Viewer MANAGER = new Viewer("test", "test", Role.MANAGER, null);
    private static final long ONE = 10_000;

    private static final Map<String, List<String>> TOOLS = new LinkedHashMap<>();

    static {
        TOOLS.put("query_metrics", List.of("metrics", "dimensions", "filters", "period", "compareTo", "likeForLike", "orderBy", "limit", "share",
                "others", "running", "window"));
        TOOLS.put("forecast", List.of("metric", "grain", "horizon", "dimension", "limit", "filters"));
        TOOLS.put("what_if", List.of("metric", "grain", "horizon", "driver", "change", "filters"));
        TOOLS.put("quota_outlook", List.of("period", "dimension", "filters"));
        TOOLS.put("segment_customers", List.of("filters", "k"));
        TOOLS.put("customer_profile", List.of("customer"));
        TOOLS.put("rank_customers", List.of("by", "filters", "limit"));
        TOOLS.put("recommend_products", List.of("customer", "products", "limit"));
        TOOLS.put("basket_rules", List.of("product", "minSupport", "minConfidence", "limit"));
        TOOLS.put("search_knowledge", List.of("query", "source", "limit"));
        TOOLS.put("describe_data", List.of());
    }

    final Warehouse warehouse;
    final Planner planner;

    PlannerFixture(Path folder) throws SQLException {
        var home = new Home(folder);
        warehouse = Warehouse.open(folder.resolve("warehouse.db"), false);
        fill();
        var model = SemanticModel.load(home);
        var embedder = SharedEmbedder.EMBEDDER;
        planner = new Planner(home, model, new Members(model), IntentOdds.learner(embedder), embedder::isWord, tools(home));
    }

    static Map<ToolSpecification, ToolPrompt> tools(Home home) {
        Map<ToolSpecification, ToolPrompt> tools = new LinkedHashMap<>();
        TOOLS.forEach((name, parameters) -> {
            if (home.find("prompts/tools/" + name + ".yaml").isEmpty()) {
                return;
            }
            var schema = JsonObjectSchema.builder();
            parameters.forEach(schema::addStringProperty);
            schema.required(name.equals("customer_profile") ? List.of("customer") : List.of());
            tools.put(ToolSpecification.builder().name(name).parameters(schema.build()).build(), ToolPrompt.of(home, name));
        });
        return tools;
    }

    /** Whether the tool has a prompt file, so that it can be chosen. */
    static boolean has(String tool) {
        return new Home(Path.of(".")).find("prompts/tools/" + tool + ".yaml").isPresent();
    }

    private void fill() throws SQLException {
        warehouse.database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                write(star);
                star.finish("GBP", "Lamps & Cakes", name -> false);
            }
            for (var size : Map.of("12680", "2", "12681", "5+").entrySet()) {
                handle.execute("INSERT INTO attribute (of, member_key, name, value, value_folded) SELECT 'customer', customer_key, 'household_size', ?, ? FROM customer WHERE code = ?",
                        size.getValue(), size.getValue(), size.getKey());
            }
            return null;
        });
    }

    private static void write(StarWriter star) throws SQLException {
        var countries = List.of("United Kingdom", "Germany", "France", "Spain", "EIRE", "Netherlands", "Portugal");
        long north = star.region("North");
        long south = star.region("South");
        long anna = star.rep(new StarWriter.NewRep("Anna Keller", north, null));
        long ben = star.rep(new StarWriter.NewRep("Ben Novak", south, null));
        star.rep(new StarWriter.NewRep("Carla Rossi", south, null));
        long online = star.channel("Online");
        star.channel("Phone");
        star.campaign(new StarWriter.NewCampaign("SPR11", "Spring Mailing", "post", null, null, null));
        long lamp = product(star, "L100", "Brass Table Lamp", "Lighting");
        product(star, "L200", "White Metal Lantern", "Lighting");
        product(star, "L500", "Night Light", "Lighting");
        product(star, "K300", "Regency Cakestand 3 Tier", "Kitchen");
        product(star, "K400", "Paper Cups Set of 6", "Kitchen");
        long country = 0;
        for (var name : countries) {
            country = star.country(name);
        }
        long heron = customer(star, "12680", "Blue Heron Café", "Café", country, north, anna);
        customer(star, "12681", "Corner Shop Ltd", "Shop", country, south, ben);
        customer(star, "14646", null, "Shop", country, south, ben);
        customer(star, "C200", "Hotel Astoria", "Hotel", country, north, anna);
        for (var day : List.of(LocalDate.of(2010, 12, 1), LocalDate.of(2011, 12, 9))) {
            var order = star.order(new StarWriter.NewOrder("test", day.toString(), day, heron, country, north, anna, online, null, null), null);
            star.line(order, new StarWriter.NewLine(lamp, Kind.SALE, ONE, ONE, 0, ONE, null, "Brass Table Lamp"));
        }
    }

    private static long product(StarWriter star, String code, String name, String category) throws SQLException {
        return star.product(new StarWriter.NewProduct(code, name, category, false, null, null));
    }

    private static long customer(StarWriter star, String code, @org.jspecify.annotations.Nullable String name, String type, long country, long region, long rep)
            throws SQLException {
        return star.customer(new StarWriter.NewCustomer(code, name, type, null, null, country, region, rep));
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
