package org.salesconsultant.channels.helpdesk;

import com.typesafe.config.Config;
import java.time.Duration;
import org.salesconsultant.access.IdentityCodes;

/**
 * The section {@code verification}: how customers prove by mail who they are.
 *
 * @param lasts until the same conversation has to prove it again
 */
public record VerificationSettings(IdentityCodes.Rules codes, Duration lasts) {
    public static VerificationSettings of(Config verification) {
        return new VerificationSettings(new IdentityCodes.Rules(verification.getDuration("code-lifetime"), verification.getInt("tries"), verification.getInt("codes-per-hour")),
                verification.getDuration("lasts"));
    }
}
