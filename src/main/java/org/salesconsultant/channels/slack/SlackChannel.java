package org.salesconsultant.channels.slack;

import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.Ratings;
import org.salesconsultant.assistant.SeenEvents;
import org.salesconsultant.assistant.Threads;
import org.salesconsultant.channels.Channel;
import org.salesconsultant.channels.Turns;
import org.salesconsultant.channels.export.FindingText;
import org.salesconsultant.channels.people.People;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Wording;

/** Slack's three routes; where Slack is not set up there is nothing behind them. */
public final class SlackChannel implements Channel {
    /** What users of Slack are known by. */
    static final String PLATFORM = "slack";
    private static final String EVENTS = "/slack/events";
    private static final String COMMANDS = "/slack/commands";
    private static final String INTERACTIVITY = "/slack/interactivity";

    private final Optional<SlackSettings> settings;
    private final Wording wording;
    private final AnswerMessages messages;
    private final People people;
    private final Threads threads;
    private final SeenEvents seen;
    private final Ratings ratings;
    private @Nullable Turns turns;
    private @Nullable Workspace workspace;

    /** @param settings empty where Slack is not set up */
    public SlackChannel(Optional<SlackSettings> settings, Home home, People people, Threads threads, SeenEvents seen, Ratings ratings) {
        this.settings = settings;
        this.wording = SlackPrompt.words(home);
        this.messages = new AnswerMessages(wording, new FindingText(home));
        this.people = people;
        this.threads = threads;
        this.seen = seen;
        this.ratings = ratings;
    }

    @Override
    public void add(RoutesConfig routes, Answering assistant) {
        settings.ifPresentOrElse(found -> connect(routes, assistant, found), () -> List.of(EVENTS, COMMANDS, INTERACTIVITY).forEach(path ->
                routes.post(path, ctx -> {
                    throw new UserError(UserError.Category.NOT_FOUND, "Slack is not set up here.", "Set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN; README, \"In Slack\".");
                })));
    }

    private void connect(RoutesConfig routes, Answering assistant, SlackSettings found) {
        var slack = new Workspace(found);
        var underWay = new Turns("Slack", found.atOnce(), found.waiting());
        workspace = slack;
        turns = underWay;
        var requests = new SlackRequests(new Signature(found.signingSecret()), new Dialogue(assistant, people, threads, slack, found.stepsAfter(), messages, wording),
                new Feedback(ratings, people, slack, wording), underWay, seen, wording);
        routes.post(EVENTS, requests::event);
        routes.post(COMMANDS, requests::command);
        routes.post(INTERACTIVITY, requests::interaction);
    }

    /** How many questions from Slack are being answered or wait. */
    public int underWay() {
        return turns == null ? 0 : turns.underWay();
    }

    @Override
    public void close() {
        if (turns != null) {
            turns.close();
        }
        if (workspace != null) {
            workspace.close();
        }
    }
}
