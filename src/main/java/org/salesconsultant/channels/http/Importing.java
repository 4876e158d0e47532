package org.salesconsultant.channels.http;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.settings.Wording;
import org.salesconsultant.warehouse.imports.Imports;

/**
 * What files that people send in are imported with.
 *
 * @param words of what can be asked, see {@link org.salesconsultant.tools.DataQualityReport#words}
 * @param folder where they wait; empty at start and end
 */
public record Importing(Imports imports, Wording words, Path folder, Limits limits) {
    /**
     * The section {@code import}, as far as it is about files sent in.
     *
     * @param largest in bytes
     * @param currency of all amounts where the sender says nothing else; null: unknown, or as the warehouse has it
     */
    public record Limits(long largest, @Nullable Currency currency) {
        public static Limits of(Config section, @Nullable Currency currency) {
            return new Limits(section.getBytes("largest-upload"), currency);
        }
    }
}
