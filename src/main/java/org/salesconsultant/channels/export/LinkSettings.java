package org.salesconsultant.channels.export;

import com.typesafe.config.Config;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code links}.
 *
 * @param publicUrl where people reach this server, without a slash at its end; empty: no links are given
 * @param lifetime of a link that opens without signing in
 */
public record LinkSettings(Optional<String> publicUrl, Duration lifetime) {
    /** @throws UserError when the address is none of the web */
    public static LinkSettings of(Config links) {
        var url = links.hasPath("public-url") ? links.getString("public-url").strip().replaceFirst("/+$", "") : "";
        if (!url.isEmpty() && !isAddress(url)) {
            throw new UserError(UserError.Category.BAD_SETUP, "PUBLIC_URL is no address of this server.", "Set it to where people open the page, e.g. https://assistant.example.com");
        }
        return new LinkSettings(Optional.of(url).filter(given -> !given.isEmpty()), links.getDuration("lifetime"));
    }

    private static boolean isAddress(String url) {
        try {
            var address = URI.create(url);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme())) && address.getHost() != null
                    && address.getQuery() == null && address.getFragment() == null;
        } catch (IllegalArgumentException notEvenThat) {
            return false;
        }
    }
}
