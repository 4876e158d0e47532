package org.salesconsultant.assistant;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;

/** The store of what people say of answers, and what an admin made of it. */
public final class Ratings {
    /** Of a reason, in characters. */
    public static final int LONGEST_REASON = 1_000;
    private static final int LISTED = 1_000;

    private final Database database;

    public Ratings(Database database) {
        this.database = database;
    }

    /** What a viewer says of an answer. */
    public enum Rating {
        RIGHT, WRONG;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws UserError BAD_INPUT for another word */
        public static Rating of(String word) {
            return Arrays.stream(values()).filter(rating -> rating.word().equals(word)).findFirst().orElseThrow(() ->
                    new UserError(UserError.Category.BAD_INPUT, "Unknown rating \"" + word + "\".", "Send \"right\" or \"wrong\" as \"rating\"."));
        }
    }

    /** What became of a rating. */
    public enum Review {
        OPEN, ACCEPTED, DROPPED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A tool that was called for an answer. @param arguments a JSON object */
    public record Call(String tool, @JsonRawValue String arguments) {}

    /**
     * @param number by which an admin names it
     * @param who the viewer's id
     * @param earlier the question before it in the conversation, null for the first
     * @param plan the calls that the answer came from, in order
     * @param dataAsOf the newest order date when it was answered, null where no finding told it
     */
    public record Rated(long number, String messageId, Rating rating, String reason, Review review, String who, String ratedAt,
                        @Nullable String earlier, String question, List<Call> plan, Status status, String answer, @Nullable LocalDate dataAsOf) {}

    /**
     * Keeps what the viewer says; a later rating replaces it and is open for review again.
     *
     * @throws UserError NOT_FOUND when the message is not the viewer's
     */
    public void rate(Viewer viewer, String messageId, Rating rating, String reason) {
        var kept = database.write(handle -> handle.createUpdate("""
                INSERT INTO rating (message_id, verdict, reason, rated_at)
                SELECT m.message_id, :verdict, :reason, :now FROM message m JOIN conversation c ON c.conversation_id = m.conversation_id
                WHERE m.message_id = :id AND c.viewer_id = :viewer
                ON CONFLICT (message_id) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, rated_at = excluded.rated_at,
                  review = CASE WHEN verdict = excluded.verdict AND reason = excluded.reason THEN review ELSE 'open' END""")
                .bind("verdict", rating.word()).bind("reason", reason).bind("now", Instant.now().toString())
                .bind("id", messageId).bind("viewer", viewer.id()).execute());
        if (kept == 0) {
            throw new UserError(UserError.Category.NOT_FOUND, "There is no such message.", "Rate a message of your own conversations.");
        }
    }

    /** Everybody's, the newest first, a thousand at most. */
    public List<Rated> list() {
        return database.read(handle -> handle.createQuery("""
                SELECT r.number, r.message_id, r.verdict, r.reason, r.review, c.viewer_id, r.rated_at, before.question AS earlier,
                  m.question, m.memory, m.answer
                FROM rating r JOIN message m ON m.message_id = r.message_id JOIN conversation c ON c.conversation_id = m.conversation_id
                LEFT JOIN message before ON before.conversation_id = m.conversation_id AND before.turn = m.turn - 1
                ORDER BY r.rated_at DESC, r.number DESC LIMIT :limit""").bind("limit", LISTED).map((row, context) -> rated(row)).list());
    }

    /** @throws UserError NOT_FOUND when no rating has the number */
    public Rated get(long number) {
        return list().stream().filter(rated -> rated.number() == number).findFirst().orElseThrow(() -> unknown(number));
    }

    /** @throws UserError NOT_FOUND when no rating has the number */
    public void review(long number, Review review) {
        int reviewed = database.write(handle -> handle.createUpdate("UPDATE rating SET review = :review WHERE number = :number")
                .bind("review", review.word()).bind("number", number).execute());
        if (reviewed == 0) {
            throw unknown(number);
        }
    }

    private static UserError unknown(long number) {
        return new UserError(UserError.Category.NOT_FOUND, "There is no rating " + number + ".", "See: learned list --all");
    }

    private static Rated rated(ResultSet row) throws SQLException {
        try {
            var answer = Json.MAPPER.readValue(row.getString("answer"), Answer.class);
            var asOf = answer.findings().stream().map(Finding::provenance).map(made -> made.dataAsOf()).filter(Objects::nonNull).findFirst();
            return new Rated(row.getLong("number"), row.getString("message_id"), Rating.of(row.getString("verdict")), row.getString("reason"),
                    Review.valueOf(row.getString("review").toUpperCase(Locale.ROOT)), row.getString("viewer_id"), row.getString("rated_at"),
                    row.getString("earlier"), row.getString("question"), Memory.answeredCalls(row.getString("memory")), answer.status(),
                    answer.text(), asOf.orElse(null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
