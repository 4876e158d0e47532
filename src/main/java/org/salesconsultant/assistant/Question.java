package org.salesconsultant.assistant;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Viewer;

/**
 * What a person asked, by whom and where.
 *
 * @param conversationId null begins a new conversation
 * @param language the language to answer in; null: the text's own
 */
public record Question(String text, Viewer viewer, @Nullable String conversationId, @Nullable Language language) {}
