package org.salesconsultant.assistant;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Ids;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Names;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;

/**
 * The store of conversations: questions, answers and findings, each visible to its viewer alone. A turn is written
 * whole when it has ended, so that a turn that broke leaves no trace in the next one's memory.
 */
public final class Conversations {
    private static final int TITLE_LENGTH = 80;
    private static final int LISTED = 200;

    private final Database database;

    public Conversations(Database database) {
        this.database = database;
    }

    /** @param found what a search found in it, null without one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(String conversationId, String title, String createdAt, String updatedAt, @Nullable Found found) {}

    /** The newest message of a conversation that was looked for. */
    public record Found(String messageId, String question) {}

    /** @param rating {@code right} or {@code wrong}, or empty while unrated */
    public record Message(String messageId, String askedAt, String question, Answer answer, String rating) {}

    public record Conversation(String conversationId, String title, List<Message> messages) {}

    /** The viewer's conversations in which something has been answered, the newest first. */
    public List<Summary> of(Viewer viewer) {
        return database.read(handle -> handle.createQuery("""
                SELECT conversation_id, title, created_at, updated_at FROM conversation
                WHERE viewer_id = :viewer AND EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = conversation.conversation_id)
                ORDER BY updated_at DESC, conversation_id LIMIT :limit""")
                .bind("viewer", viewer.id()).bind("limit", LISTED)
                .map((row, context) -> new Summary(row.getString(1), row.getString(2), row.getString(3), row.getString(4), null)).list());
    }

    /**
     * The viewer's conversations in which one message, question and answer together, holds all these words; the newest first.
     *
     * @param words in any order; case and width do not matter
     */
    public List<Summary> search(Viewer viewer, String words) {
        var wanted = List.of(Names.fold(words).split(" "));
        return database.read(handle -> handle.createQuery("""
                SELECT c.conversation_id, c.title, c.created_at, c.updated_at, m.message_id, m.question, json_extract(m.answer, '$.text')
                FROM conversation c JOIN message m ON m.conversation_id = c.conversation_id
                WHERE c.viewer_id = :viewer ORDER BY c.updated_at DESC, c.conversation_id, m.turn DESC""").bind("viewer", viewer.id())
                .map((row, context) -> holds(Names.fold(row.getString(6) + " " + row.getString(7)), wanted) ? new Summary(row.getString(1), row.getString(2),
                        row.getString(3), row.getString(4), new Found(row.getString(5), row.getString(6))) : null)
                .stream().filter(Objects::nonNull).filter(oncePerConversation()).limit(LISTED).toList());
    }

    private static boolean holds(String text, List<String> words) {
        return words.stream().allMatch(text::contains);
    }

    private static Predicate<Summary> oncePerConversation() {
        var seen = new HashSet<String>();
        return summary -> seen.add(summary.conversationId());
    }

    /** @throws UserError NOT_FOUND when the viewer has no such conversation */
    public Conversation get(Viewer viewer, String conversationId) {
        return database.read(handle -> {
            var title = title(handle, viewer, conversationId);
            var messages = handle.createQuery("""
                    SELECT m.message_id, m.asked_at, m.question, m.answer, coalesce(r.verdict, '')
                    FROM message m LEFT JOIN rating r ON r.message_id = m.message_id
                    WHERE m.conversation_id = :id ORDER BY m.turn""").bind("id", conversationId)
                    .map((row, context) -> new Message(row.getString(1), row.getString(2), row.getString(3),
                            read(row.getString(4), Answer.class), row.getString(5))).list();
            return new Conversation(conversationId, title, messages);
        });
    }

    /** The finding, when it stands in one of the viewer's own answers. */
    public Optional<Finding> finding(Viewer viewer, String findingId) {
        return database.read(handle -> handle.createQuery("""
                SELECT f.finding FROM finding f JOIN message m ON m.message_id = f.message_id
                JOIN conversation c ON c.conversation_id = m.conversation_id
                WHERE f.finding_id = :id AND c.viewer_id = :viewer""").bind("id", findingId).bind("viewer", viewer.id())
                .mapTo(String.class).findOne()).map(json -> read(json, Finding.class));
    }

    /** The finding, whoever's it is: for those who were given a link to it by somebody who may see it. */
    public Optional<Finding> finding(String findingId) {
        return database.read(handle -> handle.createQuery("SELECT finding FROM finding WHERE finding_id = :id").bind("id", findingId)
                .mapTo(String.class).findOne()).map(json -> read(json, Finding.class));
    }

    /** Checks that the conversation is the viewer's, or begins a new one, which is theirs even if its first turn breaks. */
    String open(Question question) {
        var known = question.conversationId();
        if (known != null) {
            database.read(handle -> title(handle, question.viewer(), known));
            return known;
        }
        var id = Ids.next("c");
        database.write(handle -> touch(handle, id, question, Instant.now().toString()));
        return id;
    }

    /** Begins the conversation, or says when it was last written in. */
    private static int touch(Handle handle, String conversationId, Question question, String now) {
        return handle.createUpdate("""
                INSERT INTO conversation (conversation_id, viewer_id, title, created_at, updated_at)
                VALUES (:id, :viewer, :title, :now, :now)
                ON CONFLICT (conversation_id) DO UPDATE SET updated_at = excluded.updated_at""")
                .bind("id", conversationId).bind("viewer", question.viewer().id()).bind("title", shorten(question.text()))
                .bind("now", now).execute();
    }

    /**
     * The newest turns' memories, the oldest first.
     *
     * @param turns how many at most
     */
    List<String> memories(String conversationId, int turns) {
        return database.read(handle -> handle.createQuery("""
                SELECT memory FROM (SELECT memory, turn FROM message WHERE conversation_id = :id ORDER BY turn DESC LIMIT :turns)
                ORDER BY turn""").bind("id", conversationId).bind("turns", turns).mapTo(String.class).list());
    }

    /** Keeps an ended turn. @param memory the turn's LangChain4j messages as JSON */
    void keep(Question question, Answer answer, String memory) {
        var now = Instant.now().toString();
        database.write(handle -> {
            touch(handle, answer.conversationId(), question, now);
            handle.createUpdate("""
                    INSERT INTO message (message_id, conversation_id, turn, asked_at, question, answer, memory)
                    SELECT :message, :id, coalesce(max(turn), 0) + 1, :now, :question, :answer, :memory
                    FROM message WHERE conversation_id = :id""")
                    .bind("message", answer.messageId()).bind("id", answer.conversationId()).bind("now", now)
                    .bind("question", question.text()).bind("answer", write(answer)).bind("memory", memory).execute();
            for (var finding : answer.findings()) {
                handle.createUpdate("INSERT INTO finding (finding_id, message_id, finding) VALUES (:id, :message, :finding)")
                        .bind("id", finding.id()).bind("message", answer.messageId()).bind("finding", write(finding)).execute();
            }
            return null;
        });
    }

    private static String title(Handle handle, Viewer viewer, String conversationId) {
        return handle.createQuery("SELECT title FROM conversation WHERE conversation_id = :id AND viewer_id = :viewer")
                .bind("id", conversationId).bind("viewer", viewer.id()).mapTo(String.class).findOne()
                .orElseThrow(() -> new UserError(UserError.Category.NOT_FOUND, "There is no such conversation.",
                        "Leave conversationId out to begin a new one."));
    }

    private static String shorten(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= TITLE_LENGTH ? line : line.substring(0, TITLE_LENGTH - 1) + "…";
    }

    private static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
