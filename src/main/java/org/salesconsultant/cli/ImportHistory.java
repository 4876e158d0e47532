package org.salesconsultant.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Proposal;
import org.salesconsultant.warehouse.imports.RunRecord;
import org.salesconsultant.warehouse.imports.inbox.InboxFolder;

/** The imports that stand: lists them, takes one back, writes out what one rejected. */
final class ImportHistory {
    private static final List<String> TITLES = List.of("run", "when", "file", "kind", "source", "kept", "rejected", "held back");
    private static final int FIRST_FIGURE = 5;

    private final Imports imports;
    private final Optional<InboxFolder> inbox;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param inbox whose refused files are listed too */
    ImportHistory(Imports imports, Optional<InboxFolder> inbox, PrintWriter out, PrintWriter err) {
        this.imports = imports;
        this.inbox = inbox;
        this.out = out;
        this.err = err;
    }

    void list() {
        var runs = imports.runs();
        if (runs.isEmpty()) {
            err.println("Nothing has been imported yet. Begin with: import FILE");
        } else {
            list(runs);
        }
        for (var file : inbox.map(InboxFolder::refused).orElse(List.of())) {
            out.println("Refused in the inbox: " + file + ", see " + file.getFileName() + InboxFolder.TEXT);
        }
        out.flush();
    }

    private void list(List<RunRecord> runs) {
        var rows = runs.stream().map(ImportHistory::cells).toList();
        var widths = IntStream.range(0, TITLES.size()).map(i -> Math.max(TITLES.get(i).length(),
                rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))).toArray();
        out.println(aligned(TITLES, widths));
        rows.forEach(row -> out.println(aligned(row, widths)));
    }

    private static List<String> cells(RunRecord run) {
        return List.of(String.valueOf(run.run()), ImportText.MOMENT.format(run.finishedAt().atZone(ZoneId.systemDefault())),
                run.fileName(), run.kind().label() + (run.mends() == null ? "" : ", of run " + run.mends()), run.source(), count(run.kept()),
                count(run.rejected() - run.heldBack()), count(run.heldBack()));
    }

    private static String count(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    private static String aligned(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? "" : "  ").append(i == 0 || i >= FIRST_FIGURE ? space + cells.get(i) : cells.get(i) + space);
        }
        return line.toString().stripTrailing();
    }

    void takeBack(long run) {
        var taken = imports.takeBack(run, () -> err.println("Waiting for another import to end …"));
        out.println("Import " + run + " (" + taken.fileName() + ", " + taken.kind().label() + ", " + count(taken.kept())
                + " rows) was taken back. What it had replaced stands again; the file can be imported again.");
    }

    void listProposals(boolean json) {
        var proposals = imports.proposals();
        if (json) {
            try {
                out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(proposals));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        } else if (proposals.isEmpty()) {
            err.println("No two customers have names that are nearly the same.");
        } else {
            proposals.forEach(proposal -> out.println(String.format(Locale.ROOT, "%4d  %.2f  %s  and  %s", proposal.number(), proposal.score(), said(proposal.one()), said(proposal.other()))));
            err.println("To make one of a pair: import --merge NUMBER. It can be taken back.");
        }
        out.flush();
    }

    private static String said(Proposal.Member member) {
        return "\"" + (member.name() == null ? member.code() : member.name()) + "\" (" + member.code() + ", " + count(member.orders()) + (member.orders() == 1 ? " order" : " orders")
                + (member.rep() == null ? "" : ", of " + member.rep()) + ")";
    }

    void merge(List<Long> numbers) {
        imports.merge(numbers, () -> err.println("Waiting for another import to end …")).forEach(run -> out.println("M" + run.fileName().substring(1)
                + ". To make two of them again: import --unmerge " + run.run()));
        out.flush();
    }

    void unmerge(long run) {
        var taken = imports.unmerge(run, () -> err.println("Waiting for another import to end …"));
        out.println("The " + taken.fileName() + " was taken back.");
        out.flush();
    }

    /** @param file null: standard output */
    void writeRejected(long run, @Nullable Path file) {
        long rows;
        try {
            if (file == null) {
                rows = imports.writeRejected(run, out);
                out.flush();
            } else {
                try (var writer = Files.newBufferedWriter(file)) {
                    rows = imports.writeRejected(run, writer);
                }
            }
        } catch (IOException e) {
            throw new UserError(UserError.Category.BAD_INPUT, "Cannot write " + file + ": " + e.getMessage() + ".", "Choose another file with --out.");
        }
        err.println(rows == 0 ? "Import " + run + " has no rejected rows that are still out."
                : count(rows) + (rows == 1 ? " row" : " rows") + " of import " + run + ". Mend them and import the file: each joins the order it belongs to.");
    }
}
