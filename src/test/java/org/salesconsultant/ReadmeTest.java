package org.salesconsultant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.salesconsultant.cli.SalesConsultant;

/** README stays true: what it tells people to type works, and the rooms it draws are the rooms there are. */
@ResourceLock(Resources.SYSTEM_OUT)
@Order(4)
class ReadmeTest {
    private static final Pattern ARGUMENTS = Pattern.compile("-Dargs=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void theCommandsItShowsRun() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "Order,Date,Product,Quantity,Price\n1,2026-01-05,Mug,2,3.50\n");
        var commands = ARGUMENTS.matcher(readme()).results().map(found -> found.group(1)).toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(2);
        for (var command : commands) {
            assertThat(run(command.replace("orders.csv", folder.resolve("orders.csv").toString()))).as(command).isNotBlank();
        }
        assertThat(run("ask 'total revenue'")).contains("£7.00");
    }

    private String run(String command) {
        var words = words(command);
        var out = new ByteArrayOutputStream();
        var before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(SalesConsultant.run(new Main(), words.toArray(String[]::new))).as(command).isZero();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> words(String command) {
        var words = new ArrayList<>(WORD.matcher(command).results().map(ReadmeTest::word).toList());
        words.add("--data");
        words.add(folder.resolve("data").toString());
        return words;
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    @Test
    void theHouseItDrawsIsTheHouseThereIs() throws IOException {
        var drawn = readme().substring(readme().indexOf("├── Main"));
        var tree = drawn.substring(0, drawn.indexOf("```"));
        try (var rooms = Files.walk(Path.of("src/main/java/org/salesconsultant"))) {
            assertThat(rooms.filter(room -> Files.exists(room.resolve("package-info.java"))).skip(1).map(room -> room.getFileName() + "/"))
                    .allSatisfy(room -> assertThat(tree).contains(room));
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
