package org.salesconsultant.assistant.helpdesk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.salesconsultant.assistant.helpdesk.Documents.Passage;
import org.salesconsultant.assistant.helpdesk.HelpdeskPrompt.Intent;
import org.salesconsultant.assistant.helpdesk.Reply.Citation;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;

/** Answers what a message wants, piece by piece, and says what that makes of the whole. */
final class Answers {
    /** A passage this little behind the nearest one may be the one that is meant. */
    private static final double AS_NEAR = 0.1;
    private static final int MOST_PASSAGES = 2;

    private final Optional<OrderAnswers> own;
    private final boolean goesOn;
    private final Wording wording;
    private final Language language;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    private final Set<Citation> citations = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean isUncited;

    record Answer(Reason reason, String text, List<Citation> citations, List<Finding> findings) {}

    /** @param own empty while nobody is verified @param goesOn whether the customer wrote before */
    Answers(Optional<OrderAnswers> own, boolean goesOn, Wording wording, Language language) {
        this.own = own;
        this.goesOn = goesOn;
        this.wording = wording;
        this.language = language;
    }

    Answer of(List<Wish> wishes) {
        wishes.forEach(this::answer);
        if (!citations.isEmpty() && !reasons.contains(Reason.ACTION)) {
            reasons.add(Reason.KNOWLEDGE);
        } else if (isUncited && findings.isEmpty()) {
            reasons.add(Reason.NOT_KNOWN);
        }
        var reason = reason();
        return new Answer(reason, text(reason), List.copyOf(citations), List.copyOf(findings));
    }

    private void answer(Wish wish) {
        switch (wish.intent()) {
            case KNOWLEDGE -> isUncited |= !cite(wish);
            case OWN_ORDER, OWN_PRODUCT -> reasons.add(own.map(orders -> tell(orders, wish)).orElse(Reason.OWN_ORDER_NEEDS_VERIFICATION));
            case ACTION -> {
                cite(wish);
                reasons.add(Reason.ACTION);
            }
            case NOT_KNOWN, SMALL_TALK, OUT_OF_SCOPE, COMPLAINT, LEGAL, PAYMENT_DATA, PROMISE, OTHER_CUSTOMERS_DATA, PROMPT_INJECTION, AUTOMATIC ->
                    reasons.add(wish.intent().reason());
        }
    }

    private Reason tell(OrderAnswers orders, Wish wish) {
        var told = orders.to(wish);
        told.stream().filter(found -> findings.stream().noneMatch(other -> other.arguments().equals(found.arguments()))).forEach(findings::add);
        return told.isEmpty() ? Reason.NOT_KNOWN : Reason.OWN_ORDER;
    }

    private boolean cite(Wish wish) {
        var passages = wish.sentence().passages();
        if (passages.isEmpty()) {
            return false;
        }
        double nearest = passages.getFirst().score();
        passages.stream().filter(passage -> passage.score() >= nearest - AS_NEAR).limit(MOST_PASSAGES).map(Passage::citation).forEach(citations::add);
        return true;
    }

    private Reason reason() {
        boolean isAnswered = reasons.stream().anyMatch(reason -> reason == Reason.KNOWLEDGE || reason == Reason.OWN_ORDER);
        boolean lacks = reasons.contains(Reason.NOT_KNOWN) || reasons.contains(Reason.OUT_OF_SCOPE);
        if (isAnswered && lacks && !reasons.contains(Reason.ACTION)) {
            return Reason.PARTLY_KNOWN;
        }
        return reasons.stream().sorted().findFirst().orElse(Reason.SMALL_TALK);
    }

    private String text(Reason reason) {
        if (reason.decision() == Decision.HANDOVER) {
            return say("handover");
        }
        if (reason == Reason.SMALL_TALK) {
            return say("small_talk");
        }
        var parts = Stream.of(goesOn ? Stream.<String>empty() : Stream.of(say("greeting")),
                reason == Reason.ACTION ? Stream.of(say(citations.isEmpty() ? "draft_action_bare" : "draft_action")) : Stream.<String>empty(),
                reasons.contains(Reason.OWN_ORDER_NEEDS_VERIFICATION) ? Stream.of(say("verify")) : Stream.<String>empty(),
                findings.stream().map(Finding::summary),
                citations.stream().map(this::quoted),
                reason == Reason.PARTLY_KNOWN ? Stream.of(say("not_found_part")) : Stream.<String>empty(),
                Stream.of(say("closing")));
        return String.join("\n\n", parts.flatMap(part -> part).toList());
    }

    private String quoted(Citation citation) {
        return wording.say(language, "passage", "text", citation.passage(), "document", citation.document(), "section", citation.section(),
                "same", String.valueOf(citation.section().equals(citation.document())));
    }

    private String say(String key) {
        return wording.say(language, key);
    }
}
