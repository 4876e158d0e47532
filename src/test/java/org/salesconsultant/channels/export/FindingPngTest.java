package org.salesconsultant.channels.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Json;

class FindingPngTest {
    private static Finding finding(String answer) throws IOException {
        JsonNode script = Json.MAPPER.readTree(Files.readString(Path.of("src/test/resources/answers/" + answer + ".json")));
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
