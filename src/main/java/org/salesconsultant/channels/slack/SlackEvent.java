package org.salesconsultant.channels.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.events.payload.AppMentionPayload;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.events.payload.MessagePayload;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A question delivered by the Events API.
 *
 * @param names what it is known by: the event's id, and the message's own, since a message may come as two events
 */
record SlackEvent(List<String> names, Asked asked) {
    private static final Gson JSON = GsonFactory.createSnakeCase();
    private static final Set<String> WRITTEN = Set.of("file_share", "thread_broadcast");

    /** Empty where it is none: other events, edits, and whatever bots say. */
    static Optional<SlackEvent> of(JsonObject envelope) {
        var event = envelope.getAsJsonObject("event");
        if (event == null || event.has("bot_id") || !isWritten(event) || event.has("edited") || !event.has("user") || !event.has("text")) {
            return Optional.empty();
        }
        return switch (text(event, "type")) {
            case AppMentionEvent.TYPE_NAME -> Optional.of(mention(JSON.fromJson(envelope, AppMentionPayload.class)));
            case MessageEvent.TYPE_NAME -> "im".equals(text(event, "channel_type"))
                    ? Optional.of(direct(JSON.fromJson(envelope, MessagePayload.class))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A message with a file, or a reply shown in the channel, too, is a question like any other. */
    private static boolean isWritten(JsonObject event) {
        return !event.has("subtype") || WRITTEN.contains(text(event, "subtype"));
    }

    private static SlackEvent mention(AppMentionPayload payload) {
        var event = payload.getEvent();
        var place = new Place(event.getChannel(), Objects.requireNonNullElse(event.getThreadTs(), event.getTs()));
        return of(payload, event.getUser(), event.getText(), event.getTs(), place);
    }

    private static SlackEvent direct(MessagePayload payload) {
        var event = payload.getEvent();
        return of(payload, event.getUser(), event.getText(), event.getTs(), new Place(event.getChannel(), event.getThreadTs()));
    }

    private static SlackEvent of(EventsApiPayload<?> payload, String user, String text, String timestamp, Place place) {
        return new SlackEvent(List.of("slack event " + payload.getEventId(), "slack message " + place.channel() + " " + timestamp),
                new Asked(user, payload.getTeamId(), SlackText.plain(text, bot(payload)), place, true, payload.isExtSharedChannel()));
    }

    /** Whom the event was delivered for. */
    private static String bot(EventsApiPayload<?> payload) {
        var authorizations = payload.getAuthorizations();
        return authorizations == null || authorizations.isEmpty() ? "" : authorizations.getFirst().getUserId();
    }

    private static String text(JsonObject object, String name) {
        return object.has(name) && object.get(name).isJsonPrimitive() ? object.get(name).getAsString() : "";
    }
}
