package org.salesconsultant.warehouse.imports.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is decided of a file though it does not say it for sure, in sentences, as it is found out. */
final class Doubts {
    private final List<String> all = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    Doubts(Collection<String> before) {
        all.addAll(before);
    }

    /** Worth knowing, and right as far as anybody can tell. */
    void note(String sentence) {
        all.add(sentence);
    }

    /** As likely to be wrong: only a person knows. */
    void ask(String sentence) {
        all.add(sentence);
        questions.add(sentence);
    }

    List<String> all() {
        return List.copyOf(all);
    }

    List<String> questions() {
        return List.copyOf(questions);
    }
}
