package org.salesconsultant.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.tools.DataQualityReport;
import org.salesconsultant.warehouse.columns.Columns;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Terms;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Files into the warehouse, from the terminal, and what has come in: listed, taken back, its rejected rows written out. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports files into the warehouse and reports on them.")
@SuppressWarnings("NullAway.Init")
final class ImportCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Tables in any usual format, plain or .gz, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "KIND", description = "What the files hold; default: recognised.")
    private @Nullable String kind;

    @Option(names = "--mapping", paramLabel = "NAME", description = "Columns as config/import-mappings/NAME.yaml says; default: recognised.")
    private @Nullable String mapping;

    @Option(names = "--save-mapping", paramLabel = "NAME", description = "Imports nothing: writes how the file would be read to config/import-mappings/NAME.yaml, to be edited.")
    private @Nullable String saveMapping;

    @Option(names = "--currency", paramLabel = "CODE", description = "Currency of the amounts, e.g. GBP.")
    private @Nullable String currency;

    @Option(names = "--source", paramLabel = "NAME",
            description = "System the orders come from; order numbers are unique within it (default: as the mapping says, else " + Terms.FILE + ").")
    private @Nullable String source;

    @Option(names = "--yes", description = "Does not ask whether the columns are right.")
    private boolean yes;

    @Option(names = "--replace", description = "Takes orders that have fewer lines than the copies that stand, too.")
    private boolean replace;

    @Option(names = "--json", description = "Prints reports as JSON.")
    private boolean json;

    @ArgGroup(exclusive = false)
    private @Nullable Query query;

    @ArgGroup
    private @Nullable Past past;

    @Mixin
    private DataOptions options;

    /** Another database, and what is asked of it. */
    private static final class Query {
        @Option(names = "--jdbc", paramLabel = "URL", required = true, description = "Another database instead of files, e.g. jdbc:postgresql://host/db?user=me&password=…")
        private String url;

        @Option(names = "--query", paramLabel = "SQL", required = true, description = "Asked of it once, in a transaction that cannot write.")
        private String sql;
    }

    /** What can be done with imports of before, instead of a new one. */
    private static final class Past {
        @Option(names = "--list", description = "Lists the imports that stand.")
        private boolean list;

        @Option(names = "--undo", paramLabel = "RUN", description = "Takes an import back and restores what it replaced.")
        private @Nullable Long undo;

        @ArgGroup(exclusive = false)
        private @Nullable Rejected rejected;

        @Option(names = "--merges", description = "Lists customers that may be one, with a number each.")
        private boolean merges;

        @Option(names = "--merge", paramLabel = "N", arity = "1..*", description = "Makes one customer of each of these pairs.")
        private List<Long> merge = List.of();

        @Option(names = "--unmerge", paramLabel = "RUN", description = "Makes two of them again.")
        private @Nullable Long unmerge;
    }

    /** Rejected rows, and where to. */
    private static final class Rejected {
        @Option(names = "--rejected", paramLabel = "RUN", required = true, description = "Writes an import's rejected rows with their reasons; mended, the file can be imported.")
        private long run;

        @Option(names = "--out", paramLabel = "FILE.csv", description = "Where to; default: the terminal.")
        private @Nullable Path out;
    }

    ImportCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        requireOneTask();
        var terms = new Terms(source, currency(), replace);
        var as = kind();
        try (var stores = wiring.stores(options, false)) {
            var imports = new Imports(stores.home(), stores.warehouses().own(), wiring.embedder(stores.data()));
            var out = spec.commandLine().getOut();
            var err = spec.commandLine().getErr();
            if (past == null && saveMapping != null) {
                var plan = query == null ? imports.plan(files.getFirst(), mapping, as).getFirst() : imports.plan(query.url, query.sql, mapping, as);
                err.println(ImportText.plan(plan));
                out.println("Wrote " + imports.saveMapping(plan, saveMapping) + "; nothing was imported. Edit it and name it with --mapping " + saveMapping + ".");
                out.flush();
                return 0;
            }
            int code = past != null ? lookBack(past, new ImportHistory(imports, stores.inbox(), out, err))
                    : bringIn(imports, new FileImport(imports, terms, yes ? Terminal.AGREEING : Terminal.ASKING, json, DataQualityReport.words(stores.home()), out, err), as);
            Columns.refresh(stores.warehouses().own());
            return code;
        }
    }

    private int bringIn(Imports imports, FileImport files, @Nullable FileKind as) {
        return query == null ? files.run(this.files, mapping, as) : files.run(imports.plan(query.url, query.sql, mapping, as));
    }

    private int lookBack(Past past, ImportHistory history) {
        if (past.undo != null) {
            history.takeBack(past.undo);
        } else if (past.rejected != null) {
            history.writeRejected(past.rejected.run, past.rejected.out);
        } else if (past.merges) {
            history.listProposals(json);
        } else if (!past.merge.isEmpty()) {
            history.merge(past.merge);
        } else if (past.unmerge != null) {
            history.unmerge(past.unmerge);
        } else {
            history.list();
        }
        return 0;
    }

    private void requireOneTask() {
        long tasks = Stream.of(!files.isEmpty(), query != null, past != null).filter(given -> given).count();
        if (tasks != 1) {
            throw new UserError(UserError.Category.BAD_INPUT, tasks == 0 ? "Nothing to import was named." : "Files, --jdbc and --list, --undo, --rejected or --merges do not go together.",
                    "Write import FILE…, import --jdbc URL --query SQL, import --list, import --undo RUN, import --rejected RUN or import --merges.");
        }
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
