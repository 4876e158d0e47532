package org.salesconsultant;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions of DESIGN.md §3. Each rule is held against the code, and shown to catch a violation seeded for it. */
class HouseTest {
    private static final String HOUSE = "org.salesconsultant";
    private static final String SEEDED = "org.salesconsultant.seeded";

    /** What each room may know, besides itself and its own inner rooms. */
    private static final Map<String, Set<String>> MAY_KNOW = new LinkedHashMap<>(Map.of(
            "sales", Set.of(),
            "ops", Set.of(),
            "settings", Set.of("sales"),
            "analytics", Set.of("sales"),
            "warehouse", Set.of("sales", "settings"),
            "access", Set.of("sales", "warehouse"),
            "knowledge", Set.of("sales", "settings", "warehouse"),
            "tools", Set.of("sales", "settings", "warehouse", "knowledge", "analytics"),
            "assistant", Set.of("sales", "settings", "ops", "warehouse", "tools"),
            "channels", Set.of("sales", "settings", "ops", "warehouse", "access", "tools", "assistant")));

    private final JavaClasses house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEachRule() {
        assertThat(house).isNotEmpty();
        return rules(HOUSE).entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleCatchesItsSeededViolation() {
        var seeded = new ClassFileImporter().importPackages(SEEDED);
        return rules(SEEDED).entrySet().stream().map(rule -> DynamicTest.dynamicTest(rule.getKey(),
                () -> assertThatThrownBy(() -> rule.getValue().check(seeded)).isInstanceOf(AssertionError.class)));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java"))) {
            var silent = folders.filter(Files::isDirectory).filter(HouseTest::holdsCode)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java"))).toList();
            assertThat(silent).isEmpty();
        }
    }

    private static boolean holdsCode(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, ArchRule> rules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        MAY_KNOW.keySet().stream().sorted().forEach(room -> {
            List<String> others = new ArrayList<>(Stream.concat(MAY_KNOW.keySet().stream(), Stream.of("cli"))
                    .filter(other -> !other.equals(room) && !MAY_KNOW.getOrDefault(room, Set.of()).contains(other))
                    .map(other -> root + "." + other + "..").sorted().toList());
            rules.put(room + " knows only " + MAY_KNOW.get(room), noClasses().that().resideInAPackage(root + "." + room + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others.toArray(String[]::new)));
        });
        rules.put("Javalin only in channels", only(root, "io.javalin..", "channels"));
        rules.put("Smile only in analytics", only(root, "smile..", "analytics"));
        rules.put("LangChain4j only in assistant, tools and knowledge", only(root, "dev.langchain4j..", "assistant", "tools", "knowledge"));
        rules.put("Jdbi only in the warehouse and the stores", noClasses().that().resideOutsideOfPackage(root + ".warehouse..")
                .and().haveNameNotMatching(".*\\.(Conversations|Ratings|SeenEvents|Threads|Keys|SignIn|WidgetTokens|LinkSignatures|IdentityCodes|Identities|DeskThreads)(\\$.*)?")
                .should().dependOnClassesThat().resideInAnyPackage("org.jdbi.."));
        rules.put("analytics sees no SQL", noClasses().that().resideInAPackage(root + ".analytics..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."));
        rules.put("no channel knows another", slices().matching(root + ".channels.(slack|teams|helpdesk|web)..").should().notDependOnEachOther());
        rules.put("no cycles between packages", slices().matching(root + ".(**)").should().beFreeOfCycles());
        return rules;
    }

    private static ArchRule only(String root, String library, String... rooms) {
        var allowed = Stream.of(rooms).map(room -> root + "." + room + "..").toArray(String[]::new);
        return noClasses().that().resideOutsideOfPackages(allowed).should().dependOnClassesThat().resideInAPackage(library);
    }
}
