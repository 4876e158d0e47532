package org.salesconsultant.channels.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.util.JsonPayloadTypeDetector;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.salesconsultant.assistant.SeenEvents;
import org.salesconsultant.channels.Turns;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Wording;

/** What Slack sends: verified, put among the turns, and answered at once, since Slack waits three seconds. The turn goes on after that. */
final class SlackRequests {
    private static final Gson JSON = GsonFactory.createSnakeCase();
    private static final String FORM_PAYLOAD = "payload=";

    private final Signature signature;
    private final Dialogue dialogue;
    private final Feedback feedback;
    private final Turns turns;
    private final SeenEvents seen;
    private final Wording wording;

    SlackRequests(Signature signature, Dialogue dialogue, Feedback feedback, Turns turns, SeenEvents seen, Wording wording) {
        this.signature = signature;
        this.dialogue = dialogue;
        this.feedback = feedback;
        this.turns = turns;
        this.seen = seen;
        this.wording = wording;
    }

    void event(Context ctx) {
        var envelope = json(signature.verified(ctx), JsonObject.class);
        if (envelope.has("challenge")) {
            ctx.json(Map.of("challenge", envelope.get("challenge").getAsString()));
            return;
        }
        SlackEvent.of(envelope).ifPresent(event -> take(event.names(), () -> dialogue.ask(event.asked())));
    }

    void command(Context ctx) {
        var command = new SlashCommandPayloadParser().parse(signature.verified(ctx));
        var question = SlackText.plain(Objects.requireNonNullElse(command.getText(), ""), "");
        if (question.isEmpty() || question.equals("help")) {
            reply(ctx, wording.say(Language.ENGLISH, "help", "command", Objects.requireNonNullElse(command.getCommand(), "")));
        } else {
            take(List.of("slack trigger " + command.getTriggerId()), () -> dialogue.askDirectly(command.getUserId(), question));
            reply(ctx, wording.say(Language.of(question), "answer_follows"));
        }
    }

    private static void reply(Context ctx, String text) {
        ctx.json(Map.of("response_type", "ephemeral", "text", text));
    }

    void interaction(Context ctx) {
        var form = signature.verified(ctx);
        if (!form.startsWith(FORM_PAYLOAD)) {
            throw unreadable();
        }
        var payload = URLDecoder.decode(form.substring(FORM_PAYLOAD.length()), StandardCharsets.UTF_8);
        switch (new JsonPayloadTypeDetector().detectType(payload)) {
            case BlockActionPayload.TYPE -> click(json(payload, BlockActionPayload.class));
            case ViewSubmissionPayload.TYPE -> submission(json(payload, ViewSubmissionPayload.class));
            case null, default -> { }
        }
    }

    private void click(BlockActionPayload click) {
        var action = click.getActions().getFirst();
        var user = click.getUser().getId();
        var place = place(click);
        Runnable turn = switch (action.getActionId()) {
            case AnswerMessages.RIGHT -> () -> feedback.right(user, action.getValue(), place);
            case AnswerMessages.WRONG -> () -> feedback.wrong(user, action.getValue(), place, click.getTriggerId());
            case String id when id.startsWith(AnswerMessages.ASK) -> () -> dialogue.ask(new Asked(user, click.getUser().getTeamId(), action.getValue(), place, false, false));
            default -> throw unreadable();
        };
        take(List.of("slack trigger " + click.getTriggerId()), turn);
    }

    /** In the thread of the message that was clicked on; in a channel that message begins one. */
    private static Place place(BlockActionPayload click) {
        var channel = click.getChannel().getId();
        var container = click.getContainer();
        var outside = new Place(channel, null);
        return container.getThreadTs() == null && outside.isDirect() ? outside
                : new Place(channel, Objects.requireNonNullElse(container.getThreadTs(), container.getMessageTs()));
    }

    private void submission(ViewSubmissionPayload submission) {
        var view = submission.getView();
        Optional.ofNullable(view.getState().getValues().get(Feedback.REASON)).map(fields -> fields.get(Feedback.REASON)).map(ViewState.Value::getValue)
                .filter(reason -> !reason.isBlank()).ifPresent(reason -> take(List.of("slack view " + view.getId()),
                        () -> feedback.reason(submission.getUser().getId(), view.getPrivateMetadata(), reason)));
    }

    /** @throws UserError when too many wait already: Slack sends an event that was refused again */
    private void take(List<String> names, Runnable turn) {
        if (!turns.offer(() -> seen.areNew(names), turn)) {
            throw new UserError(UserError.Category.UNAVAILABLE, "Too many questions from Slack are waiting.", "Ask again in a minute.");
        }
    }

    private static <T> T json(String text, Class<T> type) {
        try {
            var read = JSON.fromJson(text, type);
            if (read != null) {
                return read;
            }
        } catch (JsonParseException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static UserError unreadable() {
        return new UserError(UserError.Category.BAD_INPUT, "This is not what Slack sends here.", "Check the request URLs of the app.");
    }
}
