package org.salesconsultant.cli;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.salesconsultant.warehouse.training.TrainedModel;
import org.salesconsultant.warehouse.training.TrainedModel.Measure;
import org.salesconsultant.warehouse.training.TrainedModel.Since;
import org.salesconsultant.warehouse.training.TrainedModel.State;
import org.salesconsultant.warehouse.training.TrainingRun;

/** A training run as the terminal shows it: a line for each model, then what has drifted. */
record TrainingText(TrainingRun run) {
    private static final double THOUSAND = 1000;

    String all() {
        var text = new StringBuilder();
        if (run.models().isEmpty()) {
            return "There is nothing to learn from yet. Import orders first: import FILE…\n";
        }
        text.append(String.format(Locale.ROOT, "%s, data version %d%s%n%n", run.sample() ? "The sample company" : "Your data", run.dataVersion(),
                run.newestDay() == null ? "" : ", newest day " + run.newestDay()));
        text.append(String.format(Locale.ROOT, "%-34s %9s %12s %14s %14s %9s%n", "", "steps", "MASE", "sMAPE", "off by", "in 95%"));
        run.models().stream().filter(model -> model.state() == State.LEARNED && model.measure("mase").isPresent()).forEach(model -> text.append(forecast(model)));
        text.append(String.format("%n"));
        run.models().stream().filter(model -> model.state() == State.LEARNED && model.measure("mase").isEmpty()).forEach(model -> text.append(other(model)));
        run.models().stream().filter(model -> model.state() != State.LEARNED).forEach(model ->
                text.append(String.format(Locale.ROOT, "%-34s %s: %s%n", name(model), model.state() == State.FAILED ? "failed" : "left out", model.reason())));
        text.append(String.format("%n%s%n", drift(run)));
        text.append(String.format(Locale.ROOT, "%d models in %.1f s. Figures behind a slash are of repeating the past.%n", run.models().size(), run.millis() / THOUSAND));
        return text.toString();
    }

    private static String forecast(TrainedModel model) {
        return String.format(Locale.ROOT, "%-34s %9s %12s %14s %14s %9s%n", name(model), rows(model), ratio(model, "mase"), percents(model, "smape"),
                percents(model, "wape"), model.measure("coverage").map(measure -> percent(measure.value())).orElse(""));
    }

    private static String other(TrainedModel model) {
        var measures = model.measures().stream().map(measure -> measure.name() + " " + plain(measure.value())).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-34s %9s %s%n", name(model), rows(model), measures);
    }

    /** What earlier runs expected against what came, in a sentence or a few. */
    static String drift(TrainingRun run) {
        var compared = run.models().stream().filter(model -> model.since() != null).toList();
        if (compared.isEmpty()) {
            return "No forecast of an earlier run has come due yet.";
        }
        var drifted = run.drifted();
        if (drifted.isEmpty()) {
            return "What came since earlier runs fits what they forecast (" + compared.size() + " series compared).";
        }
        return drifted.stream().map(model -> "Drift: " + model.subject() + ": " + words(Objects.requireNonNull(model.since())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String words(Since since) {
        return since.outside() + " of the last " + since.steps() + " steps lay outside their 95% bounds; off by " + percent(since.error())
                + (since.tested() == null ? "." : ", tests on the past had shown " + percent(since.tested()) + ".");
    }

    private static String name(TrainedModel model) {
        return model.model() + ", " + model.subject();
    }

    private static String rows(TrainedModel model) {
        var window = model.window();
        return window == null ? "" : String.format(Locale.ROOT, "%,d", window.rows());
    }

    private static String ratio(TrainedModel model, String name) {
        return model.measure(name).map(measure -> String.format(Locale.ROOT, "%.2f", measure.value()) + beside(measure, false)).orElse("");
    }

    private static String percents(TrainedModel model, String name) {
        return model.measure(name).map(measure -> percent(measure.value()) + beside(measure, true)).orElse("");
    }

    private static String beside(Measure measure, boolean percent) {
        var naive = measure.naive();
        return naive == null ? "" : " / " + (percent ? percent(naive) : String.format(Locale.ROOT, "%.2f", naive));
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f%%", fraction * 100);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
