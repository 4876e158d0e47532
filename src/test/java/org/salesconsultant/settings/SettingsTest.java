package org.salesconsultant.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.assistant.llm.LlmSettings;
import org.salesconsultant.sales.Language;
import org.salesconsultant.sales.UserError;

class SettingsTest {
    @TempDir
    Path folder;

    private Home home(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return new Home(folder);
    }

    record Sample(String word, int number) {}

    @Test
    void aMistakeInYamlIsReportedWithFileAndLine() throws IOException {
        var home = home("config/sample.yaml", "word: a\nnumber: many\n");
        assertThatThrownBy(() -> Yaml.read(home, "config/sample.yaml", Sample.class)).isInstanceOf(UserError.class)
                .hasMessageStartingWith("config/sample.yaml line 2: number:");
        var unknown = home("config/sample.yaml", "word: a\nnumber: 1\nnmuber: 2\n");
        assertThatThrownBy(() -> Yaml.read(unknown, "config/sample.yaml", Sample.class)).hasMessageContaining("line 3").hasMessageContaining("nmuber");
        var broken = home("config/sample.yaml", "word: a\n  number: 1\n");
        assertThatThrownBy(() -> Yaml.read(broken, "config/sample.yaml", Sample.class)).hasMessageContaining("config/sample.yaml line 2");
        assertThatThrownBy(() -> Yaml.read(broken, "config/none.yaml", Sample.class)).hasMessage("Cannot find config/none.yaml.");
    }

    @Test
    void aMistakeInTheSettingsIsReportedWithFileAndLine() throws IOException {
        var file = folder.resolve("mine.conf");
        Files.writeString(file, "llm {\n  api-key = k\n  turn-limit = soon\n}\n");
        var settings = Settings.read(new Home(Path.of("")), file);
        assertThatThrownBy(() -> settings.section("llm", LlmSettings::of)).isInstanceOf(UserError.class).hasMessageContaining("mine.conf: 3")
                .hasMessageContaining("turn-limit");
        Files.writeString(file, "llm {\n");
        assertThatThrownBy(() -> Settings.read(new Home(Path.of("")), file)).isInstanceOf(UserError.class).hasMessageContaining("mine.conf");
    }

    @Test
    void withoutKeyAndAddressThereIsNoLlmBrain() {
        var shipped = """
                model = m, turn-limit = 45s, turn-tokens = 120000, max-output-tokens = 700, request-timeout = 20s, tries = 3,
                longest-wait = 8s, rest-after = 4, rest = 60s""";
        assertThat(LlmSettings.of(ConfigFactory.parseString(shipped))).isEmpty();
        assertThat(LlmSettings.of(ConfigFactory.parseString(shipped + ", api-key = secret"))).hasValueSatisfying(llm -> {
            assertThat(llm.baseUrl()).isEqualTo("https://api.openai.com/v1");
            assertThat(llm.turn()).isEqualTo(new LlmSettings.Turn(Duration.ofSeconds(45), 120_000, 700));
            assertThat(llm.server()).isEqualTo(new LlmSettings.Server(Duration.ofSeconds(20), 3, Duration.ofSeconds(8)));
            assertThat(llm.restAfter()).isEqualTo(4);
            assertThat(llm.rest()).isEqualTo(Duration.ofMinutes(1));
            assertThat(llm.toString()).doesNotContain("secret");
        });
        assertThat(LlmSettings.of(ConfigFactory.parseString(shipped + ", base-url = \"http://127.0.0.1:1/v1\"")))
                .hasValueSatisfying(llm -> assertThat(llm.apiKey()).isEmpty());
    }

    @Test
    void wordingMustStandInBothLanguages() {
        var both = new Wording("f.yaml", Map.of("en", Map.of("n", "{n, plural, one{# row} other{# rows}} of {name}"), "zh", Map.of("n", "{name}有{n}行")));
        assertThat(both.say(Language.ENGLISH, "n", "n", 1, "name", "it's")).isEqualTo("1 row of it's");
        assertThat(both.say(Language.CHINESE, "n", "n", 2, "name", "表")).isEqualTo("表有2行");
        assertThatThrownBy(() -> new Wording("f.yaml", Map.of("en", Map.of("n", "a"), "zh", Map.of())))
                .hasMessage("f.yaml: wording.zh lacks \"n\".");
        assertThatThrownBy(() -> new Wording("f.yaml", Map.of("en", Map.of("n", "{a"), "zh", Map.of("n", "b"))))
                .isInstanceOf(UserError.class).hasMessageContaining("wording.en.n");
    }

    @Test
    void theBundledCopyStandsInWhereTheFolderHasNone() {
        var elsewhere = new Home(folder);
        assertThat(elsewhere.read("config/application.conf")).contains("llm {");
        assertThat(elsewhere.list("prompts", ".yaml")).contains("prompts/assistant.yaml");
    }
}
