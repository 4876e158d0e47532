package org.salesconsultant.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.analytics.text.IntentClassifier;
import org.salesconsultant.analytics.text.IntentClassifier.Example;
import org.salesconsultant.sales.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The intent of each text of a file, learned from examples, or none where that is not sure. */
@Command(name = "intents", mixinStandardHelpOptions = true, description = "Names the intent of each text of a file, as examples teach it.")
@SuppressWarnings("NullAway.Init")
final class AnalyzeIntents implements Callable<Integer> {
    private static final String TEXT = "text";
    private static final String INTENT = "intent";
    private static final int TOGETHER = 1_000;

    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Option(names = "--examples", required = true, paramLabel = "FILE",
            description = "CSV with text,intent, plain or .gz; examples with an empty intent are out of scope.")
    private Path examples;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV with text, plain or .gz.")
    private Path input;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV with text,intent,confidence; .gz by its name.")
    private Path out;

    @Option(names = "--threshold", paramLabel = "T",
            description = "Confidence below which the intent is left empty, 0 for never; default: chosen on held-out examples.")
    private @Nullable Double threshold;

    @Mixin
    private DataOptions options;

    AnalyzeIntents(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
            throw new UserError(UserError.Category.BAD_INPUT, "The threshold is " + threshold + ".", "Give a number from 0 to 1.");
        }
        List<Example> read = new ArrayList<>();
        CsvFile.read(examples, List.of(TEXT, INTENT), row -> read.add(new Example(CsvFile.cell(row, TEXT), CsvFile.cell(row, INTENT))));
        var classifier = IntentClassifier.train(read, wiring.embedder(options.data()));
        write(classifier, threshold == null ? classifier.threshold() : threshold);
        var score = classifier.heldOut();
        spec.commandLine().getErr().printf(Locale.ROOT, "%d intents learned from %,d examples. On held-out ones: %.1f%% right, %.1f%% with abstentions at %.2f counted as wrong%s.%n",
                classifier.intents().size(), read.size(), 100 * score.accuracy(), 100 * score.accuracyAtThreshold(), classifier.threshold(),
                score.outside() == 0 ? "" : String.format(Locale.ROOT, ", %.1f%% of what is out of scope noticed", 100 * score.recall()));
        spec.commandLine().getErr().flush();
        return 0;
    }

    private void write(IntentClassifier classifier, double least) {
        try (var rows = CsvFile.writer(out)) {
            rows.writeRecord(TEXT, INTENT, "confidence");
            List<String> waiting = new ArrayList<>();
            CsvFile.read(input, List.of(TEXT), row -> {
                waiting.add(row.getField(TEXT));
                if (waiting.size() == TOGETHER) {
                    write(classifier, least, waiting, rows);
                }
            });
            write(classifier, least, waiting, rows);
        } catch (IOException e) {
            throw CsvFile.unwritable(out, e);
        }
    }

    private static void write(IntentClassifier classifier, double least, List<String> texts, CsvWriter rows) {
        var readings = classifier.read(texts);
        for (int i = 0; i < texts.size(); i++) {
            rows.writeRecord(texts.get(i), readings.get(i).orNothing(least), String.format(Locale.ROOT, "%.4f", readings.get(i).confidence()));
        }
        texts.clear();
    }
}
