package org.salesconsultant;

import java.nio.file.Path;
import java.util.List;
import org.salesconsultant.analytics.text.IntentOdds;
import org.salesconsultant.analytics.text.Judgement;
import org.salesconsultant.analytics.text.SentenceLabels;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.AssistantPrompt;
import org.salesconsultant.assistant.Llm;
import org.salesconsultant.assistant.helpdesk.Helpdesk;
import org.salesconsultant.assistant.helpdesk.Learners;
import org.salesconsultant.assistant.llm.LlmSettings;
import org.salesconsultant.assistant.llm.OpenAiBrain;
import org.salesconsultant.assistant.planner.Planner;
import org.salesconsultant.cli.DataOptions;
import org.salesconsultant.cli.SalesConsultant;
import org.salesconsultant.cli.Stores;
import org.salesconsultant.cli.Wiring;
import org.salesconsultant.knowledge.Knowledge;
import org.salesconsultant.knowledge.MiniLmEmbedder;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Settings;
import org.salesconsultant.tools.BasketRules;
import org.salesconsultant.tools.CustomerModels;
import org.salesconsultant.tools.CustomerProfile;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.tools.DescribeData;
import org.salesconsultant.tools.DetectAnomalies;
import org.salesconsultant.tools.ExplainChange;
import org.salesconsultant.tools.Forecast;
import org.salesconsultant.tools.QueryMetrics;
import org.salesconsultant.tools.QuotaOutlook;
import org.salesconsultant.tools.RankCustomers;
import org.salesconsultant.tools.RecommendProducts;
import org.salesconsultant.tools.SearchKnowledge;
import org.salesconsultant.tools.SegmentCustomers;
import org.salesconsultant.tools.Tool;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.tools.WhatIf;
import org.salesconsultant.tools.Training;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.sample.SampleCompany;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.training.TrainingRuns;

/** The composition root: what the program is made of, in the order in which it is put together. */
public final class Main implements Wiring {
    private static final Viewer EVERYTHING = new Viewer("training", "training", Role.ADMIN, null);

    Main() {}

    public static void main(String[] args) {
        System.exit(SalesConsultant.run(new Main(), args));
    }

    @Override
    public Stores stores(DataOptions options, boolean sample) {
        var home = new Home(Path.of(""));
        var settings = Settings.read(home, options.config());
        var warehouses = Warehouses.open(options.data(), sample ? SampleCompany::fill : null);
        var assistant = Database.open(options.data().resolve("assistant.db"), "db/assistant");
        return new Stores(options.data(), home, settings, warehouses, assistant);
    }

    @Override
    public Embedder embedder(Path data) {
        return new MiniLmEmbedder(data.resolve("cache"));
    }

    @Override
    public Brains brains(Stores stores) {
        var home = stores.home();
        var embedder = embedder(stores.data());
        var model = SemanticModel.load(home);
        var members = new Members(model);
        var queries = new MetricQueries(model, members);
        var knowledge = new Knowledge(home, embedder);
        var customers = new CustomerModels(queries);
        members.segmentBy(customers);
        var runs = stores.trainingRuns();
        var toolbox = new Toolbox(home, tools(queries, customers, knowledge, runs));
        var planner = new Planner(home, model, members, IntentOdds.learner(embedder), embedder::isWord, toolbox);
        var llm = stores.settings().section("llm", LlmSettings::of)
                .map(Main::llm).orElse(null);
        var assistant = new Assistant(stores.warehouses(), toolbox, stores.conversations(), planner, llm, AssistantPrompt.of(home));
        var helpdesk = new Helpdesk(home, toolbox, stores.warehouses(), new Learners(SentenceLabels.learner(embedder), Judgement.learner(), knowledge::nearness, knowledge::asked));
        return new Brains(toolbox, assistant, planner, new Training(toolbox, EVERYTHING, runs), embedder, helpdesk, () -> {
            planner.warmUp();
            knowledge.warmUp();
        }, () -> assistant.rehearse(EVERYTHING));
    }

    private static Llm llm(LlmSettings settings) {
        return new Llm(OpenAiBrain.model(settings), settings.apiKey(), settings.turn().limit(), settings.turn().tokens(), settings.restAfter(), settings.rest());
    }

    private static List<Tool<?>> tools(MetricQueries queries, CustomerModels customers, Knowledge knowledge,
                                       TrainingRuns runs) {
        return List.of(
                new QueryMetrics(queries),
                new ExplainChange(queries),
                new DetectAnomalies(queries),
                new Forecast(queries, runs),
                new QuotaOutlook(queries),
                new WhatIf(queries),
                new SegmentCustomers(customers),
                new RankCustomers(customers),
                new CustomerProfile(customers),
                new BasketRules(customers),
                new RecommendProducts(customers),
                new SearchKnowledge(knowledge),
                new DescribeData(),
                new DataQualityReport(queries));
    }
}
