package org.salesconsultant.channels.helpdesk.chatwoot;

import java.util.List;
import java.util.stream.Stream;
import org.salesconsultant.assistant.DeskThreads.Kind;
import org.salesconsultant.assistant.DeskThreads.Step;
import org.salesconsultant.assistant.helpdesk.Reason;
import org.salesconsultant.assistant.helpdesk.Reply;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;

/** What is done in Chatwoot for a reply, in this order: that a person takes over is said once the conversation is theirs. */
final class Steps {
    private static final Step OPEN = new Step(Kind.OPEN, "");
    private static final int PERCENT = 100;

    private final Wording wording;

    Steps(Wording wording) {
        this.wording = wording;
    }

    List<Step> of(Reply reply) {
        return switch (reply.decision()) {
            case SEND -> List.of(message(reply.text()));
            case DRAFT -> List.of(note(reply, "note_draft"), OPEN);
            case HANDOVER -> Stream.concat(Stream.of(note(reply, "note_handover"), OPEN), Stream.of(message(reply.text())).filter(message -> !message.text().isBlank())).toList();
        };
    }

    /** Two machines have answered each other long enough: nothing more is said to the other one. */
    List<Step> loop(Language language) {
        return List.of(new Step(Kind.NOTE, wording.say(language, "note_loop")), OPEN);
    }

    /** For a message that has no reply: nothing is written in it, or answering broke off. @param key of the note */
    List<Step> person(Language language, String key) {
        return List.of(new Step(Kind.NOTE, wording.say(language, key)), OPEN, message(wording.say(language, "person")));
    }

    /** For colleagues, while the conversation cannot be given to them. */
    Step notOpened(Language language) {
        return new Step(Kind.NOTE, wording.say(language, "note_not_opened"));
    }

    private Step note(Reply reply, String key) {
        return new Step(Kind.NOTE, wording.say(reply.language(), key, "reason", word(reply.reason(), reply.language()), "confidence", Math.round(PERCENT * reply.confidence()),
                "text", reply.text()));
    }

    private String word(Reason reason, Language language) {
        return wording.say(language, "reason_" + reason.word());
    }

    private static Step message(String text) {
        return new Step(Kind.MESSAGE, text);
    }
}
