package org.salesconsultant.warehouse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Spoken;

/** The facts of one company in one SQLite file. */
public final class Warehouse implements AutoCloseable {
    private final Database database;
    private final boolean sample;

    private Warehouse(Database database, boolean sample) {
        this.database = database;
        this.sample = sample;
    }

    /** @param sample whether the file holds the sample company @throws org.salesconsultant.sales.UserError as {@link Database#open} */
    public static Warehouse open(Path file, boolean sample) {
        return new Warehouse(Database.open(file, "db/warehouse"), sample);
    }

    public Database database() {
        return database;
    }

    public DataState state() {
        return database.read(this::state);
    }

    /** As seen by a transaction under way. */
    public DataState state(Handle handle) {
        Map<String, String> settings = new HashMap<>();
        handle.createQuery("SELECT name, value FROM warehouse_setting")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
        return new DataState(Long.parseLong(settings.getOrDefault("data_version", "0")), date(settings.get("first_day")),
                date(settings.get("newest_day")), settings.get("currency"),
                settings.getOrDefault("company", "your company"), sample, Long.parseLong(settings.getOrDefault("lines", "0")));
    }

    public Spoken spoken(Language language) {
        return new Spoken(language, state().currency());
    }

    @Override
    public void close() {
        database.close();
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
