package org.salesconsultant.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.knowledge.Knowledge;
import org.salesconsultant.knowledge.SharedEmbedder;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.Outcome;
import org.salesconsultant.sales.Role;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;
import org.salesconsultant.settings.Home;
import org.salesconsultant.warehouse.Warehouse;

class SearchKnowledgeTest {
    private static final Home PROJECT = new Home(Path.of(""));
    private static final Embedder EMBEDDER = SharedEmbedder.EMBEDDER;
    private static final Toolbox TOOLS = toolbox(PROJECT);
    private static final Viewer MANAGER = new Viewer("key:ann", "Ann", Role.MANAGER, null);
    private static final Viewer SERVICE = new Viewer("key:desk", "Desk", Role.SERVICE, null);

    @TempDir
    Path folder;
    private Warehouse sample;

    @BeforeEach
    void open() {
        sample = Warehouse.open(folder.resolve("sample.db"), true);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void theBestPassageIsQuotedWordForWordWithItsSource() {
        var finding = found(call(TOOLS, "From what amount is shipping free?", MANAGER, Language.ENGLISH, sample));
        assertEquals("Delivery terms: Delivery charge", finding.title());
        assertTrue(finding.summary().startsWith("Delivery is free for orders of £150 of goods or more"), finding.summary());
        assertTrue(finding.summary().endsWith("(Source: Delivery terms, section “Delivery charge”.)"), finding.summary());
        assertTrue(finding.summary().contains((String) finding.rows().getFirst().get(2)));
        assertEquals("all-MiniLM-L6-v2", Objects.requireNonNull(finding.provenance().model()).name());
    }

    @Test
    void aQuestionAboutAWholeDocumentIsAnsweredByItsIntroduction() {
        var finding = found(call(TOOLS, "What is our returns policy?", MANAGER, Language.ENGLISH, sample));
        assertEquals("Returns policy", finding.title());
        assertTrue(finding.summary().endsWith("(Source: Returns policy.)"), finding.summary());
        var chinese = found(call(TOOLS, "我们的退货政策是什么？", MANAGER, Language.CHINESE, sample));
        assertEquals("退货政策", chinese.title());
        assertTrue(chinese.summary().endsWith("（出处：《退货政策》）"), chinese.summary());
    }

    @Test
    void aChineseQuestionIsAnsweredInChinese() {
        var finding = found(call(TOOLS, "退款多久能到账？", MANAGER, Language.CHINESE, sample));
        assertTrue(finding.summary().endsWith("（出处：《退货政策》“退款时间”）"), finding.summary());
        assertEquals(List.of("文档", "章节", "原文", "相关度"), finding.columns().stream().map(Finding.Column::name).toList());
    }

    @Test
    void nothingNearIsEmptyAndOffersWhatThereIs() {
        var empty = assertInstanceOf(Outcome.Empty.class, call(TOOLS, "What is the capital of Australia?", MANAGER, Language.ENGLISH, sample));
        assertEquals("Our documents say nothing about that.", empty.message());
        assertEquals(4, empty.near().size());
    }

    @Test
    void aServiceKeyMaySearchButNotInWhatIsForStaff() {
        found(call(TOOLS, "When will I get my money back?", SERVICE, Language.ENGLISH, sample));
        var asked = "The client is happy with their current vendor, how do I respond?";
        assertEquals("Objection playbook", found(call(TOOLS, asked, MANAGER, Language.ENGLISH, sample)).rows().getFirst().getFirst());
        if (call(TOOLS, asked, SERVICE, Language.ENGLISH, sample) instanceof Outcome.Found(Finding finding)) {
            assertTrue(finding.rows().stream().noneMatch(row -> "Objection playbook".equals(row.getFirst())));
        }
    }

    @Test
    void aRealCompanyWithoutDocumentsGetsNoneOfTheSamples() {
        try (var own = Warehouse.open(folder.resolve("warehouse.db"), false)) {
            var outcome = assertInstanceOf(Outcome.OutOfScope.class, call(TOOLS, "When is delivery free?", MANAGER, Language.ENGLISH, own));
            assertTrue(outcome.message().startsWith("There are no documents of your company yet."), outcome.message());
        }
    }

    @Test
    void aDocumentInTheOtherLanguageOnlyIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("knowledge"));
        Files.writeString(folder.resolve("knowledge/care.en.md"), "# Machine care\n## Descaling\nDescale every 3 months.\n");
        var tools = toolbox(new Home(folder));
        var empty = assertInstanceOf(Outcome.Empty.class, call(tools, "多久除垢一次？", MANAGER, Language.CHINESE, sample));
        assertEquals("Machine care目前只有英文版，请用英文提问来查找。", empty.message());
    }

    @Test
    void anUnknownDocumentIsRefusedWithTheNextStep() {
        var error = assertThrows(UserError.class,
                () -> TOOLS.call("search_knowledge", json(Map.of("query", "returns", "source", "holidays")), MANAGER, Language.ENGLISH, sample, step -> {}));
        assertEquals("There is no document \"holidays\".", error.message());
        assertEquals("Leave \"source\" out to search them all.", error.hint());
    }

    @Test
    void oneDocumentAloneCanBeSearched() {
        var outcome = TOOLS.call("search_knowledge", json(Map.of("query", "How long does it take?", "source", "Returns policy", "limit", 2)),
                MANAGER, Language.ENGLISH, sample, step -> {});
        var finding = found(outcome);
        assertTrue(finding.rows().size() <= 2);
        assertTrue(finding.rows().stream().allMatch(row -> "Returns policy".equals(row.getFirst())));
        assertEquals(List.of("document is returns"), finding.provenance().filters());
    }

    private static Toolbox toolbox(Home documents) {
        return new Toolbox(PROJECT, List.of(new SearchKnowledge(new Knowledge(documents, EMBEDDER))));
    }

    private static Outcome call(Toolbox tools, String query, Viewer viewer, Language language, Warehouse warehouse) {
        return tools.call("search_knowledge", json(Map.of("query", query)), viewer, language, warehouse, step -> {});
    }

    private static Finding found(Outcome outcome) {
        return assertInstanceOf(Outcome.Found.class, outcome).finding();
    }

    private static String json(Map<String, Object> arguments) {
        return Json.MAPPER.valueToTree(arguments).toString();
    }
}
