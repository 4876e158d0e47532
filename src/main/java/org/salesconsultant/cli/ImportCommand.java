package org.salesconsultant.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.ImportPlan;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Imports.Result;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.columns.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files into the warehouse, from the terminal. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports files into the warehouse and reports on them.")
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;
    private static final int BAR_WIDTH = 80;

    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV with a header, plain or .gz.")
    private List<Path> files;

    @Option(names = "--as", paramLabel = "KIND", description = "What the files hold; default: recognised.")
    private @Nullable String kind;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Columns as config/import-mappings/NAME.yaml says; default: recognised.")
    private @Nullable String mapping;

    @Option(names = "--currency", paramLabel = "CODE", description = "Currency of the amounts, e.g. GBP.")
    private @Nullable String currency;

    @Option(names = "--source", paramLabel = "NAME", defaultValue = "file",
            description = "System the orders come from; order numbers are unique within it (default ${DEFAULT-VALUE}).")
    private String source;

    @Option(names = "--yes", description = "Does not ask whether the columns are right.")
    private boolean yes;

    @Mixin
    private DataOptions options;

    ImportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Looks at all files before it imports the first. */
    @Override
    public Integer call() throws InterruptedException {
        var as = kind();
        var money = currency();
        try (var stores = wiring.stores(options, false)) {
            var imports = new Imports(stores.home(), stores.warehouses().own(), wiring.embedder(stores));
            var plans = new ArrayList<ImportPlan>();
            for (var file : files) {
                for (var plan : imports.plan(file, mapping, as)) {
                    spec.commandLine().getErr().println(ImportText.plan(plan));
                    plans.add(plan);
                }
            }
            if (!agreed()) {
                spec.commandLine().getErr().println("Nothing was imported. To set the columns yourself, write config/import-mappings/NAME.yaml"
                        + " and name it with --mapping NAME.");
                return 0;
            }
            try (var columns = Columns.keep(stores.warehouses().own())) {
                for (var plan : plans) {
                    spec.commandLine().getOut().println(text(plan, run(imports, plan, money), money));
                    spec.commandLine().getOut().flush();
                }
                columns.catchUp();
            }
            return 0;
        }
    }

    private Result run(Imports imports, ImportPlan plan, @Nullable Currency money) {
        if (terminal() == null) {
            return imports.run(plan, source, money, any -> {});
        }
        try (var bar = bar(plan)) {
            LongConsumer progress = bar::stepTo;
            return imports.run(plan, source, money, progress);
        }
    }

    private static ProgressBar bar(ImportPlan plan) {
        return new ProgressBarBuilder().setTaskName("Importing").setInitialMax(plan.file().bytes()).setUnit(" MB", MEGABYTE)
                .setMaxRenderedLength(BAR_WIDTH).setConsumer(new ConsoleProgressBarConsumer(System.err)).build();
    }

    private static String text(ImportPlan plan, Result result, @Nullable Currency money) {
        return switch (result) {
            case Result.Imported imported -> ImportText.report(imported.report(), money);
            case Result.KnownAlready known -> ImportText.knownAlready(plan, known);
        };
    }

    private boolean agreed() {
        var terminal = terminal();
        if (yes || terminal == null) {
            return true;
        }
        var answer = terminal.readLine("Import with these columns? [Y/n] ");
        return answer != null && (answer.isBlank() || answer.strip().toLowerCase(Locale.ROOT).startsWith("y"));
    }

    /** Null when a pipe or a file is on either end. */
    private static @Nullable Console terminal() {
        var console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }

    private @Nullable FileKind kind() {
        return kind == null ? null : FileKind.of(kind).orElseThrow(() -> new UserError(UserError.Category.BAD_INPUT, "There is no kind of file \"" + kind + "\".",
                "Kinds: " + Arrays.stream(FileKind.values()).map(FileKind::word).collect(Collectors.joining(", ")) + "."));
    }

    private @Nullable Currency currency() {
        try {
            return currency == null ? null : Currency.getInstance(currency.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UserError(UserError.Category.BAD_INPUT, "There is no currency \"" + currency + "\".", "Write its ISO code, e.g. --currency GBP.");
        }
    }
}
