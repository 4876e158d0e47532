package org.salesconsultant.channels.helpdesk.chatwoot;

import io.javalin.config.RoutesConfig;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answering;
import org.salesconsultant.assistant.DeskThreads;
import org.salesconsultant.channels.Channel;
import org.salesconsultant.channels.Turns;
import org.salesconsultant.channels.helpdesk.FrontDesk;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route that Chatwoot tells an agent bot by; where Chatwoot is not set up there is nothing behind it. */
public final class ChatwootChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(ChatwootChannel.class);
    private static final String ROUTE = "/helpdesk/chatwoot";

    private final Optional<ChatwootSettings> settings;
    private final Steps steps;
    private final FrontDesk desk;
    private final DeskThreads threads;
    private @Nullable Turns turns;
    private @Nullable Chatwoot chatwoot;
    private @Nullable ScheduledExecutorService resuming;

    /** @param settings empty where Chatwoot is not set up */
    public ChatwootChannel(Optional<ChatwootSettings> settings, Home home, FrontDesk desk, DeskThreads threads) {
        this.settings = settings;
        this.steps = new Steps(ChatwootPrompt.words(home));
        this.desk = desk;
        this.threads = threads;
    }

    @Override
    public void add(RoutesConfig routes, Answering assistant) {
        settings.ifPresentOrElse(found -> connect(routes, found), () -> routes.post(ROUTE, ctx -> {
            throw new UserError(UserError.Category.NOT_FOUND, "Chatwoot is not set up here.",
                    "Set CHATWOOT_URL, CHATWOOT_BOT_TOKEN and CHATWOOT_WEBHOOK_SECRET; README, \"Customer service with Chatwoot\".");
        }));
    }

    private void connect(RoutesConfig routes, ChatwootSettings found) {
        var connection = new Chatwoot(found);
        var underWay = new Turns("Chatwoot", found.atOnce(), found.waiting());
        var bot = new Bot(desk, threads, connection, steps, found);
        var signature = new Signature(found.webhookSecret());
        routes.post(ROUTE, ctx -> ChatwootMessage.of(signature.verified(ctx)).ifPresent(message -> take(message, bot, underWay)));
        var clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("chatwoot").factory());
        clock.scheduleWithFixedDelay(() -> resume(bot, underWay), 0, found.retryEvery().toMillis(), TimeUnit.MILLISECONDS);
        chatwoot = connection;
        turns = underWay;
        resuming = clock;
    }

    /** @throws UserError when too many wait already: Chatwoot then opens the conversation for a person */
    private static void take(ChatwootMessage message, Bot bot, Turns turns) {
        if (!turns.offer(() -> bot.keep(message), () -> bot.work(message.conversation().thread()))) {
            throw new UserError(UserError.Category.UNAVAILABLE, "Too many messages from Chatwoot are waiting.", "Chatwoot opens the conversation for a person.");
        }
    }

    /** What was left when the server stopped, or when Chatwoot could not be reached. */
    private void resume(Bot bot, Turns underWay) {
        try {
            threads.unfinished().forEach(thread -> underWay.offer(() -> true, () -> bot.resume(thread)));
        } catch (RuntimeException e) {
            LOG.error("what is left to do in Chatwoot could not be looked up", e);
        }
    }

    /** How many messages from Chatwoot are being answered or wait. */
    public int underWay() {
        return turns == null ? 0 : turns.underWay();
    }

    @Override
    public void close() {
        if (resuming != null) {
            resuming.shutdownNow();
        }
        if (turns != null) {
            turns.close();
        }
        if (chatwoot != null) {
            chatwoot.close();
        }
    }
}
