package org.salesconsultant.cli;

import java.nio.file.Path;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Settings;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Warehouses;

/** The command line with real stores and without the brains, which an import does not need; also run as a process of its own. */
public final class ImportProgram {
    private ImportProgram() {}

    public static void main(String[] args) {
        System.exit(SalesConsultant.run(wiring(), args));
    }

    private static Wiring wiring() {
        return new Wiring() {
            @Override
            public Stores stores(DataOptions options, boolean sample) {
                var home = new Home(Path.of(""));
                return new Stores(options.data(), home, Settings.read(home, options.config()), Warehouses.open(options.data(), null),
                        Database.open(options.data().resolve("assistant.db"), "db/assistant"));
            }

            @Override
            public Brains brains(Stores stores) {
                throw new IllegalStateException("an import asks nothing");
            }
        };
    }
}
