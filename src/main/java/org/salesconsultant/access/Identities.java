package org.salesconsultant.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Database;

/** The store of which customer has proved to be the writer of a conversation, and of what they asked before. */
public final class Identities {
    /** So long a question waits for the proof. */
    private static final Duration QUESTION_WAITS = Duration.ofDays(1);

    private final Database database;
    private final Duration lasts;
    private final InstantSource clock;

    private record Kept(String question, @Nullable String customer) {}

    /** @param lasts until the writer has to prove it again */
    public Identities(Database database, Duration lasts, InstantSource clock) {
        this.database = database;
        this.lasts = lasts;
        this.clock = clock;
    }

    /** Keeps what is to be answered once the writer is known. */
    public void ask(String conversation, String question) {
        var now = now();
        database.write(handle -> {
            handle.createUpdate("DELETE FROM identity WHERE expires_at < :now").bind("now", now.toString()).execute();
            return handle.createUpdate("""
                    INSERT INTO identity (conversation, question, customer, expires_at) VALUES (:conversation, :question, NULL, :expires)
                    ON CONFLICT (conversation) DO UPDATE SET question = excluded.question, customer = NULL, expires_at = excluded.expires_at""")
                    .bind("conversation", conversation).bind("question", question).bind("expires", now.plus(QUESTION_WAITS).toString()).execute();
        });
    }

    /** What the writer asked before the proof. */
    public Optional<String> question(String conversation) {
        return kept(conversation).map(Kept::question);
    }

    /** From now on the writer is this customer, for a while. */
    public void prove(String conversation, String customer) {
        database.write(handle -> handle.createUpdate("UPDATE identity SET customer = :customer, expires_at = :expires WHERE conversation = :conversation")
                .bind("conversation", conversation).bind("customer", customer).bind("expires", now().plus(lasts).toString()).execute());
    }

    /** Code of the customer who has proved to be the writer; empty where nobody has, or it is too long ago. */
    public Optional<String> customer(String conversation) {
        return kept(conversation).map(Kept::customer);
    }

    private Optional<Kept> kept(String conversation) {
        return database.read(handle -> handle.createQuery("SELECT question, customer FROM identity WHERE conversation = :conversation AND expires_at > :now")
                .bind("conversation", conversation).bind("now", now().toString()).map((row, context) -> new Kept(row.getString(1), row.getString(2))).findOne());
    }

    /** Whole seconds, so that texts of instants are in their order. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
