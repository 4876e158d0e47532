package org.salesconsultant.channels.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** One Chromium for all tests of a class; no test may leave an error on the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InChromium {
    static final String REVENUE = "Revenue by month this year";

    private static final double PATIENCE_MILLIS = 30_000;

    final List<String> errors = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void openBrowser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync")));
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
        playwright.close();
    }

    @AfterEach
    void leaveNoErrors() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        var found = List.copyOf(errors);
        errors.clear();
        assertEquals(List.of(), found);
    }

    /** An empty page. @param width in pixels */
    Page blank(int width, ColorScheme scheme) {
        var page = context(new Browser.NewContextOptions().setViewportSize(width, 844).setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)).newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    BrowserContext context(Browser.NewContextOptions options) {
        var context = browser.newContext(options.setLocale("en-GB"));
        contexts.add(context);
        return context;
    }

    static void ask(Page page, String question) {
        page.locator("textarea").fill(question);
        page.locator("textarea").press("Enter");
    }

    /** A key that belongs to an input method. @param isComposing false: as Safari says it at the end of a composition */
    static void press(Page page, String key, boolean isComposing) {
        page.locator("textarea").dispatchEvent("keydown", Map.of("key", key, "isComposing", isComposing, "keyCode", 229, "bubbles", true, "composed", true));
    }

    static void ended(Page page) {
        assertThat(page.locator(".turn").last().locator(".actions")).isVisible();
        assertThat(page.locator("[aria-busy]")).hasCount(0);
    }

    static String style(Locator element, String property) {
        return (String) element.evaluate("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);
    }

    /** @param within a selector of what is looked at, shadow roots included */
    static void assertAccessible(Page page, String within) throws IOException {
        try (var axe = Objects.requireNonNull(InChromium.class.getResourceAsStream("/axe.min.js"))) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(List.of(), page.evaluate("""
                async within => (await axe.run({include: [within]}, {resultTypes: ['violations']})).violations
                    .filter(one => ['serious', 'critical'].includes(one.impact))
                    .map(one => `${one.id}: ${one.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | ')}`)""", within));
    }
}
