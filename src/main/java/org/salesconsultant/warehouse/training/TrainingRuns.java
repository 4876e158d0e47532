package org.salesconsultant.warehouse.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.training.TrainedModel.Expected;
import org.salesconsultant.warehouse.training.TrainedModel.Measure;
import org.salesconsultant.warehouse.training.TrainedModel.Since;
import org.salesconsultant.warehouse.training.TrainedModel.State;
import org.salesconsultant.warehouse.training.TrainedModel.Window;

/** The store of training runs, in the assistant's database; the newest 400 are kept. Safe for many threads. */
public final class TrainingRuns {
    private static final int KEPT = 400;

    private final Database database;

    public TrainingRuns(Database database) {
        this.database = database;
    }

    /** What one earlier run expected of a step. @param window what that run had learned from */
    public record Foretold(Expected expected, Window window) {}

    public void add(TrainingRun run) {
        database.write(handle -> {
            long number = handle.createQuery("""
                    INSERT INTO training_run (sample, cause, data_version, newest_day, began_at, millis)
                    VALUES (:sample, :cause, :version, :newest, :began, :millis) RETURNING run""")
                    .bind("sample", run.sample()).bind("cause", run.cause().word()).bind("version", run.dataVersion())
                    .bind("newest", text(run.newestDay())).bind("began", run.began().toString()).bind("millis", run.millis())
                    .mapTo(Long.class).one();
            run.models().forEach(model -> add(handle, number, model));
            return handle.execute("DELETE FROM training_run WHERE run <= ? - ?", number, KEPT);
        });
    }

    private static void add(Handle handle, long run, TrainedModel model) {
        var window = model.window();
        var since = model.since();
        handle.execute("INSERT INTO trained_model VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", run, model.model(), model.subject(),
                model.state().word(), model.version(), window == null ? null : text(window.from()), window == null ? null : text(window.lastDay()),
                window == null ? null : window.rows(), window == null ? null : window.total(), model.millis(), model.reason(),
                since == null ? null : since.steps(), since == null ? null : since.outside(), since == null ? null : since.probability(),
                since == null ? null : since.error(), since == null ? null : since.tested(), since == null ? null : since.drifted());
        for (var measure : model.measures()) {
            handle.execute("INSERT INTO trained_measure VALUES (?, ?, ?, ?, ?, ?)", run, model.model(), model.subject(), measure.name(), measure.value(), measure.naive());
        }
        for (var step : model.expected()) {
            handle.execute("INSERT INTO trained_step VALUES (?, ?, ?, ?, ?, ?, ?)", run, model.model(), model.subject(), text(step.from()),
                    step.value(), step.low(), step.high());
        }
    }

    /** The newest run, without what it expects. @param sample whether of the sample company */
    public Optional<TrainingRun> newest(boolean sample) {
        return database.read(handle -> handle.createQuery("SELECT * FROM training_run WHERE sample = ? ORDER BY run DESC LIMIT 1").bind(0, sample)
                .map((row, context) -> new TrainingRun(sample, TrainingRun.Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                        row.getLong("data_version"), date(row.getString("newest_day")), Instant.parse(row.getString("began_at")),
                        row.getLong("millis"), models(handle, row.getLong("run")))).findOne());
    }

    /** How what came compares with what had been expected, as the newest run saw it; empty where nothing had come. */
    public Optional<Since> since(boolean sample, String model, String subject) {
        return database.read(handle -> handle.createQuery("""
                SELECT * FROM trained_model WHERE run = (SELECT max(run) FROM training_run WHERE sample = :sample)
                AND model = :model AND subject = :subject AND steps IS NOT NULL""").bind("sample", sample).bind("model", model).bind("subject", subject)
                .map((row, context) -> since(row)).findOne().flatMap(Optional::ofNullable));
    }

    /** What had been expected of each step, the step's last forecast where there are several; oldest step first. */
    public List<Foretold> foretold(boolean sample, String model, String subject) {
        return database.read(handle -> handle.createQuery("""
                SELECT s.first_day, s.value, s.low, s.high, m.first_day, m.last_day, m.row_count, m.total, max(s.run)
                FROM trained_step s JOIN trained_model m USING (run, model, subject) JOIN training_run r USING (run)
                WHERE r.sample = :sample AND s.model = :model AND s.subject = :subject GROUP BY s.first_day ORDER BY s.first_day""")
                .bind("sample", sample).bind("model", model).bind("subject", subject)
                .map((row, context) -> new Foretold(new Expected(LocalDate.parse(row.getString(1)), row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                        new Window(LocalDate.parse(row.getString(5)), LocalDate.parse(row.getString(6)), row.getLong(7), row.getDouble(8)))).list());
    }

    private static List<TrainedModel> models(Handle handle, long run) {
        return handle.createQuery("SELECT * FROM trained_model WHERE run = ? ORDER BY model, subject").bind(0, run).map((row, context) -> {
            var model = row.getString("model");
            var subject = row.getString("subject");
            var from = date(row.getString("first_day"));
            var lastDay = date(row.getString("last_day"));
            var window = from == null || lastDay == null ? null : new Window(from, lastDay, row.getLong("row_count"), row.getDouble("total"));
            return new TrainedModel(model, subject, State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("version"),
                    window, measures(handle, run, model, subject), List.of(), since(row), row.getLong("millis"), row.getString("reason"));
        }).list();
    }

    private static List<Measure> measures(Handle handle, long run, String model, String subject) {
        return handle.createQuery("SELECT name, value, naive FROM trained_measure WHERE run = ? AND model = ? AND subject = ? ORDER BY name")
                .bind(0, run).bind(1, model).bind(2, subject)
                .map((row, context) -> new Measure(row.getString(1), row.getDouble(2), number(row, "naive"))).list();
    }

    private static @Nullable Since since(ResultSet row) throws SQLException {
        int steps = row.getInt("steps");
        return row.wasNull() ? null : new Since(steps, row.getInt("outside"), row.getDouble("probability"), row.getDouble("error"),
                number(row, "tested"), row.getBoolean("drifted"));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
