package org.salesconsultant.tools;

import java.util.function.Consumer;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Spoken;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.DataState;
import org.salesconsultant.warehouse.Warehouse;

/**
 * What surrounds a call: who asks, of which data, in which language. The model names none of it.
 *
 * @param state the data as it stood when the turn began
 * @param wording the sentences of this tool's prompt file
 * @param steps told what is being done, in words a person reads while waiting
 */
public record ToolContext(Viewer viewer, Language language, Warehouse warehouse, DataState state, Wording wording,
                          Consumer<String> steps) {
    public Spoken spoken() {
        return new Spoken(language, state.currency());
    }

    /** The sentence of this tool's prompt file. @param namesAndValues name, value, name, value … */
    public String say(String key, Object... namesAndValues) {
        return wording.say(language, key, namesAndValues);
    }
}
