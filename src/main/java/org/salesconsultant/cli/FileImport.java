package org.salesconsultant.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.imports.ImportOutcome;
import org.salesconsultant.warehouse.imports.ImportPlan;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Imports.Result;
import org.salesconsultant.warehouse.imports.Terms;
import org.salesconsultant.warehouse.imports.fields.FileKind;

/**
 * Files and folders of files into the warehouse: all are looked at first, then each table comes in by itself, members before what
 * names them. One that fails leaves the others in.
 */
final class FileImport {
    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|tsv|txt|tab|xlsx|json|jsonl|ndjson)(\\.gz)?", Pattern.CASE_INSENSITIVE);
    private static final String TO_SET_COLUMNS = " To set the columns yourself, write config/import-mappings/NAME.yaml and name it with --mapping NAME.";

    private final Imports imports;
    private final Terms terms;
    private final Terminal terminal;
    private final boolean json;
    private final Wording words;
    private final PrintWriter out;
    private final PrintWriter err;
    private final List<ImportOutcome> outcomes = new ArrayList<>();
    private boolean mayGoWellLater;

    /** @param words of what can be asked, see {@link org.salesconsultant.tools.DataQualityReport#words} */
    FileImport(Imports imports, Terms terms, Terminal terminal, boolean json, Wording words, PrintWriter out, PrintWriter err) {
        this.imports = imports;
        this.terms = terms;
        this.terminal = terminal;
        this.json = json;
        this.words = words;
        this.out = out;
        this.err = err;
    }

    /** The answer to a query. @return the exit code @throws UserError when it fails */
    int run(ImportPlan plan) {
        err.println(ImportText.plan(plan));
        return take(List.of(plan), true);
    }

    /** @return the exit code @throws UserError where there is but one file, and it fails */
    int run(List<Path> paths, @Nullable String mapping, @Nullable FileKind as) {
        var files = files(paths);
        var plans = new ArrayList<ImportPlan>();
        for (var file : files) {
            attempt(String.valueOf(file), files.size() == 1, () -> plans.addAll(plans(file, mapping, as)));
        }
        return take(plans, files.size() == 1 && plans.size() == 1);
    }

    /** So far, in the order in which they came about. */
    List<ImportOutcome> outcomes() {
        return outcomes;
    }

    /** Whether something failed that may go well another time: no fault of a file. */
    boolean mayGoWellLater() {
        return mayGoWellLater;
    }

    String outcomesAsJson() {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(outcomes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ImportPlan> plans(Path file, @Nullable String mapping, @Nullable FileKind as) {
        var plans = imports.plan(file, mapping, as);
        plans.forEach(plan -> err.println(ImportText.plan(plan)));
        if (terminal == Terminal.UNATTENDED) {
            plans.forEach(imports::requireSettled);
        }
        return plans;
    }

    private int take(List<ImportPlan> plans, boolean single) {
        if (!plans.isEmpty() && !terminal.agrees("Import with these columns?")) {
            err.println("Nothing was imported." + TO_SET_COLUMNS);
            return 0;
        }
        ImportPlan.inOrder(plans).forEach(plan -> attempt(plan.file().name(), single, () -> take(plan)));
        return summary();
    }

    /** A failure is told and kept; the only one there is goes on. */
    private void attempt(String name, boolean only, Runnable work) {
        try {
            work.run();
        } catch (UserError e) {
            if (only && !json && terminal != Terminal.UNATTENDED) {
                throw e;
            }
            mayGoWellLater |= e.category() == UserError.Category.UNAVAILABLE || e.category() == UserError.Category.BAD_SETUP;
            failed(name, e.message() + " " + e.hint());
        }
    }

    /** Something that should not happen did, and not by a person's fault. */
    void broke(Path file, Throwable error) {
        failed(String.valueOf(file.getFileName()), "The import broke off: " + String.valueOf(error.getMessage()).lines().findFirst().orElse("") + " (" + error.getClass().getSimpleName()
                + "). Report it with this line; the file itself may be in order.");
    }

    private void failed(String name, String error) {
        err.println(error.contains(name) ? error : name + ": " + error);
        outcomes.add(ImportOutcome.failed(name, error));
    }

    private void take(ImportPlan plan) {
        var result = result(plan);
        outcomes.add(ImportOutcome.of(plan.file().name(), result));
        if (!json) {
            out.println(switch (result) {
                case Result.Imported imported -> ImportText.report(imported.run(), imported.report(), terms.currency(), words);
                case Result.KnownAlready known -> ImportText.knownAlready(plan, known);
            });
        }
        out.flush();
    }

    private Result result(ImportPlan plan) {
        try (var bar = terminal.bar(plan.file().bytes())) {
            return imports.run(plan, terms, new Imports.Watcher() {
                @Override
                public void read(long bytes) {
                    if (bar != null) {
                        bar.stepTo(bytes);
                    }
                }

                @Override
                public void waiting() {
                    err.println("Waiting for another import to end …");
                    err.flush();
                }
            });
        }
    }

    private int summary() {
        if (json) {
            out.println(outcomesAsJson());
        } else if (outcomes.size() > 1) {
            int width = outcomes.stream().mapToInt(outcome -> outcome.file().length()).max().orElse(0);
            outcomes.forEach(outcome -> out.println(outcome.file() + " ".repeat(width - outcome.file().length()) + "  " + (outcome.error() == null ? outcome.inShort() : "failed")));
        }
        return outcomes.stream().anyMatch(outcome -> outcome.error() != null) ? 1 : 0;
    }

    private static List<Path> files(List<Path> paths) {
        var files = new ArrayList<Path>();
        for (var path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (var inside = Files.list(path)) {
                var tables = inside.filter(file -> Files.isRegularFile(file) && TABLE.matcher(file.getFileName().toString()).matches()).sorted().toList();
                if (tables.isEmpty()) {
                    throw new UserError(UserError.Category.BAD_FILE, path + " is a folder without tables.", "Name the files, or put .csv, .xlsx or .jsonl files there.");
                }
                files.addAll(tables);
            } catch (IOException e) {
                throw new UserError(UserError.Category.BAD_FILE, "Cannot read the folder " + path + ": " + e.getMessage() + ".", "Check that this user may read it.");
            }
        }
        return files;
    }
}
