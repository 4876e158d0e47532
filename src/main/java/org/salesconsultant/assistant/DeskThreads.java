package org.salesconsultant.assistant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Database;

/**
 * The store of what customers wrote to a helpdesk's bot, and of the steps on that platform that follow from it: a message is answered once,
 * and each step is taken, across restarts and while the platform cannot be reached.
 */
public final class DeskThreads {
    /** Longer than any platform tries again, and than a conversation goes on. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;

    /** What is done on the platform: a message to the customer, a note for colleagues, or giving the conversation to them. */
    public enum Kind { MESSAGE, NOTE, OPEN }

    /** @param text blank where nothing is written */
    public record Step(Kind kind, String text) {}

    /** @param failures so far */
    public record Waiting(long key, Step step, int failures, Instant madeAt) {}

    /** @param text null where it held a code, which is kept nowhere @param mail that the writer is known by */
    public record Message(long key, String name, @Nullable String text, @Nullable String mail, Instant receivedAt) {}

    public DeskThreads(Database database) {
        this.database = database;
    }

    /** @param name the platform's, for this message only @return false when it was kept before */
    public boolean keep(String name, String thread, @Nullable String text, @Nullable String mail) {
        return database.write(handle -> {
            forgetOld(handle);
            return handle.createUpdate("""
                    INSERT INTO desk_message (name, thread, text, mail, received_at) VALUES (:name, :thread, :text, :mail, :now) ON CONFLICT (name) DO NOTHING""")
                    .bind("name", name).bind("thread", thread).bind("text", text).bind("mail", mail).bind("now", now().toString()).execute() == 1;
        });
    }

    /** The messages of a thread that nothing follows from yet, the oldest first. */
    public List<Message> unanswered(String thread) {
        return database.read(handle -> handle.createQuery("SELECT message_key, name, text, mail, received_at FROM desk_message WHERE thread = :thread AND done = 0 ORDER BY message_key")
                .bind("thread", thread).map((row, context) -> new Message(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), Instant.parse(row.getString(5)))).list());
    }

    /** The newest texts before a message, the oldest first. */
    public List<String> earlier(String thread, Message before, int most) {
        return database.read(handle -> handle.createQuery("""
                SELECT text FROM (SELECT message_key, text FROM desk_message WHERE thread = :thread AND message_key < :key AND text IS NOT NULL AND text <> ''
                ORDER BY message_key DESC LIMIT :most) ORDER BY message_key""")
                .bind("thread", thread).bind("key", before.key()).bind("most", most).mapTo(String.class).list());
    }

    /** How many messages of a thread were answered of those that came within this time. */
    public int answered(String thread, Duration within) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM desk_message WHERE thread = :thread AND done = 1 AND received_at >= :since")
                .bind("thread", thread).bind("since", now().minus(within).toString()).mapTo(Integer.class).one());
    }

    /** From here on the steps stand for the message. */
    public void answer(Message message, String thread, List<Step> steps) {
        var now = now().toString();
        database.write(handle -> {
            handle.createUpdate("UPDATE desk_message SET done = 1 WHERE message_key = :key").bind("key", message.key()).execute();
            for (var step : steps) {
                handle.createUpdate("INSERT INTO desk_step (thread, kind, text, made_at) VALUES (:thread, :kind, :text, :now)")
                        .bind("thread", thread).bind("kind", step.kind().name()).bind("text", step.text()).bind("now", now).execute();
            }
            return steps.stream().anyMatch(step -> step.kind() == Kind.OPEN) ? handOver(handle, thread, null) : 0;
        });
    }

    public Optional<Waiting> next(String thread) {
        return database.read(handle -> handle.createQuery("SELECT step_key, kind, text, failures, made_at FROM desk_step WHERE thread = :thread ORDER BY step_key LIMIT 1")
                .bind("thread", thread).map((row, context) -> new Waiting(row.getLong(1), new Step(Kind.valueOf(row.getString(2)), row.getString(3)), row.getInt(4),
                        Instant.parse(row.getString(5)))).findOne());
    }

    /** The step has been taken. */
    public void taken(String thread, Waiting waiting) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM desk_step WHERE step_key = :key").bind("key", waiting.key()).execute();
            return waiting.step().kind() == Kind.OPEN ? handOver(handle, thread, now()) : 0;
        });
    }

    public void failed(Waiting waiting) {
        database.write(handle -> handle.createUpdate("UPDATE desk_step SET failures = failures + 1 WHERE step_key = :key").bind("key", waiting.key()).execute());
    }

    /** Takes no more of the steps that wait: the thread is the bot's as before. */
    public void giveUp(String thread) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM desk_handover WHERE thread = :thread AND at IS NULL").bind("thread", thread).execute();
            return handle.createUpdate("DELETE FROM desk_step WHERE thread = :thread").bind("thread", thread).execute();
        });
    }

    /** Whether a message is a person's, because the thread had been given away when it came. */
    public boolean isHandedOver(String thread, Message message) {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM desk_handover WHERE thread = :thread AND (at IS NULL OR at >= :received)")
                .bind("thread", thread).bind("received", message.receivedAt().toString()).mapTo(Boolean.class).one());
    }

    /** The threads where something is left to do. */
    public List<String> unfinished() {
        return database.read(handle -> handle.createQuery("SELECT thread FROM desk_message WHERE done = 0 UNION SELECT thread FROM desk_step").mapTo(String.class).list());
    }

    private static int handOver(Handle handle, String thread, @Nullable Instant at) {
        return handle.createUpdate("INSERT INTO desk_handover (thread, at) VALUES (:thread, :at) ON CONFLICT (thread) DO UPDATE SET at = excluded.at")
                .bind("thread", thread).bind("at", at == null ? null : at.toString()).execute();
    }

    private static void forgetOld(Handle handle) {
        var before = now().minus(KEPT).toString();
        handle.createUpdate("DELETE FROM desk_message WHERE done = 1 AND received_at < :before").bind("before", before).execute();
        handle.createUpdate("DELETE FROM desk_handover WHERE at < :before").bind("before", before).execute();
    }

    /** Whole seconds, so that texts of instants are in their order. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
