package org.salesconsultant.assistant;

import java.util.Optional;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.Database;

/** The store of which conversation a thread on another platform is. In a thread of several people each has a conversation of their own. */
public final class Threads {
    private final Database database;

    public Threads(Database database) {
        this.database = database;
    }

    /** @param thread named by its platform, e.g. {@code slack C1 1700000000.1} */
    public Optional<String> conversation(String thread, Viewer viewer) {
        return database.read(handle -> handle.createQuery("SELECT conversation_id FROM thread WHERE thread = :thread AND viewer_id = :viewer")
                .bind("thread", thread).bind("viewer", viewer.id()).mapTo(String.class).findOne());
    }

    public void keep(String thread, Viewer viewer, String conversationId) {
        database.write(handle -> handle.createUpdate("""
                INSERT INTO thread (thread, viewer_id, conversation_id) VALUES (:thread, :viewer, :conversation)
                ON CONFLICT (thread, viewer_id) DO UPDATE SET conversation_id = excluded.conversation_id""")
                .bind("thread", thread).bind("viewer", viewer.id()).bind("conversation", conversationId).execute());
    }
}
