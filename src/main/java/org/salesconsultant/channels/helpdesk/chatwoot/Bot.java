package org.salesconsultant.channels.helpdesk.chatwoot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.DeskThreads;
import org.salesconsultant.assistant.DeskThreads.Kind;
import org.salesconsultant.assistant.DeskThreads.Message;
import org.salesconsultant.assistant.DeskThreads.Step;
import org.salesconsultant.assistant.DeskThreads.Waiting;
import org.salesconsultant.channels.export.TextTable;
import org.salesconsultant.channels.helpdesk.FrontDesk;
import org.salesconsultant.channels.helpdesk.Inquiry;
import org.salesconsultant.sales.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works conversations off, each message after the one before: what a message gets is decided once and kept as steps, and each step is taken
 * until Chatwoot has done it. A step may be taken twice where Chatwoot did it without saying so in time; none is left out.
 */
final class Bot {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final Duration LOOP = Duration.ofHours(1);
    private static final int EARLIER = 10;
    /** In characters; with the message itself they stay below what an inquiry may have. */
    private static final int LONGEST_EARLIER = 300;
    private static final int LONGEST_TEXT = Assistant.LONGEST_MESSAGE - EARLIER * LONGEST_EARLIER;
    private static final int LOCKS = 64;

    private final FrontDesk desk;
    private final DeskThreads threads;
    private final Chatwoot chatwoot;
    private final Steps steps;
    private final ChatwootSettings settings;
    /** Messages that may hold a code, by name: they are in no file. */
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final List<Lock> locks = Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    Bot(FrontDesk desk, DeskThreads threads, Chatwoot chatwoot, Steps steps, ChatwootSettings settings) {
        this.desk = desk;
        this.threads = threads;
        this.chatwoot = chatwoot;
        this.steps = steps;
        this.settings = settings;
    }

    /** Keeps a message. @return whether it is new */
    boolean keep(ChatwootMessage message) {
        var thread = message.conversation().thread();
        if (!desk.mayBeCode(thread, message.text())) {
            return threads.keep(message.name(), thread, message.text(), message.mail());
        }
        var before = codes.putIfAbsent(message.name(), message.text());
        boolean isNew = threads.keep(message.name(), thread, null, message.mail());
        if (!isNew && before == null) {
            codes.remove(message.name());
        }
        return isNew;
    }

    /** Does what is left to do in a thread; waits while another does. */
    void work(String thread) {
        var lock = lock(thread);
        lock.lock();
        try {
            workOff(thread);
        } finally {
            lock.unlock();
        }
    }

    /** The same, unless another does already. */
    void resume(String thread) {
        var lock = lock(thread);
        if (lock.tryLock()) {
            try {
                workOff(thread);
            } finally {
                lock.unlock();
            }
        }
    }

    private Lock lock(String thread) {
        return locks.get(Math.floorMod(thread.hashCode(), LOCKS));
    }

    private void workOff(String thread) {
        boolean goesOn = takeSteps(thread);
        for (var message : goesOn ? threads.unanswered(thread) : List.<Message>of()) {
            threads.answer(message, thread, follows(thread, message));
            if (!takeSteps(thread)) {
                return;
            }
        }
    }

    private List<Step> follows(String thread, Message message) {
        var code = codes.remove(message.name());
        if (threads.isHandedOver(thread, message)) {
            return List.of();
        }
        boolean isLost = message.text() == null && code == null;
        var inquiry = inquiry(thread, message, message.text() == null ? Objects.requireNonNullElse(code, "") : message.text());
        if (threads.answered(thread, LOOP) >= settings.mostReplies()) {
            return steps.loop(Language.of(inquiry.text()));
        }
        try {
            if (isLost) {
                return steps.of(desk.lostCode(inquiry));
            }
            return inquiry.text().isBlank() ? steps.person(Language.ENGLISH, "note_no_text") : steps.of(desk.reply(inquiry));
        } catch (RuntimeException e) {
            LOG.error("a customer's message could not be answered", e);
            return steps.person(Language.of(inquiry.text()), "note_failed");
        }
    }

    private Inquiry inquiry(String thread, Message message, String text) {
        var earlier = threads.earlier(thread, message, EARLIER).stream().map(one -> TextTable.shortened(one, LONGEST_EARLIER)).toList();
        return new Inquiry(thread, TextTable.shortened(text, LONGEST_TEXT), earlier, message.mail());
    }

    /** @return whether none is left */
    private boolean takeSteps(String thread) {
        for (var next = threads.next(thread); next.isPresent(); next = threads.next(thread)) {
            if (!take(thread, next.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean take(String thread, Waiting waiting) {
        try {
            chatwoot.take(waiting.step(), Conversation.of(thread));
            threads.taken(thread, waiting);
            return true;
        } catch (Chatwoot.NotDone e) {
            threads.failed(waiting);
            notDone(thread, waiting, e);
            return false;
        }
    }

    private void notDone(String thread, Waiting waiting, Chatwoot.NotDone why) {
        boolean isOver = Instant.now().isAfter(waiting.madeAt().plus(settings.giveUpAfter()));
        if (waiting.failures() == 0 || isOver) {
            LOG.warn("{}: a step ({}) {}: {}", thread, waiting.step().kind(), isOver ? "is given up" : "waits for Chatwoot", why.getMessage());
        }
        if (waiting.failures() == 0 && waiting.step().kind() == Kind.OPEN) {
            tellColleagues(thread);
        }
        if (isOver) {
            threads.giveUp(thread);
        }
    }

    /** As well as it goes: the log has said it, too. */
    private void tellColleagues(String thread) {
        try {
            chatwoot.take(steps.notOpened(Language.ENGLISH), Conversation.of(thread));
        } catch (Chatwoot.NotDone alsoNot) {
            LOG.debug("{}: no note either: {}", thread, alsoNot.getMessage());
        }
    }
}
