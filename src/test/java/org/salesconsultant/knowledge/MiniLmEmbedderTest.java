package org.salesconsultant.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.sales.Embedder;
import org.salesconsultant.sales.Language;

class MiniLmEmbedderTest {
    private static final Embedder EMBEDDER = SharedEmbedder.EMBEDDER;

    @Test
    void textsOfOneMeaningAreNearerThanTextsOfTwo() {
        var english = EMBEDDER.embed(Language.ENGLISH, List.of("How do I send goods back?", "return a product", "monthly revenue"));
        assertTrue(dot(english.get(0), english.get(1)) > dot(english.get(0), english.get(2)) + 0.2);
        var chinese = EMBEDDER.embed(Language.CHINESE, List.of("怎么退货？", "商品退回流程", "月度销售额"));
        assertTrue(dot(chinese.get(0), chinese.get(1)) > dot(chinese.get(0), chinese.get(2)) + 0.1);
    }

    @Test
    void everyVectorHasLengthOneAndStandsInTheOrderOfItsText() {
        var texts = List.of("coffee", "tea", "coffee", "a much longer sentence about the price of paper cups in winter");
        var vectors = EMBEDDER.embed(Language.ENGLISH, texts);
        assertEquals(4, vectors.size());
        vectors.forEach(vector -> assertEquals(1, dot(vector, vector), 1e-5));
        assertEquals(1, dot(vectors.get(0), vectors.get(2)), 1e-5);
        assertEquals(1, dot(vectors.get(3), EMBEDDER.embed(Language.ENGLISH, List.of(texts.get(3))).getFirst()), 1e-5);
    }

    @Test
    void aBlankTextIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EMBEDDER.embed(Language.ENGLISH, List.of(" ")));
    }

    @Test
    void nothingOutsideTheMachineIsCalledAndTheCacheStaysInItsFolder(@TempDir Path folder) throws Exception {
        var home = Files.createDirectory(folder.resolve("home"));
        var run = run("embed", home, folder.resolve("cache"));
        assertEquals("english 384\nchinese 512\n", run.output());
        assertEquals(0, run.exit());
        assertTrue(Files.isDirectory(folder.resolve("cache")));
        try (var left = Files.list(home)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** Proves that the check above can fail, and what for: the library's own defaults ask the cloud host's address. */
    @Test
    void theTokenizerLibraryLeftAloneIsCaughtCallingOut(@TempDir Path folder) throws Exception {
        var run = run("tokenizer", folder, folder.resolve("cache"));
        assertTrue(run.output().contains("tried to reach /169.254.169.254"), run.output());
        assertFalse(run.exit() == 0);
    }

    private record Run(int exit, String output) {}

    private static Run run(String what, Path home, Path cache) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Duser.home=" + home,
                "-cp", System.getProperty("java.class.path"),
                NoOutgoingConnections.class.getName(), what, cache.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
