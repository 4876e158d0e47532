package org.salesconsultant.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salesconsultant.Main;
import org.salesconsultant.analytics.PublishedData;
import org.salesconsultant.sales.Json;

@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class AnalyzeIntentsTest {
    private static final String EXAMPLES = """
            text,intent
            where is my parcel,delivery
            when will my order arrive,delivery
            has my package been sent yet,delivery
            track the shipment,delivery
            my delivery is late,delivery
            how long does shipping take,delivery
            i want my money back,refund
            please refund this order,refund
            how do i return a broken mug,refund
            when do i get my refund,refund
            send the money back to my card,refund
            i would like to return these,refund
            which colours does it come in,product
            is this cup dishwasher safe,product
            how large is the teapot,product
            what is it made of,product
            do you have it in blue,product
            how heavy is the kettle,product
            """;

    @TempDir static Path data;
    @TempDir Path folder;

    private record Ended(int exit, List<NamedCsvRecord> rows, String err) {
        List<String> intents() {
            return rows.stream().map(row -> row.getField("intent")).toList();
        }
    }

    private Ended run(String examples, String texts, String... options) throws IOException {
        var arguments = new ArrayList<>(List.of("analyze", "intents", "--data", data.toString(),
                "--examples", Files.writeString(folder.resolve("examples.csv"), examples).toString(),
                "--input", Files.writeString(folder.resolve("in.csv"), texts).toString(), "--out", folder.resolve("out.csv").toString()));
        arguments.addAll(List.of(options));
        var terminal = System.err;
        var told = new ByteArrayOutputStream();
        int exit;
        try {
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            exit = SalesConsultant.run(wiring(), arguments.toArray(String[]::new));
        } finally {
            System.setErr(terminal);
        }
        return new Ended(exit, Files.exists(folder.resolve("out.csv")) ? rows(folder.resolve("out.csv")) : List.of(), told.toString(StandardCharsets.UTF_8));
    }

    private static Wiring wiring() {
        try {
            var constructor = Main.class.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        }
    }

    @Test
    void namesTheIntentOfEachTextInOrder() throws IOException {
        var ended = run(EXAMPLES, "id,text\n1,\"has the parcel, the big one, left yet?\"\n2,can you refund me\n3,\n4,is the mug made of steel\n", "--threshold", "0");
        assertThat(ended.exit()).isZero();
        assertThat(ended.intents()).containsExactly("delivery", "refund", "", "product");
        assertThat(ended.rows().getFirst().getHeader()).containsExactly("text", "intent", "confidence");
        assertThat(ended.rows().getFirst().getField("text")).isEqualTo("has the parcel, the big one, left yet?");
        assertThat(ended.rows()).allSatisfy(row -> assertThat(Double.parseDouble(row.getField("confidence"))).isBetween(0.0, 1.0));
        assertThat(ended.err()).contains("3 intents learned from 18 examples.");
    }

    @Test
    void abstainsBelowTheThreshold() throws IOException {
        assertThat(run(EXAMPLES, "text\nwhere is my parcel\nwho won the election\n", "--threshold", "1").intents()).containsExactly("", "");
        var usual = run(EXAMPLES, "text\nwhere is my parcel\nwho won the election\n");
        assertThat(usual.intents()).containsExactly("delivery", "");
    }

    @Test
    void readsChineseAsWell() throws IOException {
        var ended = run("text,intent\n包裹到哪了,物流\n什么时候发货,物流\n快递怎么还没到,物流\n运费多少,物流\n几天能送到,物流\n"
                + "我要退款,退款\n怎么退货,退款\n钱什么时候退给我,退款\n杯子坏了想退,退款\n申请退钱,退款\n", "text\n我的快递几天能到\n请把钱退给我\n", "--threshold", "0");
        assertThat(ended.intents()).containsExactly("物流", "退款");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text,intent\na,b\n", "text,label\na,b\n", "text,intent\n"})
    void saysWhatIsWrongWithTheExamples(String examples) throws IOException {
        var ended = run(examples, "text\nhello\n");
        assertThat(ended.exit()).isPositive();
        assertThat(ended.err().lines()).hasSize(1).first().asString().containsAnyOf("too few to learn from", "has no column \"intent\"");
    }

    /** CLINC150's fifteen intents of banking with a fifth of their examples: Larson et al., EMNLP-IJCNLP 2019, report 88 to 97 % for all 150. */
    @Test
    void bankingQuestionsAndWhatIsNone() throws IOException {
        JsonNode set = Json.MAPPER.readTree(String.join("\n", PublishedData.lines("clinc150/data_full.json.gz")));
        JsonNode domains = Json.MAPPER.readTree(String.join("\n", PublishedData.lines("clinc150/domains.json.gz")));
        Set<String> banking = new TreeSet<>();
        domains.get("banking").forEach(intent -> banking.add(intent.asText()));
        var examples = csv(set.get("train"), intent -> banking.contains(intent), 5) + csv(set.get("oos_train"), intent -> true, 2).replace(",oos", ",");
        var inside = csv(set.get("test"), intent -> banking.contains(intent), 3);
        var outside = csv(set.get("oos_test"), intent -> true, 10);
        var ended = run("text,intent\n" + examples, "text,truth\n" + inside + outside);
        var truth = rows(folder.resolve("in.csv")).stream().map(row -> row.getField("truth")).toList();
        int right = 0;
        int noticed = 0;
        for (int i = 0; i < truth.size(); i++) {
            right += ended.intents().get(i).equals(truth.get(i)) ? 1 : 0;
            noticed += truth.get(i).equals("oos") && ended.intents().get(i).isEmpty() ? 1 : 0;
        }
        assertThat((double) right / inside.lines().count()).isGreaterThan(0.92);
        assertThat((double) noticed / outside.lines().count()).isGreaterThan(0.9);
    }

    private static String csv(JsonNode pairs, Predicate<String> intents, int each) {
        var text = new StringBuilder();
        var kept = StreamSupport.stream(pairs.spliterator(), false).filter(pair -> intents.test(pair.get(1).asText())).toList();
        for (int i = 0; i < kept.size(); i += each) {
            text.append('"').append(kept.get(i).get(0).asText().replace("\"", "\"\"")).append("\",").append(kept.get(i).get(1).asText()).append('\n');
        }
        return text.toString();
    }
}
