package org.salesconsultant.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;

class KnowledgeTest {
    private static final Embedder EMBEDDER = SharedEmbedder.EMBEDDER;
    private static final Knowledge SHIPPED = new Knowledge(new Home(Path.of("")), EMBEDDER);

    /** Questions written before the retrieval was tried on them, with the document that holds the answer, or none. */
    private record Asked(Language language, String question, String document) {}

    @Test
    void questionsAreAnsweredFromTheDocumentThatHoldsTheAnswer() throws IOException {
        for (var language : Language.values()) {
            var answerable = asked(language).stream().filter(asked -> !asked.document().isEmpty()).toList();
            var missed = answerable.stream().filter(asked -> !first(asked).equals(asked.document())).map(Asked::question).toList();
            assertTrue(answerable.size() >= 17);
            assertTrue(missed.size() <= 0.2 * answerable.size(), missed.toString());
        }
    }

    @Test
    void nothingIsReturnedForWhatNoDocumentSpeaksOf() throws IOException {
        for (var language : Language.values()) {
            for (var asked : asked(language)) {
                if (asked.document().isEmpty()) {
                    assertEquals("", first(asked), asked.question());
                }
            }
        }
    }

    @Test
    void everyShippedDocumentStandsInBothLanguagesWithAsManySections() {
        var english = SHIPPED.searched(all(Language.ENGLISH));
        var chinese = SHIPPED.searched(all(Language.CHINESE));
        assertEquals(List.of("delivery", "faq", "objections", "products", "returns"),
                english.stream().map(Passage::document).distinct().toList());
        assertEquals(english.stream().collect(Collectors.groupingBy(Passage::document, Collectors.counting())),
                chinese.stream().collect(Collectors.groupingBy(Passage::document, Collectors.counting())));
        assertEquals(List.of(), SHIPPED.inOtherLanguagesOnly(all(Language.CHINESE)));
    }

    @Test
    void theSampleCompanysDocumentsStepAsideWithIt() {
        assertEquals(List.of(), SHIPPED.searched(new KnowledgeQuery("returns", Language.ENGLISH, null, true, false)));
    }

    @Test
    void whatIsForStaffIsHiddenFromCustomers() {
        var seen = SHIPPED.searched(new KnowledgeQuery("prices", Language.ENGLISH, null, false, true)).stream().map(Passage::document)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(List.of("delivery", "faq", "products", "returns")), seen);
    }

    @Test
    void aDocumentIsFoundByItsNameOrByItsTitleInAnyLanguage() {
        assertEquals("returns", SHIPPED.document("returns").orElseThrow());
        assertEquals("returns", SHIPPED.document("Returns Policy").orElseThrow());
        assertEquals("returns", SHIPPED.document("退货政策").orElseThrow());
        assertTrue(SHIPPED.document("holidays").isEmpty());
    }

    @Test
    void aDocumentOfOneLanguageIsNamedToTheOther(@TempDir Path folder) throws IOException {
        var knowledge = knowledge(folder, "care.en.md", "# Machine care\n## Descaling\nDescale every 3 months.\n");
        assertEquals(1, knowledge.searched(all(Language.ENGLISH)).size());
        assertEquals(List.of("Machine care"), knowledge.inOtherLanguagesOnly(all(Language.CHINESE)).stream().map(Passage::title).toList());
    }

    @Test
    void sectionsBecomePassagesUnderTheirHeadings() {
        var passages = MarkdownDocument.read("knowledge/care.en.md", """
                ---
                audience: staff
                ---
                # Machine care
                Read this first.

                ## Cleaning
                - Every day: backflush.
                - Every week: **brush**.

                ### Milk
                Rinse it.
                ## Descaling
                Every 3 months.
                """);
        assertEquals(List.of("Machine care", "Cleaning", "Cleaning › Milk", "Descaling"), passages.stream().map(Passage::section).toList());
        assertEquals("Every day: backflush. Every week: brush.", passages.get(1).text());
        assertTrue(passages.stream().allMatch(Passage::forStaff));
    }

    @Test
    void aSectionSaysHowPeopleAskForIt(@TempDir Path folder) throws IOException {
        var knowledge = knowledge(folder, "care.en.md", "# Care\n## Descaling\n<!-- asked: My brew tastes sour, why? | Is chalk in it? -->\nEvery 3 months.\n## Storing\nKeep it dry.\n");
        var hit = knowledge.search(new KnowledgeQuery("why does my brew taste sour", Language.ENGLISH, null, true, true), 1).getFirst().passage();
        assertEquals("Descaling", hit.section());
        assertEquals("Every 3 months.", hit.text());
    }

    @Test
    void aMistakeInADocumentIsReportedWithItsLine() {
        assertMistake("knowledge/care.md", "# Care\nText.", "knowledge/care.md: its name does not say its language.");
        assertMistake("care.en.md", "Text.", "care.en.md line 1: text stands before the title.");
        assertMistake("care.en.md", "---\nauthor: me\n---\n# Care", "care.en.md line 2: \"author: me\" is no setting.");
        assertMistake("care.en.md", "# Care\nText.\n# Again", "care.en.md line 3: a document has one title, first of all.");
        assertMistake("care.en.md", "# Care", "care.en.md: it holds no text.");
    }

    private static void assertMistake(String file, String markdown, String message) {
        assertEquals(message, assertThrows(UserError.class, () -> MarkdownDocument.read(file, markdown)).message());
    }

    private static KnowledgeQuery all(Language language) {
        return new KnowledgeQuery("any", language, null, true, true);
    }

    private static String first(Asked asked) {
        return SHIPPED.search(new KnowledgeQuery(asked.question(), asked.language(), null, true, true), 1).stream()
                .map(hit -> hit.passage().document()).findFirst().orElse("");
    }

    private static Knowledge knowledge(Path folder, String file, String markdown) throws IOException {
        Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(folder.resolve("knowledge").resolve(file), markdown);
        return new Knowledge(new Home(folder), EMBEDDER);
    }

    private static List<Asked> asked(Language language) throws IOException {
        var stream = Objects.requireNonNull(KnowledgeTest.class.getResourceAsStream("/knowledge-questions.psv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split("\\|", -1))
                    .map(cells -> new Asked(Language.ofCode(cells[0]), cells[1], cells[2]))
                    .filter(asked -> asked.language() == language).toList();
        }
    }
}
