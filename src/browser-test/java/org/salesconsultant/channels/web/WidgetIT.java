package org.salesconsultant.channels.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.channels.http.RunningServer;

/** The widget in Chromium, on a page of another origin with a strict policy and hostile looks. */
class WidgetIT extends InChromium {
    private RunningServer server;
    private HostPage site;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        site = new HostPage(0);
        server = RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ofMillis(5), 0, site.origin());
        site.with(server, 15);
    }

    @AfterAll
    void close() {
        server.close();
        site.close();
    }

    @Test
    void answersLikeThePageUnderAStrictPolicy() throws Exception {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, REVENUE);
        assertThat(page.locator(".steps")).containsText("Adding them up by month");
        ended(page);

        assertThat(page.locator(".chart canvas")).isVisible();
        page.locator(".chart canvas").hover();
        assertThat(page.locator(".tooltip")).containsText("£");
        page.locator("thead th button").nth(1).click();
        assertThat(page.locator("tbody tr").first()).containsText("292,265.93");
        assertTrue(Files.readString(page.waitForDownload(() -> page.getByText("CSV").click()).path()).startsWith("\uFEFFMonth,Revenue (GBP),Orders"));
        assertTrue(Files.size(page.waitForDownload(() -> page.getByText("PNG").click()).path()) > 5_000);
        button(page, "This is wrong").click();
        page.locator(".reason input").fill("Another year");
        page.keyboard().press("Enter");
        assertThat(page.locator(".reason")).hasText("Thank you, noted.");
        assertAccessible(page, "sales-consultant");
    }

    @Test
    void neitherLooksNorKeysReachTheOther() {
        var page = page(1280, ColorScheme.LIGHT);
        page.keyboard().type("Which products sold most?");
        page.keyboard().press("Enter");
        ended(page);

        assertEquals("17px", style(page.locator(".question"), "font-size"));
        assertEquals("rgb(28, 30, 33)", style(page.locator(".question"), "color"));
        assertEquals("visible", style(page.locator(".question"), "visibility"));
        assertEquals("rgb(255, 255, 255)", style(page.locator(".panel"), "background-color"));
        assertEquals("ltr", style(page.locator(".question"), "direction"));
        assertEquals(440 - 2, page.locator(".app").boundingBox().width);
        assertEquals("none", page.evaluate("getComputedStyle(document.querySelector('sales-consultant')).transform"));
        assertEquals("31px", style(page.locator("h1").first(), "font-size"));
        assertEquals("CRM", page.title(), "what is typed is no shortcut of the site's");
        assertEquals(site.origin() + "/", page.url());
    }

    @Test
    void theTokenStandsInAHeaderAndNowhereElse() {
        var page = blank(1280, ColorScheme.LIGHT);
        List<Request> requests = new ArrayList<>();
        page.onRequest(requests::add);
        opened(page);
        ask(page, REVENUE);
        ended(page);

        var asked = requests.stream().filter(request -> request.url().startsWith(server.url("/api/"))).toList();
        assertTrue(asked.size() >= 3, asked.toString());
        assertTrue(asked.stream().filter(request -> !request.method().equals("OPTIONS")).allMatch(request -> request.headers().getOrDefault("authorization", "").startsWith("Bearer wt_")));
        assertTrue(requests.stream().noneMatch(request -> request.url().contains("wt_")));
        assertEquals(false, page.evaluate("[localStorage, sessionStorage].some(store => JSON.stringify(store).includes('wt_'))"));
        assertEquals(List.of(), page.context().cookies(server.url("/")));
    }

    @Test
    void asksTheSiteForAnotherTokenWhenOneHasEnded() {
        var page = page(1280, ColorScheme.LIGHT);
        int before = site.tokens();
        server.endWidgetSessions();
        ask(page, REVENUE);
        ended(page);

        assertThat(page.locator(".chart canvas")).isVisible();
        assertEquals(before + 1, site.tokens());
        assertEquals(List.of("wt_1", "wt_1"), page.evaluate("""
                async url => {
                  const {tokens} = await import(url);
                  let given = 0;
                  const session = tokens('wt_0', async () => `wt_${++given}`);
                  return Promise.all([session.renew('wt_0'), session.renew('wt_0')]);
                }""", server.url("/js/tokens.js")), "one for all who find out at once");
        errors.removeIf(error -> error.contains("401"));
    }

    @Test
    void keepsTheQuestionWhileTheSiteAsksToSignInAgain() {
        var page = page(1280, ColorScheme.LIGHT);
        server.endWidgetSessions();
        site.signOut(true);
        ask(page, REVENUE);
        assertThat(page.locator(".panel h1")).hasText("Your session has ended");

        site.signOut(false);
        page.getByText("Try again").click();
        assertThat(page.locator("textarea")).hasValue(REVENUE);
        page.locator("textarea").press("Enter");
        ended(page);
        errors.removeIf(error -> error.contains("401"));
    }

    @Test
    void isThereAgainAfterAReload() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Which products sold most?");
        ended(page);
        page.reload();

        assertThat(page.locator(".turn")).hasCount(1);
        press(page, "Escape", true);
        assertThat(page.locator(".panel")).isVisible();
        page.locator("textarea").press("Escape");
        assertThat(page.locator(".panel")).isHidden();
        assertThat(page.locator(".launcher")).isFocused();
    }

    @Test
    void growsAndShowsTheConversationsBeside() {
        var page = page(1280, ColorScheme.LIGHT);
        assertThat(page.locator(".rail")).not().isInViewport();
        button(page, "Larger").click();

        assertThat(page.locator(".rail")).isInViewport();
        assertThat(button(page, "Sign out")).hasCount(0);
    }

    @Test
    void fillsAPhoneInChineseAndDark() throws Exception {
        var page = page(390, ColorScheme.DARK);
        button(page, "Show conversations").click();
        page.getByText("中文").click();
        ask(page, "今年每个月的收入");
        ended(page);

        assertThat(page.locator("tbody tr").first()).containsText("2025年1月");
        assertEquals(390, page.locator(".panel").boundingBox().width);
        assertEquals("rgb(22, 24, 26)", style(page.locator(".panel"), "background-color"));
        assertEquals(false, page.locator(".scroll").evaluate("scroll => scroll.scrollWidth > scroll.clientWidth"));
        assertAccessible(page, "sales-consultant");
    }

    private Page page(int width, ColorScheme scheme) {
        return opened(blank(width, scheme));
    }

    private Page opened(Page page) {
        page.navigate(site.origin());
        page.locator(".launcher").click();
        assertThat(page.locator("textarea")).isFocused();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
