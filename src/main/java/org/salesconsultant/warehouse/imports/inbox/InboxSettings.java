package org.salesconsultant.warehouse.imports.inbox;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code import}: which folder is watched, and on what terms its files come in.
 *
 * @param folder within the data directory unless it is absolute; empty: none is watched
 * @param quiet how long a file must have been left alone before it is taken
 * @param currency of all amounts; null: unknown, or as the warehouse has it
 */
public record InboxSettings(String folder, Duration quiet, @Nullable Currency currency) {
    public InboxSettings {
        if (quiet.isNegative()) {
            throw new UserError(UserError.Category.BAD_SETUP, "import.quiet in the settings is below 0.", "Set it to a few seconds, e.g. 5s.");
        }
    }

    /** @throws UserError when a value makes no sense */
    public static InboxSettings of(Config section) {
        var currency = section.getString("currency").strip().toUpperCase(Locale.ROOT);
        return new InboxSettings(section.getString("inbox").strip(), section.getDuration("quiet"), currency.isEmpty() ? null : currency(currency));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new UserError(UserError.Category.BAD_SETUP, "import.currency in the settings is \"" + code + "\", which is no currency.", "Write its ISO code, e.g. GBP.");
        }
    }

    /** The folder, whether it is there or not. @param data the data directory */
    public Optional<InboxFolder> in(Path data) {
        return folder.isEmpty() ? Optional.empty() : Optional.of(new InboxFolder(data.resolve(folder)));
    }
}
