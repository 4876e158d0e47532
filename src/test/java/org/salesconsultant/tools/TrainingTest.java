package org.salesconsultant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Database;
import org.salesconsultant.warehouse.Kind;
import org.salesconsultant.warehouse.StarWriter;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.Warehouses;
import org.salesconsultant.warehouse.semantic.Members;
import org.salesconsultant.warehouse.semantic.MetricQueries;
import org.salesconsultant.warehouse.semantic.SemanticModel;
import org.salesconsultant.warehouse.training.TrainedModel;
import org.salesconsultant.warehouse.training.TrainedModel.State;
import org.salesconsultant.warehouse.training.TrainingRun;
import org.salesconsultant.warehouse.training.TrainingRun.Cause;
import org.salesconsultant.warehouse.training.TrainingRuns;

class TrainingTest {
    private static final Viewer ALL = new Viewer("test", "test", Role.ADMIN, null);
    private static final Viewer BEN = new Viewer("key:ben", "Ben", Role.REP, "Ben");
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final LocalDate SUNDAY = LocalDate.of(2024, 4, 28);
    /** About a hundred a day, by some twenty up or down. */
    private static final ToIntFunction<LocalDate> AS_EVER = day -> 80 + (int) (day.toEpochDay() * 7_919 % 41);
    private static final Training.Progress IN_SILENCE = new Training.Progress() {
        @Override
        public void before(int lesson, int lessons) {}

        @Override
        public void after(TrainedModel model) {}
    };

    @TempDir Path folder;
    private Warehouses warehouses;
    private Database assistant;
    private TrainingRuns runs;
    private Toolbox toolbox;
    private Training training;

    @BeforeEach
    void open() throws SQLException {
        var home = new Home(Path.of("."));
        var model = SemanticModel.load(home);
        warehouses = Warehouses.open(folder, null);
        assistant = Database.open(folder.resolve("assistant.db"), "db/assistant");
        runs = new TrainingRuns(assistant);
        toolbox = new Toolbox(home, List.of(new Breaking(), new Forecast(new MetricQueries(model, new Members(model)), runs)));
        training = new Training(toolbox, ALL, runs);
    }

    @AfterEach
    void close() {
        warehouses.close();
        assistant.close();
    }

    /** A tool that fails to learn. */
    private static final class Breaking implements Tool<DescribeData.Arguments> {
        @Override
        public String name() {
            return "describe_data";
        }

        @Override
        public Class<DescribeData.Arguments> arguments() {
            return DescribeData.Arguments.class;
        }

        @Override
        public Outcome run(DescribeData.Arguments arguments, ToolContext context) {
            throw new IllegalStateException("never called");
        }

        @Override
        public List<Lesson> lessons(ToolContext context) {
            return List.of(new Lesson("broken", "nothing", () -> {
                throw new ArithmeticException("by zero");
            }));
        }
    }

    private void sell(LocalDate from, LocalDate lastDay, ToIntFunction<LocalDate> amounts) throws SQLException {
        warehouses.own().database().write(handle -> {
            try (var star = new StarWriter(handle)) {
                long lamp = star.product(new StarWriter.NewProduct("LAMP", "Lamp", null, false, null, null));
                long rep = star.rep(new StarWriter.NewRep("Ben", null, null));
                long country = star.country("France");
                long customer = star.customer(new StarWriter.NewCustomer("C1", null, null, null, null, country, null, rep));
                for (var day = from; !day.isAfter(lastDay); day = day.plusDays(1)) {
                    var order = star.order(new StarWriter.NewOrder("test", "O" + day, day, customer, country, null, rep, null, null, null), null);
                    long amount = amounts.applyAsInt(day) * 10_000L;
                    star.line(order, new StarWriter.NewLine(lamp, Kind.SALE, 10_000, amount, 0, amount, null, "Lamp"));
                }
                star.finish("GBP", null, name -> false);
            }
            return null;
        });
    }

    private TrainingRun train() throws InterruptedException {
        return training.run(Cause.BY_HAND, warehouses.current(), IN_SILENCE);
    }

