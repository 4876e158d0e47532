package org.salesconsultant.warehouse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Spoken;

/** The facts of one company in one SQLite file. */
public final class Warehouse implements AutoCloseable {
    private static final String ENGINE = "SQLite";

    private final Database database;
    private final boolean sample;
    private volatile @Nullable StarCopy copy;
    private volatile @Nullable LocalDate frozen;

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
                frozen == null ? date(settings.get("newest_day")) : frozen, settings.get("currency"),
                settings.getOrDefault("company", "your company"), sample, Long.parseLong(settings.getOrDefault("lines", "0")));
    }

    /**
     * From here on words such as "last month" are read as on this day, whatever comes in after it; checks of answers stay true so.
     * Periods end with it; what is asked of no period is told of all there is.
     */
    public void readAsOf(LocalDate day) {
        frozen = day;
    }

    /** From now on heavy queries are answered from the copy wherever it is current. It is closed with the warehouse. */
    public void answerFrom(StarCopy faster) {
        copy = faster;
    }

    /**
     * Reads facts of one state wherever that is fastest.
     *
     * @param query may be run twice: again on the warehouse itself where the copy fails
     */
    public <T> T facts(Function<Facts, T> query) {
        return database.read(handle -> {
            var faster = copy;
            // the transaction's snapshot begins with reading the stamp, so that whatever is committed meanwhile, both are of one version
            Optional<T> answer = faster == null ? Optional.empty()
                    : stamp(handle).flatMap(stamp -> faster.read(stamp, rows -> query.apply(new Facts(handle, rows, faster.engine()))));
            return answer.isPresent() ? answer.get() : query.apply(new Facts(handle, handle, ENGINE));
        });
    }

    /** Tells this data version from every other, of other files too; empty while there is none. */
    public Optional<String> stamp(Handle handle) {
        return handle.createQuery("SELECT version || '-' || stamp FROM star_version ORDER BY version DESC LIMIT 1").mapTo(String.class).findOne();
    }

    public Spoken spoken(Language language) {
        return new Spoken(language, state().currency());
    }

    /** Closes the copy too. */
    @Override
    public void close() {
        var faster = copy;
        if (faster != null) {
            faster.close();
        }
        database.close();
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
