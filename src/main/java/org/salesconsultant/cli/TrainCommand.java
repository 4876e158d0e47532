package org.salesconsultant.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.tools.Training;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.training.TrainedModel;
import org.salesconsultant.warehouse.training.TrainingRun;
import org.salesconsultant.warehouse.training.TrainingRun.Cause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from the data as it is now what answers rest on, tests it on the past, and tells how earlier forecasts turned out. */
@Command(name = "train", mixinStandardHelpOptions = true,
        description = "Trains and backtests the models, and holds earlier forecasts against what came since.")
@SuppressWarnings("NullAway.Init")
final class TrainCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Option(names = "--json", description = "Prints the run as JSON.")
    private boolean json;

    @Mixin
    private DataOptions options;

    @Spec
    private CommandSpec spec;

    TrainCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        try (var stores = wiring.stores(options, true); var _ = Columns.borrow(stores.warehouses().own())) {
            var run = wiring.brains(stores).training().run(Cause.BY_HAND, stores.warehouses().current(), new Bar());
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(asJson(run)));
            } else {
                out.print(new TrainingText(run).all());
            }
            out.flush();
            return run.failed().isEmpty() ? 0 : 1;
        }
    }

    private static Map<String, Object> asJson(TrainingRun run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sample", run.sample());
        json.put("dataVersion", run.dataVersion());
        json.put("newestDay", run.newestDay());
        json.put("began", run.began().toString());
        json.put("millis", run.millis());
        json.put("drifted", run.drifted().stream().map(TrainedModel::subject).toList());
        json.put("models", run.models().stream().map(TrainCommand::asJson).toList());
        return json;
    }

    private static Map<String, Object> asJson(TrainedModel model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", model.model());
        json.put("subject", model.subject());
        json.put("state", model.state().word());
        json.put("reason", model.reason());
        json.put("version", model.version());
        json.put("window", model.window());
        json.put("measures", named(model.measures()));
        json.put("since", model.since());
        json.put("millis", model.millis());
        return json;
    }

    private static Map<String, Object> named(List<TrainedModel.Measure> measures) {
        Map<String, Object> named = new LinkedHashMap<>();
        measures.forEach(measure -> {
            named.put(measure.name(), measure.value());
            if (measure.naive() != null) {
                named.put("naive_" + measure.name(), measure.naive());
            }
        });
        return named;
    }

    /** Shown to whoever waits at a terminal. */
    private static final class Bar implements Training.Progress {
        private @Nullable ProgressBar bar;

        @Override
        public void before(int lesson, int lessons) {
            if (lesson == 1) {
                bar = Terminal.ASKING.bar("Training", lessons, " models", 1);
            }
        }

        @Override
        public void after(TrainedModel model) {
            if (bar != null) {
                bar.step();
                if (bar.getCurrent() == bar.getMax()) {
                    bar.close();
                }
            }
        }
    }
}
