package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;

/** Something that a sentence asks for. @param confidence that its sentence is decided on like this, 0 … 1, not calibrated */
record Wish(Intent intent, Sentence sentence, double confidence) {
    /** An intent this probable is wanted, others beside it or not. */
    private static final double WANTED = 0.5;
    /** The likeliest intent of a sentence is wanted from here on; else the sentence says nothing for certain. */
    private static final double CLEAR = 0.33;

    /** What a message wants beside being polite; what its least clear sentences may want where that is nothing. */
    static List<Wish> in(List<Sentence> sentences) {
        var clear = sentences.stream().flatMap(sentence -> of(sentence, CLEAR)).toList();
        var asked = clear.stream().filter(wish -> wish.intent() != Intent.SMALL_TALK).toList();
        if (!asked.isEmpty()) {
            var open = sentences.stream().filter(sentence -> sentence.isOpenQuestion() && clear.stream().noneMatch(wish -> wish.sentence().equals(sentence)));
            return Stream.concat(asked.stream(), open.map(sentence -> new Wish(Intent.NOT_KNOWN, sentence, 1 - sentence.odds(sentence.likeliest())))).toList();
        }
        var polite = clear.stream().map(Wish::sentence).toList();
        var unclear = sentences.stream().filter(sentence -> !polite.contains(sentence)).max(Comparator.comparingDouble(sentence -> sentence.odds(sentence.likeliest())));
        return unclear.map(sentence -> of(sentence, 0).toList()).orElse(clear);
    }

    private static Stream<Wish> of(Sentence sentence, double clear) {
        var likeliest = sentence.likeliest();
        List<Intent> wanted = new ArrayList<>();
        if (sentence.odds(likeliest) >= clear) {
            wanted.add(likeliest);
        }
        Stream.of(Intent.KNOWLEDGE, Intent.OWN_ORDER, Intent.OWN_PRODUCT, Intent.ACTION)
                .filter(intent -> intent != likeliest && sentence.odds(intent) >= WANTED).forEach(wanted::add);
        return wanted.stream().map(intent -> new Wish(intent, sentence, sentence.share(other -> other.reason().decision() == intent.reason().decision())));
    }
}
