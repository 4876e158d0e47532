package org.salesconsultant.assistant.helpdesk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.salesconsultant.analytics.text.Judgement;
import org.salesconsultant.analytics.text.SentenceLabels;
import org.salesconsultant.knowledge.Knowledge;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.settings.Home;
import org.salesconsultant.tools.SearchKnowledge;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.sample.SampleCompany;

/** The real helpdesk over the sample company, one for all tests of a virtual machine, since learning takes half a minute. */
public final class SampleHelpdesk {
    public static final Warehouses WAREHOUSES = warehouses();
    public static final Helpdesk HELPDESK = helpdesk();

    private SampleHelpdesk() {}

    private static Warehouses warehouses() {
        try {
            return Warehouses.open(Files.createTempDirectory(Path.of("target"), "helpdesk"), SampleCompany::fill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Helpdesk helpdesk() {
        var home = new Home(Path.of(""));
        var embedder = SharedEmbedder.EMBEDDER;
        var knowledge = new Knowledge(home, embedder);
        var helpdesk = new Helpdesk(home, new Toolbox(home, List.of(new SearchKnowledge(knowledge))), WAREHOUSES,
                new Learners(SentenceLabels.learner(embedder), Judgement.learner(), knowledge::nearness, knowledge::asked));
        helpdesk.warmUp();
        return helpdesk;
    }
}
