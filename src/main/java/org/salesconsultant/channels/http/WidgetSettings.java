package org.salesconsultant.channels.http;

import com.typesafe.config.Config;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.UserError;

/**
 * The section {@code widget}: whose pages may have the widget on them.
 *
 * @param origins as browsers write them, e.g. {@code https://crm.example.com}
 */
public record WidgetSettings(Set<String> origins) {
    public static final WidgetSettings NOWHERE = new WidgetSettings(Set.of());

    /** @throws UserError when one is no origin */
    public static WidgetSettings of(Config widget) {
        return new WidgetSettings(Arrays.stream(widget.getString("origins").split("[,\\s]+")).filter(origin -> !origin.isEmpty())
                .map(WidgetSettings::origin).collect(Collectors.toUnmodifiableSet()));
    }

    boolean allows(@Nullable String origin) {
        return origin != null && origins.contains(origin);
    }

    private static String origin(String text) {
        var origin = text.replaceFirst("/$", "").toLowerCase(Locale.ROOT);
        if (!origin.matches("https?://[a-z0-9._-]+(:\\d{1,5})?|https?://\\[[0-9a-f:]+](:\\d{1,5})?")) {
            throw new UserError(UserError.Category.BAD_SETUP, "\"" + text + "\" in WIDGET_ORIGINS is no origin of pages.",
                    "Write scheme, host and port alone, several with commas, e.g. https://crm.example.com,http://localhost:3000.");
        }
        return origin;
    }
}
