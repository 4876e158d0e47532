package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;

/** Something that a sentence asks for. */
record Wish(Intent intent, Sentence sentence) {
    /** So probable a question about a rule, and so near a passage, is answered beside one about an order. */
    private static final double ALSO = 0.05;
    private static final double VERY_NEAR = 0.6;

    /** What each sentence is likeliest for if the message is decided for this reason, without what is only polite. */
    static List<Wish> in(List<Sentence> sentences, Reason reason) {
        var needed = needed(reason);
        var possible = EnumSet.of(Intent.SMALL_TALK);
        needed.forEach(possible::addAll);
        if (reason == Reason.ACTION) {
            possible.addAll(Intent.ANSWERED);
            possible.addAll(Intent.GAPS);
        }
        List<Wish> wishes = new ArrayList<>(sentences.stream().flatMap(sentence -> of(sentence, possible)).toList());
        for (var these : needed) {
            if (wishes.stream().noneMatch(wish -> these.contains(wish.intent()))) {
                sentences.stream().max(Comparator.comparingDouble(sentence -> sentence.odds(these))).ifPresent(best -> wishes.add(new Wish(best.likeliest(these), best)));
            }
        }
        return wishes;
    }

    /** The likeliest, and the rule beside a question about an order where both are likely ("why was I charged for delivery?"). */
    private static Stream<Wish> of(Sentence sentence, Set<Intent> possible) {
        var likeliest = sentence.likeliest(possible);
        var also = likeliest.isOwn() && sentence.odds(Set.of(Intent.KNOWLEDGE)) >= ALSO && sentence.nearness() >= VERY_NEAR ? Stream.of(Intent.KNOWLEDGE) : Stream.<Intent>empty();
        return Stream.concat(Stream.of(likeliest), also).filter(intent -> intent != Intent.SMALL_TALK).map(intent -> new Wish(intent, sentence));
    }

    /** Of each set, at least one sentence has to be. */
    private static List<Set<Intent>> needed(Reason reason) {
        return switch (reason) {
            case KNOWLEDGE, OWN_ORDER, OWN_ORDER_NEEDS_VERIFICATION, UNSURE -> List.of(Intent.ANSWERED);
            case ACTION -> List.of(Set.of(Intent.ACTION));
            case PARTLY_KNOWN -> List.of(Intent.ANSWERED, Intent.GAPS);
            default -> List.of();
        };
    }
}
