package org.salesconsultant.cli;

import java.nio.file.Path;
import org.salesconsultant.access.Keys;
import org.salesconsultant.access.SignIn;
import org.salesconsultant.assistant.Conversations;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Settings;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

/**
 * What stands in the data directory, opened, and the settings that go with it.
 *
 * @param data the data directory
 * @param assistant conversations, keys and ratings: apart from the facts, so that an import never blocks a chat turn
 */
public record Stores(Path data, Home home, Settings settings, Warehouses warehouses, Database assistant) implements AutoCloseable {
    public Keys keys() {
        return new Keys(assistant, warehouses);
    }

    public SignIn signIn() {
        return new SignIn(assistant);
    }

    public Conversations conversations() {
        return new Conversations(assistant);
    }

    @Override
    public void close() {
        assistant.close();
        warehouses.close();
    }
}
