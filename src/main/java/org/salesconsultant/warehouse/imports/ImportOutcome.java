package org.salesconsultant.warehouse.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.warehouse.imports.Imports.Result;

/**
 * What became of one table, as programs are told.
 *
 * @param status {@code imported}, {@code known} or {@code failed}
 * @param run null where it failed
 * @param report null unless it was imported
 * @param error null unless it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportOutcome(String file, String status, @Nullable Long run, @Nullable ImportReport report, @Nullable String error) {
    public static ImportOutcome of(String file, Result result) {
        return switch (result) {
            case Result.Imported imported -> new ImportOutcome(file, "imported", imported.run(), imported.report(), null);
            case Result.KnownAlready known -> new ImportOutcome(file, "known", known.run(), null, null);
        };
    }

    public static ImportOutcome failed(String file, String error) {
        return new ImportOutcome(file, "failed", null, null, error);
    }

    public static ImportOutcome failed(String file, UserError error) {
        return failed(file, error.message() + " " + error.hint());
    }

    /** In one line. */
    public String inShort() {
        if (error != null) {
            return error;
        }
        if (report == null) {
            return "imported already";
        }
        return String.format(Locale.ROOT, "imported as %s, run %d: %,d rows kept, %,d rejected", report.kind().label(), run, report.rows().kept(),
                report.rows().rejected());
    }
}
