package org.salesconsultant.assistant;

import dev.langchain4j.model.chat.StreamingChatModel;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Warehouse;

/** Our own brain, made for one turn: it knows the names that this viewer may see, and no others. */
@FunctionalInterface
public interface EmbeddedBrain {
    StreamingChatModel model(Viewer viewer, Language language, Warehouse warehouse);
}
