package org.salesconsultant.channels.teams;

import java.time.Duration;
import java.util.Optional;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.channels.Turns;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question from Teams and its answer: in the thread where everybody in the team may see it, else on the page, where the asker signs in.
 * What takes longer than Teams waits is posted by the workflow, or found on the page.
 */
final class Dialogue {
    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);

    private final Answering assistant;
    private final People people;
    private final Threads threads;
    private final Turns turns;
    private final Cards cards;
    private final Links links;
    private final Optional<Workflow> workflow;
    private final Duration patience;

    Dialogue(Answering assistant, People people, Threads threads, Turns turns, Cards cards, Links links, Optional<Workflow> workflow, Duration patience) {
        this.assistant = assistant;
        this.people = people;
        this.threads = threads;
        this.turns = turns;
        this.cards = cards;
        this.links = links;
        this.workflow = workflow;
        this.patience = patience;
    }

    /** A question on its way. @param isOpen whether everybody in the team may see its answer */
    private record Asked(TeamsMessage message, Viewer viewer, Language language, boolean isOpen, Reply reply) {}

    /** @return what Teams is told now: the answer, or where it will be */
    Card ask(TeamsMessage message) {
        var language = Language.of(message.text());
        var viewer = people.viewer(TeamsChannel.PLATFORM, message.user());
        if (viewer.isEmpty()) {
            return cards.saying(language, "unknown_person", "user", message.user());
        }
        boolean isOpen = everybodyMaySee(viewer.get(), message.team());
        var reply = new Reply(cards.saying(language, isOpen && workflow.isPresent() ? "follows" : "later"));
        var asked = new Asked(message, viewer.get(), language, isOpen, reply);
        return turns.offer(() -> true, () -> answer(asked)) ? reply.await(patience) : cards.saying(language, "busy");
    }

    /** The team's line in the file says what its members may see; Teams does not tell an outgoing webhook who they are. */
    private boolean everybodyMaySee(Viewer viewer, String team) {
        return people.viewer(TeamsChannel.PLATFORM, team).filter(reader -> reader.seesAllOf(viewer)).isPresent();
    }

    private void answer(Asked asked) {
        try {
            tell(asked, answered(asked));
        } catch (UserError e) {
            tell(asked, cards.plain(asked.language(), e.message() + " " + e.hint()));
        } catch (RuntimeException e) {
            LOG.error("a question in Teams failed", e);
            tell(asked, cards.saying(asked.language(), "failed"));
        }
    }

    private Card answered(Asked asked) {
        var place = asked.message().place();
        var conversation = threads.conversation(place, asked.viewer()).orElse(null);
        var answer = assistant.ask(new Question(asked.message().text(), asked.viewer(), conversation, null), listener(asked));
        threads.keep(place, asked.viewer(), answer.conversationId());
        var page = page(asked, answer.conversationId());
        return asked.isOpen() ? cards.of(answer, asked.language(), page)
                : cards.saying(asked.language(), page.isPresent() ? "on_page" : "not_here", asked.message().userName(), page);
    }

    /** As soon as the conversation has a name, its link stands in what is said when time runs out. */
    private TurnListener listener(Asked asked) {
        return new TurnListener() {
            @Override
            public void started(String conversationId, String messageId) {
                var page = page(asked, conversationId);
                if (page.isPresent() && !follows(asked)) {
                    asked.reply().orLater(cards.saying(asked.language(), "later_on_page", asked.message().userName(), page));
                }
            }
        };
    }

    private void tell(Asked asked, Card card) {
        if (!asked.reply().give(card) && follows(asked)) {
            workflow.ifPresent(later -> later.post(card.under(cards.heading(asked.message(), asked.language()))));
        }
    }

    private boolean follows(Asked asked) {
        return asked.isOpen() && workflow.isPresent();
    }

    /** Only who has a key can sign in there. */
    private Optional<String> page(Asked asked, String conversationId) {
        return people.named(TeamsChannel.PLATFORM, asked.message().user()).flatMap(known -> links.conversation(conversationId));
    }
}
