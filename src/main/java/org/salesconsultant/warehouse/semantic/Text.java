package org.salesconsultant.warehouse.semantic;

import org.salesconsultant.sales.Language;

/** A short text in every language of the assistant. */
public record Text(String en, String zh) {
    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> en;
            case CHINESE -> zh;
        };
    }
}
