package org.salesconsultant.channels.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Says by name that the tests in {@code src/browser-test} are skipped where there is no browser; the build leaves them out then. */
class BrowserIT {
    @Test
    void thePageIsTestedInChromium() {
        assumeTrue(Files.exists(Path.of("/usr/bin/chromium")), "the page's tests need /usr/bin/chromium");
    }
}
