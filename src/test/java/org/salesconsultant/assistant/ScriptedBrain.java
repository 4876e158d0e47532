package org.salesconsultant.assistant;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.function.Supplier;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Warehouse;

/** Says what it was told to, and knows the names that there are. */
record ScriptedBrain(Supplier<ScriptedModel> script) implements EmbeddedBrain {
    @Override
    public StreamingChatModel model(Viewer viewer, Language language, Warehouse warehouse) {
        return script.get();
    }

    @Override
    public MemberNames names(Warehouse warehouse) {
        return Shop.names(warehouse);
    }
}
