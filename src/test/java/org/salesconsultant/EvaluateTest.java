package org.salesconsultant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.salesconsultant.cli.SalesConsultant;
import org.salesconsultant.sales.Json;

/** `evaluate` over the sample company: README's checks, and the exam whose answers SQL gave (src/bench/questions). */
@ResourceLock(Resources.SYSTEM_OUT)
@Order(1)
class EvaluateTest {
    private static final Pattern README_CHECKS = Pattern.compile("```yaml\n(now: .*?)```", Pattern.DOTALL);

    @TempDir
    static Path data;

    private String output = "";

    private int evaluate(String file, String... options) {
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            var words = new String[options.length + 4];
            System.arraycopy(new String[] {"evaluate", file, "--data", data.toString()}, 0, words, 0, 4);
            System.arraycopy(options, 0, words, 4, options.length);
            return SalesConsultant.run(new Main(), words);
        } finally {
            System.setOut(before);
            output = out.toString(StandardCharsets.UTF_8);
        }
    }

    private static String readmeChecks() throws IOException {
        var found = README_CHECKS.matcher(Files.readString(Path.of("README.md")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String written(String yaml) throws IOException {
        return Files.writeString(data.resolve("checks.yaml"), yaml).toString();
    }

    @Test
    void whatTheReadmeShowsIsRight() throws IOException {
        assertThat(evaluate(written(readmeChecks()))).as(output).isZero();
        assertThat(output).contains("3 of 3 right, 0 wrong, 0 missed");
    }

    @Test
    void anotherNumberOrAnotherDayIsToldAndFails() throws IOException {
        assertThat(evaluate(written(readmeChecks().replace("375380.87", "375380.78")))).isEqualTo(1);
        assertThat(output).contains("1 wrong: Revenue last month").contains("wrong number: 375380.78 is not there, the nearest is 375380.8663");
        assertThat(evaluate(written(readmeChecks().replace("2025-11-15", "2025-10-15")))).as("last month is read from \"now\"").isEqualTo(1);
    }

    @Test
    void theExamHasNoWrongNumberAndNearlyAllRight() throws IOException {
        evaluate(written(exam()), "--json");
        var judgements = StreamSupport.stream(Json.MAPPER.readTree(output).spliterator(), false).toList();
        assertThat(judgements).hasSizeGreaterThan(600);
        assertThat(judgements.stream().filter(judgement -> verdict(judgement).equals("WRONG")).map(JsonNode::toString)).isEmpty();

        var workedOn = judgements.stream().filter(judgement -> judgement.get("id").asText().matches("sc[a-eh]-.*")).toList();
        assertThat(workedOn).hasSizeGreaterThan(500);
        assertThat(workedOn.stream().filter(judgement -> verdict(judgement).equals("RIGHT")).count())
                .isGreaterThanOrEqualTo(Math.ceilDiv(workedOn.size() * 95, 100));
    }

    /** The sets as one file, so that the brain is warmed up once. */
    private static String exam() throws IOException {
        var checks = new StringBuilder("checks:\n");
        try (var files = Files.newDirectoryStream(Path.of("src/bench/questions"), "sample-company-[a-h].yaml")) {
            for (var set : files) {
                var text = Files.readString(set);
                checks.append(text.substring(text.indexOf("checks:\n") + "checks:\n".length()));
            }
        }
        return checks.toString();
    }

    private static String verdict(JsonNode judgement) {
        return judgement.get("verdict").asText().toUpperCase(Locale.ROOT);
    }
}
