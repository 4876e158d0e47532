package org.salesconsultant.sales;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a viewer is; decides the tools they may use. */
public enum Role {
    ADMIN, MANAGER, REP, SERVICE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws UserError when there is no such role */
    public static Role of(String word) {
        for (var role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new UserError(UserError.Category.BAD_INPUT, "Unknown role \"" + word + "\".",
                "Roles: admin, manager, rep, service.");
    }
}
