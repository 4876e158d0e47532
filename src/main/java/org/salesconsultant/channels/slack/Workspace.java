package org.salesconsultant.channels.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import com.slack.api.model.view.View;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What we ask of Slack's Web API. What Slack refuses because of its rate limits is asked again when it says; safe for many threads. */
final class Workspace implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private static final int TRIES = 4;
    private static final int TOO_MANY = 429;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int PAGE = 200;

    private final Slack slack;
    private final MethodsClient methods;
    private final Cache<String, Boolean> bots = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();
    private final Retry retry = Retry.of("slack", RetryConfig.<Object>custom().maxAttempts(TRIES).failAfterMaxAttempts(false)
            .retryOnException(error -> error instanceof SlackApiException refused && refused.getResponse().code() == TOO_MANY)
            .intervalBiFunction((attempt, result) -> wait((SlackApiException) result.getLeft()).toMillis()).build());

    Workspace(SlackSettings settings) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        config.setStatsEnabled(false);
        config.setHttpClientResponseHandlers(List.of()); // else every request is logged whole while the level is DEBUG
        this.slack = Slack.getInstance(config);
        this.methods = slack.methods(settings.botToken());
    }

    /** Slack did not do what it was asked. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** @return the message's timestamp, its name within the channel */
    String post(Place place, SlackMessage message) {
        return call("chat.postMessage", () -> methods.chatPostMessage(request -> request.channel(place.channel()).threadTs(place.thread())
                .text(message.text()).blocks(message.blocks().isEmpty() ? null : message.blocks()).unfurlLinks(false).unfurlMedia(false))).getTs();
    }

    /** Begins a message in a thread that grows while an answer is worked on. @param markdown as that message's other texts @return its timestamp */
    String startStream(Asked asked, String markdown) {
        var place = asked.place();
        boolean isNamed = !place.isDirect();
        return once("chat.startStream", () -> methods.chatStartStream(request -> request.channel(place.channel()).threadTs(place.thread())
                .recipientUserId(isNamed ? asked.user() : null).recipientTeamId(isNamed ? asked.team() : null).markdownText(markdown))).getTs();
    }

    void appendStream(Place place, String stream, String markdown) {
        once("chat.appendStream", () -> methods.chatAppendStream(request -> request.channel(place.channel()).ts(stream).markdownText(markdown)));
    }

    /** Ends it with the message below what it has shown. */
    void stopStream(Place place, String stream, SlackMessage message) {
        var blocks = message.blocks().isEmpty() ? AnswerMessages.sections(message.text()) : message.blocks();
        call("chat.stopStream", () -> methods.chatStopStream(request -> request.channel(place.channel()).ts(stream).blocks(blocks)));
    }

    /** Says something that the user alone sees; in a direct message they do anyway. */
    void whisper(Place place, String user, String text) {
        if (place.isDirect()) {
            post(place, new SlackMessage(text, List.of()));
        } else {
            call("chat.postEphemeral", () -> methods.chatPostEphemeral(request -> request.channel(place.channel()).threadTs(place.thread())
                    .user(user).text(text)));
        }
    }

    /** Puts files into the place, in one message. */
    void upload(Place place, List<UploadFile> files) {
        call("files.uploadV2", () -> methods.filesUploadV2(request -> request.channel(place.channel()).threadTs(place.thread())
                .uploadFiles(files)));
    }

    /** @return the channel of direct messages with the user */
    Place direct(String user) {
        return new Place(call("conversations.open", () -> methods.conversationsOpen(request -> request.users(List.of(user)))).getChannel().getId(), null);
    }

    /** Whether people of other companies are, or may soon be, in the channel. */
    boolean isShared(String channel) {
        var found = call("conversations.info", () -> methods.conversationsInfo(request -> request.channel(channel))).getChannel();
        return found.isExtShared() || found.isPendingExtShared();
    }

    /** @return user ids, bots included */
    List<String> members(String channel) {
        List<String> members = new ArrayList<>();
        var cursor = "";
        do {
            var at = cursor;
            var page = call("conversations.members", () -> methods.conversationsMembers(request -> request.channel(channel).limit(PAGE).cursor(at)));
            members.addAll(page.getMembers());
            cursor = page.getResponseMetadata() == null ? "" : Objects.requireNonNullElse(page.getResponseMetadata().getNextCursor(), "");
        } while (!cursor.isEmpty());
        return members;
    }

    boolean isBot(String user) {
        return bots.get(user, any -> call("users.info", () -> methods.usersInfo(request -> request.user(user))).getUser().isBot());
    }

    void openView(String trigger, View view) {
        call("views.open", () -> methods.viewsOpen(request -> request.triggerId(trigger).view(view)));
    }

    @Override
    public void close() {
        try {
            slack.close();
        } catch (Exception e) {
            LOG.debug("Slack's client did not close", e);
        }
    }

    /** One request. */
    private interface Call<T> {
        T send() throws IOException, SlackApiException, SlackFilesUploadV2Exception;
    }

    /** @throws Refused when Slack cannot be reached or says no */
    private <T extends SlackApiTextResponse> T call(String method, Call<T> call) {
        return once(method, () -> retry.executeCallable(call::send));
    }

    /** The same for what nobody waits for: Slack's limits refuse it, too. */
    private static <T extends SlackApiTextResponse> T once(String method, Callable<T> call) {
        T response;
        try {
            response = call.call();
        } catch (Exception e) {
            throw new Refused(method + " failed: " + e.getMessage(), e);
        }
        if (!response.isOk()) {
            throw new Refused(method + " was refused: " + response.getError(), null);
        }
        return response;
    }

    private static Duration wait(SlackApiException refused) {
        var header = refused.getResponse().header("Retry-After");
        var wait = header != null && header.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : Duration.ofSeconds(1);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
