package org.salesconsultant.channels.people;

import com.typesafe.config.Config;
import java.util.Optional;
import org.salesconsultant.sales.Role;

/**
 * The section {@code people}.
 *
 * @param unknown what somebody is of whom {@code config/people.yaml} says nothing; empty: nobody
 */
public record PeopleSettings(Optional<Role> unknown) {
    private static final String NONE = "none";

    /** @throws org.salesconsultant.sales.UserError when there is no such role */
    public static PeopleSettings of(Config people) {
        var role = people.getString("default-role").strip();
        return new PeopleSettings(role.isEmpty() || role.equals(NONE) ? Optional.empty() : Optional.of(Role.of(role)));
    }
}
