package org.salesconsultant.assistant;

import dev.langchain4j.model.chat.StreamingChatModel;
import java.util.List;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Warehouse;

/** Our own brain. */
@FunctionalInterface
public interface EmbeddedBrain {
    /** Made for one turn: it knows the names that this viewer may see, and no others. */
    StreamingChatModel model(Viewer viewer, Language language, Warehouse warehouse);

    /** What finds every name there is, so that a model cannot use one that nothing gave it. A brain that knows no names finds none. */
    default MemberNames names(Warehouse warehouse) {
        return text -> List.of();
    }
}
