package org.salesconsultant.tools;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.drift.Drift;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.tools.Lesson.Course;
import org.salesconsultant.tools.Lesson.TooLittle;
import org.salesconsultant.warehouse.Warehouse;
import org.salesconsultant.warehouse.training.TrainedModel;
import org.salesconsultant.warehouse.training.TrainedModel.Since;
import org.salesconsultant.warehouse.training.TrainedModel.State;
import org.salesconsultant.warehouse.training.TrainedModel.Window;
import org.salesconsultant.warehouse.training.TrainingRun;
import org.salesconsultant.warehouse.training.TrainingRun.Cause;
import org.salesconsultant.warehouse.training.TrainingRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns ahead, from all rows, what the tools' answers rest on, one lesson after another; holds what earlier runs expected
 * against what came, and records the run. A lesson that fails never keeps the others from being learned. What is learned is
 * what the tools answer from in this process.
 */
public final class Training {
    /** In all, how improbable it must be that a model is taken to have drifted while none has. */
    private static final double LEVEL = 0.05;
    /** Only the newest steps count, as many as are forecast at once and again: what is long past has been learned from. */
    private static final int HORIZONS = 2;
    /** Where what was learned from has since become another amount by more than this part, it is other data. */
    private static final double OTHER_DATA = 0.1;
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final Toolbox toolbox;
    private final Viewer everything;
    private final TrainingRuns runs;

    /** @param everything sees all rows */
    public Training(Toolbox toolbox, Viewer everything, TrainingRuns runs) {
        this.toolbox = toolbox;
        this.everything = everything;
        this.runs = runs;
    }

    /** Told how a run goes on. */
    public interface Progress {
        /** Called before each lesson; may wait. @throws InterruptedException to end the run, which is then not recorded */
        void before(int lesson, int lessons) throws InterruptedException;

        void after(TrainedModel model);
    }

    public TrainingRuns runs() {
        return runs;
    }

    /** The run, recorded. Nothing is recorded where the data has nothing to learn from. */
    public TrainingRun run(Cause cause, Warehouse warehouse, Progress progress) throws InterruptedException {
        var began = Instant.now();
        var state = warehouse.state();
        var lessons = toolbox.lessons(everything, warehouse);
        List<TrainedModel> models = new ArrayList<>();
        for (var lesson : lessons) {
            progress.before(models.size() + 1, lessons.size());
            var model = learn(lesson, state.sample(), LEVEL / lessons.size());
            models.add(model);
            progress.after(model);
        }
        var run = new TrainingRun(state.sample(), cause, state.version(), state.newestDay(), began, Duration.between(began, Instant.now()).toMillis(), models);
        if (!models.isEmpty()) {
            runs.add(run);
        }
        return run;
    }

    private TrainedModel learn(Lesson lesson, boolean sample, double level) {
        long began = System.nanoTime();
        try {
            var learned = lesson.learn().get();
            var course = learned.course();
            var since = course == null ? null : since(lesson, course, sample, level);
            return new TrainedModel(lesson.model(), lesson.subject(), State.LEARNED, learned.version(), learned.window(), learned.measures(),
                    course == null ? List.of() : course.expected(), since, millis(began), null);
        } catch (TooLittle e) {
            return without(lesson, State.LEFT_OUT, began, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("{}, {}: could not be learned: {}", lesson.model(), lesson.subject(), e.toString());
            LOG.debug("the lesson failed", e);
            return without(lesson, State.FAILED, began, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static TrainedModel without(Lesson lesson, State state, long began, String reason) {
        return new TrainedModel(lesson.model(), lesson.subject(), state, "", null, List.of(), List.of(), null, millis(began), reason);
    }

    private @Nullable Since since(Lesson lesson, Course course, boolean sample, double level) {
        var came = runs.foretold(sample, lesson.model(), lesson.subject()).stream()
                .filter(foretold -> course.actual().containsKey(foretold.expected().from()) && isOfThisData(foretold.window(), course)).toList();
        int most = HORIZONS * course.expected().size();
        var newest = came.subList(Math.max(0, came.size() - most), came.size());
        if (newest.isEmpty()) {
            return null;
        }
        var drift = Drift.of(newest.stream().map(TrainingRuns.Foretold::expected).map(step ->
                new Drift.Step(step.value(), step.low(), step.high(), course.actual().getOrDefault(step.from(), 0.0))).toList(), course.tested(), course.origins(), level);
        return new Since(drift.steps(), drift.outside(), drift.probability(), drift.error(), Double.isNaN(drift.tested()) ? null : drift.tested(), drift.drifted());
    }

    /** Late rows and corrections change a past a little; what was taken back or replaced changes it much. */
    private static boolean isOfThisData(Window window, Course course) {
        double now = course.actual().entrySet().stream().filter(step -> !step.getKey().isBefore(window.from()) && !step.getKey().isAfter(window.lastDay()))
                .mapToDouble(step -> step.getValue()).sum();
        return Math.abs(now - window.total()) <= OTHER_DATA * Math.abs(window.total());
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }
}
