package org.salesconsultant.channels.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.channels.http.RunningServer;

/** The page in Chromium, over the real server. */
class PageIT extends InChromium {
    private RunningServer server;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        server = RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ofMillis(5), 0);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void showsWhoseDataItIsAndWhatCanBeAsked() {
        var page = page(1280, ColorScheme.LIGHT);

        assertThat(page.locator("h1")).containsText("Harbour & Vale");
        assertThat(page.locator(".loaded")).hasText("149,872 order lines, 2 Jan 2023 – 31 Dec 2025");
        assertThat(page.locator(".examples button")).hasCount(6);
        assertThat(page.locator(".badge")).isHidden();
    }

    @Test
    void answersAnExampleByAClick() {
        var page = page(1280, ColorScheme.LIGHT);
        page.locator(".examples button").first().click();

        assertThat(page.locator(".question")).containsText(REVENUE);
        assertThat(page.locator(".steps")).containsText("Adding them up by month");
        ended(page);
        assertThat(page.locator(".point")).containsText("million.");
        assertThat(page.locator(".chart canvas")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(10);
        assertThat(page.locator("tbody tr").first()).containsText("Jan 2024");
        assertThat(page.locator("thead th").nth(1)).containsText("Revenue");
        assertEquals("right", style(page.locator("tbody td.figure").first(), "text-align"));
        assertTrue(style(page.locator("tbody td.figure").first(), "font-variant-numeric").contains("tabular-nums"));
        page.getByText("Show all 24 rows").click();
        assertThat(page.locator("tbody tr")).hasCount(24);
        page.getByText("How this was made").click();
        assertThat(page.locator(".provenance dl")).containsText("149,872 (SQLite)");
        assertThat(page.locator(".sql pre")).containsText("GROUP BY c.month");
    }

    /** Each look at the page is taken within the browser, at every change, so that a busy machine misses none. */
    @Test
    void streamsTheTextWithoutMovingWhatIsRead(@TempDir Path folder) throws Exception {
        try (var unhurried = RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ofMillis(100), 0);
             var page = page(1280, ColorScheme.LIGHT, unhurried)) {
            streamsWithoutMoving(page);
        }
    }

    @SuppressWarnings("unchecked")
    private static void streamsWithoutMoving(Page page) {
        page.evaluate("""
                window.looks = [];
                new MutationObserver(() => {
                  const text = document.querySelector('.text');
                  text?.textContent && window.looks.push([text.textContent.length, document.querySelectorAll('table').length,
                    Math.round(text.getBoundingClientRect().top)]);
                }).observe(document.body, {subtree: true, childList: true, characterData: true});""");
        ask(page, REVENUE);
        ended(page);

        var looks = (List<List<Integer>>) page.evaluate("window.looks");
        int whole = looks.getLast().getFirst();
        assertTrue(looks.stream().filter(look -> look.getFirst() < whole).count() > 1, "the text comes in pieces: " + looks);
        assertTrue(looks.stream().allMatch(look -> look.getFirst() == whole || look.get(1) == 0), "the table waits for the text: " + looks);
        assertEquals(1, looks.stream().map(List::getLast).distinct().count(), "nothing moves: " + looks);
    }

    @Test
    void sortsByAColumnAndBack() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Which products sold most?");
        ended(page);
        var product = page.locator("thead th button").first();

        product.click();
        assertThat(page.locator("thead th").first()).hasAttribute("aria-sort", "ascending");
        assertThat(page.locator("tbody tr").first()).containsText("Brass Desk Lamp");
        product.click();
        assertThat(page.locator("tbody tr").first()).containsText("Wool Seat Pad");
        product.click();
        assertThat(page.locator("tbody tr").first()).containsText("Oak Desk");
    }

    @Test
    void sortsAmongAllRowsWhereNotAllAreShown() {
        var page = page(1280, ColorScheme.LIGHT);
        page.evaluate("""
                async () => {
                  const {table} = await import('/js/table.js');
                  const columns = [{name: 'Customer', type: 'text'}, {name: 'Orders', type: 'integer'}];
                  const rows = Array.from({length: 700}, (_, row) => [`Customer ${row}`, 700 - row]);
                  document.querySelector('.column').replaceChildren(table({title: 'Orders by customer', columns, rows}));
                }""");
        var orders = page.locator("thead th button").last();
        orders.click();
        orders.click();

        assertThat(page.locator("tbody tr").first()).hasText("Customer 6991");
        page.locator(".fold").click();
        assertThat(page.locator("tbody tr")).hasCount(500);
    }

    @Test
    void goesOnWithASuggestionAndIsStillThereAfterAReload() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "What was total revenue?");
        ended(page);
        assertThat(page.locator(".figure-value")).containsText("£");
        page.locator(".chip", new Page.LocatorOptions().setHasText(REVENUE)).click();
        assertThat(page.locator(".turn")).hasCount(2);
        ended(page);

        page.reload();
        assertThat(page.locator(".turn")).hasCount(2);
        assertThat(page.locator(".rail a[aria-current]")).hasText("What was total revenue?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New question")).first().click();
        assertThat(page.locator(".turn")).hasCount(0);
        page.locator(".rail li a").first().click();
        assertThat(page.locator(".turn")).hasCount(2);
        page.goBack();
        assertThat(page.locator(".turn")).hasCount(0);
    }

    @Test
    void worksByKeyboardAlone() {
        var page = page(1280, ColorScheme.LIGHT);
        var keys = page.keyboard();
        keys.type("Which products");
        keys.press("Shift+Enter");
        keys.press("Backspace");
        keys.type(" sold most?");
        keys.press("Enter");
        ended(page);
        assertThat(page.locator("tbody tr").first()).containsText("Oak Desk");

        keys.press("ArrowUp");
        assertThat(page.locator("textarea")).hasValue("Which products sold most?");
        keys.press("ArrowDown");
        assertThat(page.locator("textarea")).hasValue("");
        for (int tabs = 0; tabs < 40 && !page.evaluate("document.activeElement.tagName").equals("SUMMARY"); tabs++) {
            keys.press("Shift+Tab");
        }
        keys.press("Enter");
        assertThat(page.locator(".provenance dl")).isVisible();
        assertEquals("2px", style(page.locator(".provenance summary"), "outline-width"), "what has the focus shows it");
    }

    /** Where Enter takes what the input method proposes. */
    @Test
    void asksNothingWhileChineseIsBeingComposed() {
        var page = page(1280, ColorScheme.LIGHT);
        page.locator("textarea").fill("收入");
        press(page, "Enter", true);
        press(page, "Enter", false);

        assertThat(page.locator("textarea")).hasValue("收入");
        assertThat(page.locator(".turn")).hasCount(0);
    }

    @Test
    void stopsWithEscape(@TempDir Path folder) throws Exception {
        try (var slow = RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ofMillis(200), 0);
             var page = page(1280, ColorScheme.LIGHT, slow)) {
            ask(page, REVENUE);
            assertThat(page.locator(".steps")).containsText("Reading 149,872 order lines");
            page.keyboard().press("Escape");

            assertThat(page.getByText("You stopped this answer")).isVisible();
            assertThat(page.locator("table")).hasCount(0);
            page.getByText("Ask again").click();
            assertThat(page.locator(".turn").last().locator(".steps")).containsText("Reading 149,872 order lines");
        }
    }

    @Test
    void theLanguageChangesWhileAnAnswerComesAndNothingIsLost(@TempDir Path folder) throws Exception {
        try (var slow = RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ofMillis(200), 0);
             var page = page(1280, ColorScheme.LIGHT, slow)) {
            ask(page, REVENUE);
            page.locator("textarea").fill("and by week?");
            page.getByText("中文").click();

            assertThat(page.getByText("中文")).isFocused();
            assertThat(page.locator("textarea")).hasValue("and by week?");
            button(page, "停止（Esc）").click();
            assertThat(page.getByText("您已停止显示")).isVisible();
            page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator(".turn")).hasCount(1);
        }
    }

    @Test
    void takesARatingWithItsReason() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Which products sold most?");
        ended(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("This is wrong")).click();
        page.locator(".reason input").fill("Desks are missing");
        page.keyboard().press("Enter");

        assertThat(page.locator(".reason")).hasText("Thank you, noted.");
        page.getByText("中文").click();
        assertThat(button(page, "有误")).hasAttribute("aria-pressed", "true");
        page.getByText("EN", new Page.GetByTextOptions().setExact(true)).click();
        page.reload();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("This is wrong"))).hasAttribute("aria-pressed", "true");
    }

    @Test
    void aSecondRatingTakesThePlaceOfTheFirst() {
        var page = page(390, ColorScheme.DARK);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show conversations")).click();
        page.getByText("中文").click();
        ask(page, "今年每个月的收入");
        ended(page);
        var right = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("正确").setExact(true));
        var wrong = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("有误").setExact(true));
        wrong.click();
        assertThat(page.getByLabel("哪里不对？（可不填）")).isFocused();
        right.click();

        assertThat(page.locator(".reason form")).hasCount(0);
        page.reload();
        assertThat(right).hasAttribute("aria-pressed", "true");
        assertThat(wrong).hasAttribute("aria-pressed", "false");
    }

    @Test
    void savesTableAndChart() throws Exception {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, REVENUE);
        ended(page);

        var csv = page.waitForDownload(() -> page.getByText("CSV").click());
        assertTrue(Files.readString(csv.path()).startsWith("\uFEFFMonth,Revenue (GBP),Orders"), "Excel's mark, then the header");
        var png = page.waitForDownload(() -> page.getByText("PNG").click());
        assertTrue(Files.size(png.path()) > 5_000);
    }

    @Test
    void saysWhatCannotBeLoaded() {
        var page = page(1280, ColorScheme.LIGHT);
        page.route(Pattern.compile("echarts|findings"), Route::abort);
        ask(page, REVENUE);
        ended(page);

        assertThat(page.locator(".chart")).hasText("The chart could not be loaded; the table has its figures.");
        page.getByText("PNG").click();
        assertThat(page.locator(".reason")).hasText("The chart could not be loaded; the table has its figures.");
        page.getByText("CSV").click();
        assertThat(page.locator(".reason")).hasText("The server cannot be reached");
        errors.removeIf(error -> error.contains("ERR_FAILED"));
    }

    /** As on http://sales-box:8080: no https, so no clipboard. */
    @Test
    void copiesWithoutAClipboardToo() {
        var page = blank(1280, ColorScheme.LIGHT);
        page.addInitScript("Object.defineProperty(Navigator.prototype, 'clipboard', {get: () => undefined})");
        page.navigate(server.link());
        ask(page, "Which products sold most?");
        ended(page);
        page.getByText("Copy", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("Copied").first()).isVisible();
        page.locator("textarea").press("Control+V");

        assertThat(page.locator("textarea")).hasValue(Pattern.compile("^Oak Desk 140 cm sold most.*Linen Task Chair\t301376.21", Pattern.DOTALL));
    }

    @Test
    void aLinkLeadsToItsAnswer() {
        var page = page(1280, ColorScheme.LIGHT);
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        ask(page, REVENUE);
        ended(page);
        ask(page, "Which products sold most?");
        ended(page);
        button(page, "Copy a link to this answer").first().click();
        var link = (String) page.evaluate("navigator.clipboard.readText()");

        page.navigate("about:blank");
        page.navigate(link);
        assertThat(page.locator(".turn")).hasCount(2);
        assertThat(page.locator(".turn.linked .question")).containsText(REVENUE);
        assertThat(page.locator(".turn.linked .question")).isInViewport();
    }

    @Test
    void backAndForwardLeadThroughWhatWasOpen() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, REVENUE);
        ended(page);
        button(page, "New question").first().click();
        ask(page, "Which products sold most?");
        ended(page);
        var question = page.locator(".question");
        page.locator(".rail li a").nth(1).click();
        assertThat(question).containsText(REVENUE);

        page.goBack();
        assertThat(question).containsText("Which products sold most?");
        page.goBack();
        assertThat(question).containsText(REVENUE);
        page.goForward();
        assertThat(question).containsText("Which products sold most?");
    }

    @Test
    void aConversationThatDoesNotOpenSaysWhy() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, REVENUE);
        ended(page);
        page.navigate(server.url("/#/c/c_somebodyelses/m_1"));
        assertThat(page.locator(".notice")).hasText("This conversation is not there, or it is somebody else’s: nobody sees another’s.");

        page.route("**/api/conversations/*", Route::abort);
        page.locator(".rail li a").first().click();
        assertThat(page.locator(".notice")).containsText("The server cannot be reached");
        page.unroute("**/api/conversations/*");
        page.getByText("Try again").click();
        assertThat(page.locator(".question")).containsText(REVENUE);
        errors.removeIf(error -> error.contains("404") || error.contains("ERR_FAILED"));
    }

    @Test
    void aLongQuestionLeavesItsAnswerInSight() throws Exception {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "And what about everything else? ".repeat(240));
        ended(page);

        assertThat(page.locator(".text")).isInViewport();
        assertAccessible(page, "body");
    }

    @Test
    void asksAgainByAClick() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Which products sold most?");
        ended(page);
        button(page, "Ask again").click();

        assertThat(page.locator(".turn")).hasCount(2);
        ended(page);
        assertThat(page.locator(".question").last()).containsText("Which products sold most?");
    }

    @Test
    void findsAConversationByWordsOfItsAnswers() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Forecast revenue for the next 3 months");
        ended(page);
        ask(page, "Which products sold most?");
        ended(page);
        button(page, "New question").first().click();
        var search = page.getByLabel("Search questions and answers");
        search.fill("LINEN chair");

        assertThat(page.locator(".rail li a").first()).containsText("Forecast revenue for the next 3 months");
        assertThat(page.locator(".rail li a span").first()).hasText("Which products sold most?");
        page.locator(".rail li a").first().click();
        assertThat(page.locator(".turn.linked .question")).containsText("Which products sold most?");
        search.fill("no such words");
        assertThat(page.locator(".rail-list")).hasText("No conversation has these words.");
        ask(page, REVENUE);
        search.focus();
        ended(page);
        assertThat(search).isFocused();
        assertThat(search).hasValue("no such words");
    }

    @Test
    void chartsAreReadUnderThePointerAndByKeys() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Forecast revenue for the next 3 months");
        ended(page);
        var chart = page.locator(".chart-canvas");
        assertThat(chart.locator("canvas")).isVisible();
        var box = chart.boundingBox();
        page.mouse().move(box.x + 70, box.y + 120);
        assertThat(page.locator(".tooltip")).containsText("Sep 2025");
        assertThat(page.locator(".tooltip")).containsText("£292,265.93");

        chart.focus();
        page.keyboard().press("ArrowLeft");
        assertThat(chart).hasAttribute("aria-valuetext", "Feb 2026: Forecast £194,226.88, likely range £176,746.46 – £211,707.30");
        assertThat(page.locator(".tooltip")).containsText("£194,226.88");
        page.keyboard().press("Home");
        assertThat(page.locator(".tooltip")).containsText("Sep 2025");
        page.keyboard().press("Tab");
        assertThat(page.locator(".tooltip")).isHidden();
    }

    @Test
    void aChartByWeekNamesSeveralOfThemOnAPhone() {
        var page = page(390, ColorScheme.LIGHT);
        var labels = page.evaluate("""
                async () => {
                  const {chart} = await import('/js/chart.js');
                  const rows = Array.from({length: 22}, (_, week) => [new Date(Date.UTC(2025, 8, 15 + 7 * week)).toISOString().slice(0, 10), week]);
                  const columns = [{name: 'Week of', type: 'date'}, {name: 'Orders', type: 'integer'}];
                  const drawn = chart({title: 'Orders by week', columns, rows, chart: {kind: 'line', x: 'Week of', series: ['Orders']}});
                  document.querySelector('.column').replaceChildren(drawn);
                  await drawn.png();
                  return drawn.drawn.getOption().xAxis[0].data.filter(label => label !== '');
                }""");

        assertEquals(List.of("15 Sep\n2025", "3 Nov", "22 Dec", "9 Feb\n2026"), labels);
    }

    @Test
    void aFileDroppedIsShownThenImportedThenTakenBack(@TempDir Path folder) throws Exception {
        try (var fresh = RunningServer.forPage(folder, RunningServer.Holds.NOTHING, Duration.ZERO, 0);
             var page = page(1280, ColorScheme.LIGHT, fresh)) {
            drop(page, "orders.csv", """
                    Order No,Order Date,SKU,Description,Quantity,Unit Price,Customer
                    A1,2025-03-04,P1,Oak desk,2,10.00,Harbour Inn
                    A2,,P2,Lamp,1,5.50,Cafe Milano
                    A3,2025-03-06,P3,Seat pad,3,4.00,Harbour Inn
                    """);
            assertThat(page.locator(".point")).hasText("orders.csv would be read as order lines.");
            assertThat(page.locator("tbody tr").nth(2)).containsText("product code");
            assertAccessible(page, "body");
            page.getByLabel("Currency of the amounts").fill("eur");
            page.keyboard().press("Enter");

            assertThat(page.locator(".point")).hasText("2 of 3 rows of orders.csv were imported as order lines.");
            assertThat(page.locator("tbody tr").first()).hasText("No date1");
            assertThat(page.locator(".bar")).containsText("2 order lines, 4 Mar 2025 – 6 Mar 2025");
            assertAccessible(page, "body");
            page.getByText("Take it back").click();
            assertThat(page.locator(".point")).hasText("orders.csv was taken back. The data is as it was.");
            assertThat(page.locator(".bar")).not().containsText("order lines");
        }
    }

    @Test
    void aFileThatIsNotUnderstoodSaysWhy() {
        var page = page(1280, ColorScheme.LIGHT);
        drop(page, "weather.csv", "mood,sky\ngood,blue\nbad,grey\n");

        assertThat(page.locator(".refusal.failed")).containsText("weather.csv");
        assertThat(page.getByText("Try again")).isVisible();
        errors.removeIf(error -> error.contains("400"));
    }

    @Test
    void takesSpeechWhereItStaysOnTheDevice() {
        var page = blank(1280, ColorScheme.LIGHT);
        page.addInitScript("""
                window.SpeechRecognition = class extends EventTarget {
                  static available = async ({langs, processLocally}) => processLocally && langs[0] === 'en-US' ? 'available' : 'unavailable';
                  start() {
                    const said = Object.assign(new Event('result'), {results: [[{transcript: this.processLocally && this.lang === 'en-US' ? 'sold most?' : 'sent away'}]]});
                    setTimeout(() => { this.dispatchEvent(said); this.dispatchEvent(new Event('end')); });
                  }
                };""");
        page.navigate(server.link());
        page.locator("textarea").fill("Which products");
        button(page, "Speak your question; it stays on this device").click();

        assertThat(page.locator("textarea")).hasValue("Which products sold most?");
        assertThat(page.locator("textarea")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete window.SpeechRecognition", "window.SpeechRecognition = class { static available = async () => 'downloadable' }"})
    void hearsNothingWhereSpeechWouldLeaveTheDevice(String browser) {
        var page = blank(1280, ColorScheme.LIGHT);
        page.addInitScript(browser);
        page.navigate(server.link());

        assertThat(page.locator("textarea")).isVisible();
        assertThat(button(page, "Speak your question; it stays on this device")).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 390"})
    void everyoneCanUseIt(ColorScheme scheme, int width) throws Exception {
        var page = page(width, scheme);
        assertAccessible(page, "body");
        for (var question : List.of(REVENUE, "Which products sold most?", "Revenue in Atlantis", "Top customers", "What was total revenue?")) {
            ask(page, question);
            ended(page);
        }
        button(page, "This is wrong").last().click();
        page.locator(".provenance summary").first().click();
        assertAccessible(page, "body");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What will the weather be tomorrow? | Not in this data
            Revenue in Atlantis                | No rows match
            Show me all customers              | Not allowed with your key""")
    void saysWhatKindOfRefusalItIs(String question, String kind) {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, question);
        ended(page);

        assertThat(page.locator(".refusal-kind")).hasText(kind);
    }

    @Test
    void asksBackWithOptionsToClick() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "Top customers");
        ended(page);

        assertThat(page.locator(".options button")).hasCount(3);
        page.locator(".options button").first().click();
        assertThat(page.locator(".question").last()).containsText("Top customers by revenue");
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void fitsAPhone(ColorScheme scheme) {
        var page = page(390, scheme);
        for (var question : List.of(REVENUE, "Which products sold most?", "Forecast revenue for the next 3 months", "What is our returns policy?")) {
            ask(page, question);
            ended(page);
        }

        assertEquals(false, page.evaluate("document.documentElement.scrollWidth > innerWidth"));
        assertEquals(false, page.evaluate("(s => s.scrollWidth > s.clientWidth)(document.querySelector('.scroll'))"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show conversations")).click();
        assertThat(page.locator(".rail li a").first()).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".frame")).not().hasClass(Pattern.compile("rail-open"));
    }

    @Test
    void isDarkWhereTheSystemIsAndLightWhenTold() {
        var page = page(1280, ColorScheme.DARK);
        assertEquals("rgb(22, 24, 26)", style(page.locator("body"), "background-color"));

        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Light")).click();
        assertEquals("rgb(255, 255, 255)", style(page.locator("body"), "background-color"));
        page.reload();
        assertThat(page.locator("h1")).isVisible();
        assertEquals("rgb(255, 255, 255)", style(page.locator("body"), "background-color"));
    }

    @Test
    void speaksChinese() {
        var page = page(1280, ColorScheme.LIGHT);
        page.getByText("中文").click();

        assertThat(page.locator("html")).hasAttribute("lang", "zh");
        assertThat(page.locator("h1")).hasText("想了解Harbour & Vale的什么情况？");
        ask(page, "今年每个月的收入");
        ended(page);
        assertThat(page.locator("tbody tr").first()).containsText("2025年1月");
        assertThat(page.getByText("计算依据")).isVisible();
    }

    @Test
    void runsNothingThatAnAnswerBringsAlong() {
        var page = page(1280, ColorScheme.LIGHT);
        ask(page, "<img src=x onerror=alert(1)> **bold**");
        ended(page);

        assertThat(page.locator(".question")).containsText("<img src=x onerror=alert(1)> **bold**");
        assertThat(page.locator(".turn img")).hasCount(0);
    }

    @Test
    void namesInTheDataLoadNothingAndNoLinkHidesWhereItLeads() {
        var page = page(1280, ColorScheme.LIGHT);
        List<String> elsewhere = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("evil.example")) {
                elsewhere.add(request.url());
            }
        });
        ask(page, "Top names");
        ended(page);

        assertThat(page.locator(".turn img")).hasCount(0);
        assertThat(page.locator(".turn a[href*='evil.example']")).hasText("https://evil.example/in");
        assertThat(page.locator(".text")).hasText("Most came from ![x](https://evil.example/?d=1) https://evil.example/in <img src=https://evil.example/i>.");
        assertTrue(elsewhere.isEmpty(), elsewhere.toString());
    }

    @Test
    void tellsWhoIsNotSignedInWhatToDo() {
        var page = context(new Browser.NewContextOptions()).newPage();
        page.navigate(server.url("/#/c/c_1/m_1"));
        assertThat(page.locator("h1")).hasText("You are not signed in");
        assertThat(page.locator(".state")).containsText("open the link to this answer again");
        page.navigate(server.url("/sign-in/in_used"));
        assertThat(page.locator("h1")).hasText("This sign-in link no longer works");
    }

    @ParameterizedTest
    @CsvSource({"SAMPLE, .notice, Choose a file", "NOTHING, h1, Nothing has been imported yet"})
    void saysWhenTheDataIsNotTheirs(RunningServer.Holds holds, String where, String words, @TempDir Path folder) throws Exception {
        try (var other = RunningServer.forPage(folder, holds, Duration.ZERO, 0);
             var page = page(390, ColorScheme.LIGHT, other)) {
            assertThat(page.locator(where)).containsText(words);
        }
    }

    @Test
    void keepsTheQuestionWhenTheServerIsGone(@TempDir Path folder) throws Exception {
        var other = RunningServer.forPage(folder, RunningServer.Holds.OWN, Duration.ofMillis(5), 0);
        var page = page(1280, ColorScheme.LIGHT, other);
        other.close();
        ask(page, REVENUE);

        assertThat(page.getByText("The server cannot be reached")).isVisible();
        assertThat(page.locator(".question")).containsText(REVENUE);
        assertThat(page.getByText("Try again")).isVisible();
        errors.removeIf(error -> error.contains("ERR_CONNECTION_REFUSED"));
    }

    private Page page(int width, ColorScheme scheme) {
        return page(width, scheme, server);
    }

    private static void drop(Page page, String name, String content) {
        page.locator(".app").evaluate("""
                (app, [name, content]) => {
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([content], name));
                  app.dispatchEvent(new DragEvent('dragover', {dataTransfer, bubbles: true, cancelable: true}));
                  if (getComputedStyle(app.querySelector('.drop-hint')).display === 'none') { throw new Error('nothing shows that a file may be dropped'); }
                  app.dispatchEvent(new DragEvent('drop', {dataTransfer, bubbles: true, cancelable: true}));
                }""", List.of(name, content));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Page page(int width, ColorScheme scheme, RunningServer over) {
        var page = blank(width, scheme);
        page.navigate(over.link());
        assertThat(page.locator("h1")).isVisible();
        return page;
    }
}
