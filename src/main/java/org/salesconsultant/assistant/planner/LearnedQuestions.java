package org.salesconsultant.assistant.planner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;

/** Learned questions by their words. Immutable. */
final class LearnedQuestions {
    static final LearnedQuestions NONE = new LearnedQuestions(List.of());

    private final Map<Words, LearnedQuestion> byWords = new LinkedHashMap<>();

    private record Words(Language language, String key) {
        static Words of(LearnedQuestion question) {
            return new Words(question.language(), LearnedQuestion.key(question.ask()));
        }
    }

    /** Of two with the same words the first stands. */
    LearnedQuestions(List<LearnedQuestion> questions) {
        questions.forEach(question -> byWords.putIfAbsent(Words.of(question), question));
    }

    /** The one with exactly these words, but for case, blanks and punctuation. */
    Optional<LearnedQuestion> find(Language language, String words) {
        return Optional.ofNullable(byWords.get(new Words(language, LearnedQuestion.key(words))));
    }

    /** Example questions for tools, without names of members. */
    Map<String, List<String>> examples(Language language) {
        Map<String, List<String>> examples = new HashMap<>();
        for (var question : byWords.values()) {
            var example = example(question);
            if (question.language() == language && example != null) {
                examples.computeIfAbsent(question.tool(), any -> new ArrayList<>()).add(example);
            }
        }
        return examples;
    }

    private static @Nullable String example(LearnedQuestion question) {
        boolean namesNobody = Arguments.read(question.json()).filters().isEmpty();
        return question.example() == null && namesNobody ? question.ask() : question.example();
    }
}