    private static TrainedModel model(TrainingRun run, String subject) {
        return run.models().stream().filter(model -> model.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void aRunIsRecordedWithItsWindowItsErrorsAndWhatCouldNotBeLearned() throws Exception {
        sell(MONDAY, SUNDAY, AS_EVER);
        train();
        var run = runs.newest(false).orElseThrow();
        assertThat(run.dataVersion()).isEqualTo(warehouses.own().state().version());
        assertThat(run.newestDay()).isEqualTo(SUNDAY);
        var weeks = model(run, "revenue by week");
        assertThat(weeks.window()).extracting("from", "lastDay", "rows").containsExactly(MONDAY, SUNDAY, 17L);
        assertThat(weeks.measure("mase").orElseThrow().naive()).isPositive();
        assertThat(weeks.measure("coverage").orElseThrow().value()).isBetween(0.5, 1.0);
        assertThat(model(run, "nothing").state()).isEqualTo(State.FAILED);
        assertThat(model(run, "nothing").reason()).isEqualTo("by zero");
        assertThat(model(run, "gross_margin by week").state()).isEqualTo(State.LEFT_OUT);
        assertThat(runs.newest(true)).isEmpty();
    }

    @Test
    void whatCameAsForecastIsNoDrift() throws Exception {
        sell(MONDAY, SUNDAY, AS_EVER);
        train();
        sell(SUNDAY.plusDays(1), SUNDAY.plusDays(14), AS_EVER);
        assertThat(model(train(), "revenue by day").since()).extracting("steps", "drifted").containsExactly(14, false);
        assertThat(forecast(ALL, Language.ENGLISH)).noneMatch(caveat -> caveat.contains("Something has changed"));
    }

    @Test
    void whatCameOtherwiseIsDriftAndTheForecastSaysSoToWhoeverSeesAllOfIt() throws Exception {
        sell(MONDAY, SUNDAY, AS_EVER);
        train();
        sell(SUNDAY.plusDays(1), SUNDAY.plusDays(14), day -> 2 * AS_EVER.applyAsInt(day));
        var run = train();
        assertThat(model(run, "revenue by day").since()).extracting("outside").isEqualTo(14);
        assertThat(run.drifted()).extracting(TrainedModel::subject).contains("revenue by day").doesNotContain("orders by day");
        assertThat(runs.newest(false).orElseThrow().drifted()).hasSameSizeAs(run.drifted());
        assertThat(forecast(ALL, Language.ENGLISH)).anyMatch(caveat -> caveat.startsWith("Something has changed: of the last 14 days, 14 came in outside"));
        assertThat(forecast(ALL, Language.CHINESE)).anyMatch(caveat -> caveat.contains("最近14天里，有14天"));
        assertThat(forecast(BEN, Language.ENGLISH)).noneMatch(caveat -> caveat.contains("Something has changed"));
    }

    @Test
    void whatOtherDataLetExpectIsNotHeldAgainstThis() throws Exception {
        sell(MONDAY, SUNDAY, AS_EVER);
        train();
        sell(MONDAY, SUNDAY, day -> 500);
        sell(SUNDAY.plusDays(1), SUNDAY.plusDays(14), day -> 500);
        var run = train();
        assertThat(model(run, "revenue by day").since()).isNull();
        assertThat(run.failed()).extracting(TrainedModel::subject).containsExactly("nothing");
    }

    private List<String> forecast(Viewer viewer, Language language) {
        var outcome = toolbox.call("forecast", "{\"grain\":\"day\"}", viewer, language, warehouses.current(), step -> {});
        return ((Outcome.Found) outcome).finding().caveats();
    }

    @Test
    void aRunningServerLearnsNewDataByItselfButNotWhileItAnswers() throws Exception {
        sell(MONDAY, SUNDAY, AS_EVER);
        var settings = new TrainingSettings(true, Duration.ZERO);
        try (var retraining = new Retraining(training, warehouses, settings, Duration.ofMillis(20))) {
            retraining.start();
            await(() -> version().isPresent());
            long before = warehouses.own().state().version();
            retraining.before(() -> {
                try {
                    sell(SUNDAY.plusDays(1), SUNDAY.plusDays(1), AS_EVER);
                    Thread.sleep(300);
                } catch (SQLException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                assertThat(version()).contains(before);
                return before;
            });
            await(() -> version().orElseThrow() > before);
        }
    }

    private Optional<Long> version() {
        return runs.newest(false).map(TrainingRun::dataVersion);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
