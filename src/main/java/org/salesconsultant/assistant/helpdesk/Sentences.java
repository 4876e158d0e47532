package org.salesconsultant.assistant.helpdesk;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;

/** A message cut into sentences, each of which can want something else. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+|(?<=[。！？!?；;：])|(?<=:)\\s+|[\\n\\r]+|[\\[\\]【】]");
    private static final Pattern CLAUSE_END = Pattern.compile("[,，、]\\s*");
    private static final int SHORTEST = 20;
    private static final int SHORTEST_CHINESE = 7;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

    private Sentences() {}

    /** Without those that have no word; the text itself where there is none. */
    static List<String> of(String text) {
        var sentences = Stream.of(END.split(text)).map(String::strip).filter(sentence -> WORDS.matcher(sentence).find()).toList();
        return sentences.isEmpty() ? List.of(text.strip()) : sentences;
    }

    /** Its parts between commas that are long enough to ask something; none where it is of one piece. */
    static List<String> clauses(String sentence) {
        var parts = Stream.of(CLAUSE_END.split(sentence)).map(String::strip).toList();
        return parts.size() == 1 ? List.of() : parts.stream().filter(part -> part.length() >= (Language.of(part) == Language.CHINESE ? SHORTEST_CHINESE : SHORTEST)).toList();
    }

    /** Documents and examples are in simplified characters. */
    static String simplified(String text) {
        return Language.of(text) == Language.CHINESE ? SIMPLIFIED.transliterate(text) : text;
    }
}
