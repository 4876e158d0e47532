package org.salesconsultant.channels.export;

import java.time.Instant;
import java.util.Optional;
import org.salesconsultant.access.LinkSignatures;
import org.salesconsultant.sales.Finding;

/**
 * Links from elsewhere to this server: to a finding's chart and table, signed, so that whoever holds one may open it until it ends; to the
 * page, where one signs in. All are empty where nothing says how this server is reached.
 */
public final class Links {
    private final LinkSettings settings;
    private final LinkSignatures signatures;

    public Links(LinkSettings settings, LinkSignatures signatures) {
        this.settings = settings;
        this.signatures = signatures;
    }

    /** Empty where the finding has no chart, too. */
    public Optional<String> chart(Finding finding) {
        return FindingPng.isDrawn(finding) ? signed("/api/findings/" + finding.id() + ".png") : Optional.empty();
    }

    public Optional<String> table(Finding finding) {
        return signed("/api/findings/" + finding.id() + ".csv");
    }

    /** On the page, for whoever asked. */
    public Optional<String> conversation(String conversationId) {
        return settings.publicUrl().map(url -> url + "/#/c/" + conversationId);
    }

    private Optional<String> signed(String path) {
        long until = Instant.now().plus(settings.lifetime()).getEpochSecond();
        return settings.publicUrl().map(url -> url + path + "?until=" + until + "&signature=" + signatures.of(path, until));
    }
}
