package org.salesconsultant.warehouse.semantic;

import java.util.List;
import org.salesconsultant.sales.Language;

/** Words and phrases people use for one thing, in every language of the assistant. */
public record Words(List<String> en, List<String> zh) {
    public List<String> in(Language language) {
        return switch (language) {
            case ENGLISH -> en;
            case CHINESE -> zh;
        };
    }
}
