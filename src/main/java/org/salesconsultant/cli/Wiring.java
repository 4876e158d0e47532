package org.salesconsultant.cli;

import java.nio.file.Path;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.helpdesk.Helpdesk;
import org.salesconsultant.assistant.planner.Planner;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.tools.Toolbox;
import org.salesconsultant.tools.Training;

/** How commands get the program they run; {@code Main} wires it. */
public interface Wiring {
    /** @param sample whether the sample company answers while the warehouse is empty */
    Stores stores(DataOptions options, boolean sample);

    /** What tells how near texts are in meaning; its models are loaded at the first use. @param data the data directory */
    Embedder embedder(Path data);

    /** Everything that answers questions over the given stores. */
    Brains brains(Stores stores);

    /**
     * @param planner the embedded brain
     * @param embedder the one they share
     * @param helpdesk answers customers
     * @param warmUp loads in the background what the first question would wait for
     * @param rehearsal answers a few questions for nobody
     */
    record Brains(Toolbox toolbox, Assistant assistant, Planner planner, Training training, Embedder embedder, Helpdesk helpdesk, Runnable warmUp, Runnable rehearsal) {}
}
