package org.salesconsultant.channels;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import org.salesconsultant.access.Keys;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;

/** Whose API key a request is signed with. */
public final class KeyHolders {
    private static final String BEARER = "bearer ";

    private final Keys keys;

    public KeyHolders(Keys keys) {
        this.keys = keys;
    }

    /** What stands after "Bearer"; blank where nothing does. */
    public static String bearer(Context ctx) {
        var authorization = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        return authorization.toLowerCase(Locale.ROOT).startsWith(BEARER) ? authorization.substring(BEARER.length()).strip() : "";
    }

    /** @throws UserError NOT_SIGNED_IN when nobody has this key */
    public Viewer holder(String key) {
        return keys.viewer(key).orElseThrow(() -> new UserError(UserError.Category.NOT_SIGNED_IN, "This key is not known here.",
                "Send it as \"Authorization: Bearer KEY\"; make one with: keys add NAME --role manager"));
    }

    /**
     * The name of the service key that a request is signed with; a token or a cookie that it led to is none.
     *
     * @throws UserError NOT_SIGNED_IN when there is no key, NOT_ALLOWED when it is another role's
     */
    public String serviceKey(Context ctx) {
        var holder = holder(bearer(ctx));
        if (holder.role() != Role.SERVICE) {
            throw new UserError(UserError.Category.NOT_ALLOWED, "This needs a service key.", "Make one for the backend that asks: keys add NAME --role service");
        }
        return holder.name();
    }
}
