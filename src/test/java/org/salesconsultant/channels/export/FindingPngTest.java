package org.salesconsultant.channels.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;

class FindingPngTest {
    private static Finding finding(String answer) throws IOException {
        return finding(answer, script -> script);
    }

    private static Finding finding(String answer, UnaryOperator<String> changed) throws IOException {
        JsonNode script = Json.MAPPER.readTree(changed.apply(Files.readString(Path.of("src/test/resources/answers/" + answer + ".json"))));
        return Json.MAPPER.treeToValue(script.at("/answer/findings/0"), Finding.class);
    }

    @ParameterizedTest
    @CsvSource({"revenue-by-month, 0f766e", "top-products, 0f766e", "stacked, a03a74", "scatter, 2f5fb3", "forecast, dcecea", "zh, 0f766e"})
    void drawsEachKindOfChart(String answer, String colour) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(FindingPng.of(finding(answer)).orElseThrow()));

        assertThat(picture.getWidth()).isEqualTo(1024);
        assertThat(picture.getHeight()).isEqualTo(576);
        assertThat(colours(picture)).contains(Integer.parseInt(colour, 16)).hasSizeGreaterThan(10);
    }

    @Test
    void theWayToAMonthThatStillRunsIsDashed() throws IOException {
        var running = finding("revenue-by-month", script -> script.replaceFirst("\"kind\": \"line\",", "$0 \"running\": true,"));

        assertThat(drawn(running)).isBetween(drawn(finding("revenue-by-month")) * 9 / 10, drawn(finding("revenue-by-month")) - 20);
    }

    /** How much of a chart the line of its only series takes, in pixels. */
    private static long drawn(Finding finding) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(FindingPng.of(finding).orElseThrow()));
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())).filter(rgb -> (rgb & 0xffffff) == 0x0f766e).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stacked", "line"})
    void namesMayBeginWithTheSameLetters(String kind) throws IOException {
        var alike = finding("stacked", script -> script.replace("\"stacked\"", "\"" + kind + "\"")
                .replace("\"North\"", "\"" + "Long".repeat(15) + " North\"").replace("\"South\"", "\"" + "Long".repeat(15) + " South\""));

        assertThat(FindingPng.of(alike)).isPresent();
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int rgb : picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
            colours.add(rgb & 0xffffff);
        }
        return colours;
    }

    @Test
    void hasNoPictureOfWhatHasNoChart() throws IOException {
        assertThat(FindingPng.of(finding("total"))).isEmpty();
    }
}
