package org.salesconsultant.knowledge;

import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;

/**
 * A question to the documents.
 *
 * @param language only passages of it are looked at
 * @param document the one document to look into, as {@link Passage#document}, or null for all
 * @param staff whether the asker may read what is for staff
 * @param sample whether the sample company answers; otherwise its documents are left out
 */
public record KnowledgeQuery(String text, Language language, @Nullable String document, boolean staff, boolean sample) {
    /** Whether the passage may answer, its language aside. */
    boolean admits(Passage passage) {
        return (staff || !passage.forStaff()) && (sample || !passage.ofSample())
                && (document == null || document.equals(passage.document()));
    }
}
