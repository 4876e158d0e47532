package org.salesconsultant.assistant.helpdesk;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salesconsultant.sales.Language;

/** A message cut into sentences, each of which can want something else. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+|(?<=[。！？!?；;：])|(?<=:)\\s+|[\\n\\r]+|[\\[\\]【】]");
    /** Where another question begins within a sentence. */
    private static final Pattern NEXT_QUESTION = Pattern.compile("(?iu),?\\s+(?:and|but|or|plus|also)\\s+(?=(?:is|are|do|does|did|can|could|will|would|have|has|what|which|how|when|where|who|whether|if)\\b)"
            + "|(?<=(?:吗|么|呢|多少|几[\\p{IsHan}]{0,4}|什么[\\p{IsHan}]{0,4}|怎么[\\p{IsHan}]{0,4}|哪[\\p{IsHan}]{0,4}))[，,](?=.*(?:吗|么|呢|多少|几|什么|怎么|哪|能不能|可以|有没有|是否))");
    private static final Pattern CLAUSE_END = Pattern.compile("[,，、]\\s*");
    private static final Pattern QUESTION = Pattern.compile("[?？]$");
    private static final int SHORT = 22;
    private static final int SHORT_CHINESE = 7;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Hant-Hans");

    private Sentences() {}

    /** @param within the sentence, or with the one before where a question is too short to say by itself what it is for */
    record Part(String text, String within) {}

    /** Sentences that have a word, cut where another question begins; the text itself where there is none. */
    static List<Part> of(String text) {
        List<Part> parts = new ArrayList<>();
        String before = "";
        for (var sentence : Stream.of(END.split(text)).map(String::strip).filter(some -> WORDS.matcher(some).find()).toList()) {
            var within = isShortQuestion(sentence) ? (before + " " + sentence).strip() : sentence;
            NEXT_QUESTION.splitAsStream(sentence).map(String::strip).filter(part -> WORDS.matcher(part).find()).forEach(part -> parts.add(new Part(part, within)));
            before = sentence;
        }
        return parts.isEmpty() ? List.of(new Part(text.strip(), text.strip())) : parts;
    }

    /** Its parts between commas that are long enough to ask something; none where it is of one piece. */
    static List<String> clauses(String sentence) {
        var clauses = Stream.of(CLAUSE_END.split(sentence)).map(String::strip).toList();
        return clauses.size() == 1 ? List.of() : clauses.stream().filter(clause -> clause.length() >= (Language.of(clause) == Language.CHINESE ? SHORT_CHINESE : SHORT)).toList();
    }

    private static boolean isShortQuestion(String sentence) {
        return QUESTION.matcher(sentence).find() && sentence.length() < (Language.of(sentence) == Language.CHINESE ? SHORT_CHINESE : SHORT);
    }

    /** Documents and examples are in simplified characters. */
    static String simplified(String text) {
        return Language.of(text) == Language.CHINESE ? SIMPLIFIED.transliterate(text) : text;
    }
}
