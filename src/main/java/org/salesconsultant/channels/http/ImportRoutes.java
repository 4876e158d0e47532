package org.salesconsultant.channels.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.channels.JsonBody;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.warehouse.imports.ImportOutcome;
import org.salesconsultant.warehouse.imports.ImportPlan;
import org.salesconsultant.warehouse.imports.ImportReport;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Terms;
import org.salesconsultant.warehouse.imports.fields.Field;
import org.salesconsultant.warehouse.imports.fields.FileKind;
import org.salesconsultant.warehouse.imports.recognition.Recognition.Recognised;

/**
 * Files sent in by administrators and managers: looked at first, imported once their sender says yes, each table all or nothing;
 * and taken back.
 */
final class ImportRoutes {
    private final Importing importing;
    private final Uploads uploads;
    private final Doorkeeper doorkeeper;

    ImportRoutes(Importing importing, Uploads uploads, Doorkeeper doorkeeper) {
        this.importing = importing;
        this.uploads = uploads;
        this.doorkeeper = doorkeeper;
    }

    /** How a file would be taken in. */
    private record Look(String id, List<Table> tables) {}

    /**
     * @param questions what only a person can say
     * @param currency that the amounts seem to be in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Table(String file, FileKind kind, String label, String formats, List<Column> columns, List<String> attributes, List<String> notRead,
                         List<String> doubts, List<String> questions, @Nullable String currency) {
        static Table of(ImportPlan plan) {
            var recognition = plan.recognition();
            return new Table(plan.file().name(), plan.kind(), plan.kind().label(), plan.formats(), recognition.recognised().stream().map(Column::of).toList(),
                    recognition.columns().attributes().stream().map(attribute -> attribute.name()).toList(), recognition.ignored(), recognition.doubts(),
                    recognition.open(), recognition.currency().map(Currency::getCurrencyCode).orElse(null));
        }
    }

    private record Column(String header, Field field, String label, List<String> examples) {
        static Column of(Recognised column) {
            return new Column(column.header(), column.field(), column.field().label(), column.examples());
        }
    }

    /** @param replace whether orders are taken though they have fewer lines than the copies that stand @param language of what can be asked */
    private record Yes(@Nullable String currency, @Nullable Boolean replace, @Nullable String language) {
        Terms terms(@Nullable Currency otherwise) {
            return new Terms(null, currency == null || currency.isBlank() ? otherwise : currency(currency), Boolean.TRUE.equals(replace));
        }

        private static Currency currency(String code) {
            try {
                return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new UserError(UserError.Category.BAD_INPUT, "There is no currency \"" + code + "\".", "Send its ISO code, e.g. GBP.");
            }
        }
    }

    private record Done(List<Told> tables) {}

    /** @param ask what the table lets be asked */
    private record Told(@JsonUnwrapped ImportOutcome outcome, List<String> ask) {}

    private record TakenBack(long run, String file) {}

    void add(RoutesConfig routes) {
        routes.post("/api/imports", this::look);
        routes.post("/api/imports/{id}", this::run);
        routes.delete("/api/imports/{id}", this::discard);
        routes.post("/api/import-runs/{run}/undo", this::takeBack);
    }

    /** Whether a viewer may bring data in. */
    static boolean mayImport(Viewer viewer) {
        return viewer.role() == Role.ADMIN || viewer.role() == Role.MANAGER;
    }

    private void look(Context ctx) {
        var viewer = importer(ctx);
        if (ctx.req().getContentLengthLong() > importing.limits().largest()) {
            throw Uploads.tooLarge(importing.limits().largest());
        }
        var upload = uploads.take(viewer, Objects.requireNonNullElse(ctx.queryParam("name"), ""), ctx.bodyInputStream());
        ctx.json(new Look(upload.id(), upload.plans().stream().map(Table::of).toList()));
    }

    private void run(Context ctx) {
        var viewer = importer(ctx);
        var yes = JsonBody.read(ctx, Yes.class);
        var terms = yes.terms(importing.limits().currency());
        var language = Language.ofCode(Objects.requireNonNullElse(yes.language(), Language.ENGLISH.code()));
        var upload = uploads.claim(viewer, ctx.pathParam("id"));
        try {
            if (EventStream.isWanted(ctx)) {
                var events = new EventStream(ctx);
                events.end(() -> run(upload, terms, language, fraction -> events.send("progress", Map.of("fraction", fraction))));
            } else {
                ctx.json(run(upload, terms, language, fraction -> {}));
            }
        } finally {
            Uploads.remove(upload.folder());
        }
    }

    /** One table that fails leaves the others in. */
    private Done run(Uploads.Upload upload, Terms terms, Language language, DoubleConsumer progress) {
        long bytes = upload.plans().stream().mapToLong(plan -> plan.file().bytes()).sum();
        var done = new ArrayList<Told>();
        long before = 0;
        for (var plan : upload.plans()) {
            done.add(told(run(plan, terms, before, bytes, progress), language));
            before += plan.file().bytes();
        }
        return new Done(done);
    }

    private ImportOutcome run(ImportPlan plan, Terms terms, long before, long bytes, DoubleConsumer progress) {
        try {
            return ImportOutcome.of(plan.file().name(), importing.imports().run(plan, terms, new Imports.Watcher() {
                private int percent;

                @Override
                public void read(long read) {
                    int now = (int) (100 * (before + read) / Math.max(1, bytes));
                    if (now > percent) {
                        percent = now;
                        progress.accept(Math.min(1, now / 100.0));
                    }
                }
            }));
        } catch (UserError e) {
            return ImportOutcome.failed(plan.file().name(), e);
        }
    }

    private Told told(ImportOutcome outcome, Language language) {
        ImportReport report = outcome.report();
        return new Told(outcome, report == null ? List.of()
                : report.grounds().stream().map(ground -> importing.words().say(language, "use_" + ground.check())).distinct().toList());
    }

    private void discard(Context ctx) {
        Uploads.remove(uploads.claim(importer(ctx), ctx.pathParam("id")).folder());
        ctx.status(204);
    }

    private void takeBack(Context ctx) {
        importer(ctx);
        var run = importing.imports().takeBack(ctx.pathParamAsClass("run", Long.class).get(), () -> {});
        ctx.json(new TakenBack(run.run(), run.fileName()));
    }

    private Viewer importer(Context ctx) {
        var viewer = doorkeeper.viewer(ctx);
        if (!mayImport(viewer)) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "Only administrators and managers bring data in.", "Send the file to one of them.");
        }
        return viewer;
    }
}
