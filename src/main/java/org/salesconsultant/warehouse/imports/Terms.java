package org.salesconsultant.warehouse.imports;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of an import beside the file.
 *
 * @param source the system its rows come from: order numbers and other codes are unique within it; null: as the file's
 *     mapping says
 * @param currency of all its amounts; null: as the warehouse has it, or unknown
 * @param replace whether orders are taken though they have fewer lines than the copies that stand
 */
public record Terms(@Nullable String source, @Nullable Currency currency, boolean replace) {
    /** The source of files of which nobody says where they come from. */
    public static final String FILE = "file";
}
