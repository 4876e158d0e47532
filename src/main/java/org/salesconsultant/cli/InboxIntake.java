package org.salesconsultant.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.imports.ImportOutcome;
import org.salesconsultant.warehouse.imports.Imports;
import org.salesconsultant.warehouse.imports.Terms;
import org.salesconsultant.warehouse.imports.inbox.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files of the inbox as {@code import FILE --yes} would, but for what it would have asked: such a file is refused. */
record InboxIntake(Imports imports, Terms terms, Wording words) implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(InboxIntake.class);

    @Override
    public Taken take(Path file) {
        var text = new StringWriter();
        var writer = new PrintWriter(text, true);
        var files = new FileImport(imports, terms, Terminal.UNATTENDED, false, words, writer, writer);
        try {
            files.run(List.of(file), null, null);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LOG.error("{} broke the import", file.getFileName(), e);
            files.broke(file, e);
        }
        var failed = files.outcomes().stream().filter(outcome -> outcome.error() != null).toList();
        var told = (failed.isEmpty() ? files.outcomes() : failed).stream().map(ImportOutcome::inShort).distinct().collect(Collectors.joining("; "));
        return new Taken(failed.isEmpty() ? Verdict.CAME_IN : files.mayGoWellLater() ? Verdict.LATER : Verdict.REFUSED, told, text.toString().stripTrailing(),
                files.outcomesAsJson());
    }
}
