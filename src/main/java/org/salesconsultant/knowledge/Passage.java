package org.salesconsultant.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;

/**
 * A section of a document, short enough to be quoted whole.
 *
 * @param document the file's name without folder, language and ending, e.g. {@code returns}; the same in every language
 * @param title the document's, as cited
 * @param section the headings above the text below the title, joined by " › "; the title where there are none
 * @param text one paragraph of plain text
 * @param asked how people ask for it, as the document says
 * @param forStaff not for customers, nor for a helpdesk that answers them
 * @param ofSample about the sample company; no answer of a real one rests on it
 */
public record Passage(String document, String title, String section, String text, List<String> asked, Language language, boolean forStaff,
                      boolean ofSample) {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])");

    /** Whether it stands below the title, before any section. */
    public boolean isIntroduction() {
        return section.equals(title);
    }

    /** What its vector is computed from: the headings say what a short text is about. */
    String withHeadings() {
        return title + ": " + section + "\n" + text;
    }

    /** Each with the heading it stands under. */
    List<String> sentences() {
        return Stream.of(SENTENCE_END.split(text)).map(sentence -> section + ": " + sentence).toList();
    }

    /** What a question for it can sound like: its heading, and the ways of asking that stand with it. */
    List<String> questions() {
        return Stream.concat(Stream.of(section), asked.stream()).toList();
    }
}
