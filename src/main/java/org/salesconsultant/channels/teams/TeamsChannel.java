package org.salesconsultant.channels.teams;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.SeenEvents;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.channels.Channel;
import org.salesconsultant.channels.Turns;
import org.salesconsultant.channels.export.FindingText;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;

/** The route an outgoing webhook of Teams calls; where Teams is not set up there is nothing behind it. */
public final class TeamsChannel implements Channel {
    /** What users of Teams are known by. */
    static final String PLATFORM = "teams";
    private static final String MESSAGES = "/teams/messages";

    private final Optional<TeamsSettings> settings;
    private final Cards cards;
    private final People people;
    private final Threads threads;
    private final SeenEvents seen;
    private final Links links;
    private @Nullable Turns turns;
    private @Nullable Workflow workflow;

    /** @param settings empty where Teams is not set up */
    public TeamsChannel(Optional<TeamsSettings> settings, Home home, People people, Threads threads, SeenEvents seen, Links links) {
        this.settings = settings;
        this.cards = new Cards(TeamsPrompt.words(home), new FindingText(home), links);
        this.people = people;
        this.threads = threads;
        this.seen = seen;
        this.links = links;
    }

    @Override
    public void add(RoutesConfig routes, Answering assistant) {
        settings.ifPresentOrElse(found -> connect(routes, assistant, found), () -> routes.post(MESSAGES, ctx -> {
            throw new UserError(UserError.Category.NOT_FOUND, "Teams is not set up here.", "Set TEAMS_OUTGOING_SECRET; README, \"In Teams\".");
        }));
    }

    private void connect(RoutesConfig routes, Answering assistant, TeamsSettings found) {
        workflow = found.workflow().map(Workflow::new).orElse(null);
        turns = new Turns("Teams", found.atOnce(), found.waiting());
        var signature = new Signature(found.secret());
        var dialogue = new Dialogue(assistant, people, threads, turns, cards, links, Optional.ofNullable(workflow), found.patience());
        routes.post(MESSAGES, ctx -> message(ctx, TeamsMessage.of(signature.verified(ctx)), dialogue));
    }

    /** What is delivered again has been answered: then nothing is said. */
    private void message(Context ctx, TeamsMessage message, Dialogue dialogue) {
        if (seen.areNew(List.of(message.name()))) {
            var card = message.text().isEmpty() ? cards.saying(Language.ENGLISH, "help") : dialogue.ask(message);
            ctx.contentType(ContentType.APPLICATION_JSON);
            ctx.result(card.message());
        }
    }

    /** How many questions from Teams are being answered or wait. */
    public int underWay() {
        return turns == null ? 0 : turns.underWay();
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
        if (workflow != null) {
            workflow.close();
        }
    }
}
