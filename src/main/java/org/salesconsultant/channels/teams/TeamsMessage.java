package org.salesconsultant.channels.teams;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;

/**
 * A message to the outgoing webhook.
 *
 * @param id within its conversation
 * @param conversation the thread it stands in
 * @param team whose members all can read it
 * @param user the sender's object ID in Microsoft Entra; their id in Teams where there is none
 * @param userName as shown
 * @param text as people read it, without the mention that called us
 */
record TeamsMessage(String id, String conversation, String team, String user, String userName, String text) {
    private static final Pattern MENTION = Pattern.compile("<at\\b[^<>]*>.*?</at>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_END = Pattern.compile("<br\\s*/?>|</(?:p|div|li)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");

    /** @param body a Bot Framework activity @throws UserError when it is none, or no message */
    static TeamsMessage of(byte[] body) {
        var activity = read(body);
        var from = activity.path("from");
        var user = from.path("aadObjectId").asText(from.path("id").asText());
        var id = activity.path("id").asText();
        var conversation = activity.path("conversation").path("id").asText();
        if (!activity.path("type").asText().equals("message") || id.isEmpty() || conversation.isEmpty() || user.isEmpty()) {
            throw unreadable();
        }
        var channel = activity.path("channelData");
        return new TeamsMessage(id, conversation, channel.path("team").path("id").asText(channel.path("teamsTeamId").asText()), user, from.path("name").asText(user),
                plain(activity.path("text").asText()));
    }

    /** What the conversation here is known by. */
    String place() {
        return TeamsChannel.PLATFORM + " " + conversation;
    }

    /** What this delivery is known by. */
    String name() {
        return place() + " " + id;
    }

    /** Whoever is mentioned besides us stays, by name. */
    private static String plain(String html) {
        var lines = LINE_END.matcher(MENTION.matcher(html).replaceFirst(" ")).replaceAll("\n");
        return StringEscapeUtils.unescapeHtml4(TAG.matcher(lines).replaceAll("")).replace('\u00A0', ' ').strip();
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    private static UserError unreadable() {
        return new UserError(UserError.Category.BAD_INPUT, "This is no message as Teams sends it.", "Check the callback URL of the outgoing webhook.");
    }
}
