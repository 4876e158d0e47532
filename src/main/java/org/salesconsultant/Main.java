package org.salesconsultant;

import java.nio.file.Path;
import java.util.List;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.AssistantPrompt;
import org.salesconsultant.assistant.Llm;
import org.salesconsultant.assistant.llm.LlmSettings;
import org.salesconsultant.assistant.llm.OpenAiBrain;
import org.salesconsultant.cli.DataOptions;
import org.salesconsultant.cli.SalesConsultant;
import org.salesconsultant.cli.Stores;
import org.salesconsultant.cli.Wiring;
import org.salesconsultant.knowledge.MiniLmEmbedder;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Settings;
import org.salesconsultant.tools.Tool;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.sample.SampleCompany;
import org.salesconsultant.warehouse.semantic.SemanticModel;

/** The composition root: what the program is made of, in the order in which it is put together. */
public final class Main implements Wiring {
    private Main() {}

    public static void main(String[] args) {
        System.exit(SalesConsultant.run(new Main(), args));
    }

    @Override
    public Stores stores(DataOptions options, boolean sample) {
        var home = new Home(Path.of(""));
        var settings = Settings.read(home, options.config());
        var warehouses = Warehouses.open(options.data(), sample ? SampleCompany::fill : null);
        var assistant = Database.open(options.data().resolve("assistant.db"), "db/assistant");
        return new Stores(home, settings, warehouses, assistant);
    }
}
