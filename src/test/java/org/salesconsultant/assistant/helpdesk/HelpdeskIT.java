package org.salesconsultant.assistant.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The labelled messages, asked of the real helpdesk over the sample company. */
class HelpdeskIT {
    private static final double RIGHT = 0.9;
    private static final double CALIBRATION_ERROR = 0.1;
    private static final int BINS = 10;

    private static JsonNode labelled;
    private static List<Case> cases;

    private record Case(JsonNode message, Reply reply) {
        boolean isRight() {
            return reply.decision().word().equals(message.path("decision").asText());
        }

        /** Whether one of the wordings stands in the reply, a number as a whole one. */
        boolean says(String wordings) {
            return Stream.of(wordings.split("\\|")).map(String::strip).anyMatch(wording -> Pattern.compile(
                    "(?<![\\d.,])" + Pattern.quote(wording.toLowerCase(Locale.ROOT)) + (Character.isDigit(wording.charAt(wording.length() - 1)) ? "(?!\\d)" : "")).matcher(reply.text().toLowerCase(Locale.ROOT)).find());
        }
    }

    @BeforeAll
    static void ask() throws IOException {
        labelled = new YAMLMapper().readTree(Path.of("src/test/resources/helpdesk/messages.yaml").toFile());
        cases = cases(labelled);
    }

    private static List<Case> cases(JsonNode file) {
        return StreamSupport.stream(file.path("messages").spliterator(), false).map(message -> new Case(message, SampleHelpdesk.HELPDESK.reply(message(message)))).toList();
    }

    private static CustomerMessage message(JsonNode labelled) {
        List<String> thread = new ArrayList<>();
        labelled.path("thread").forEach(text -> thread.add(text.asText()));
        return new CustomerMessage(thread.getLast(), thread.subList(0, thread.size() - 1), labelled.path("verified").asBoolean() ? labelled.path("customer").asText() : null);
    }

    @Test
    void nineOfTenMessagesAreDecidedAsLabelled() {
        var wrong = cases.stream().filter(one -> !one.isRight()).map(one -> one.message().path("id").asText() + " " + one.reply().reason().word()).toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo((int) ((1 - RIGHT) * cases.size() + 1e-9));
    }

    @Test
    void noReplyOrDraftPromisesOrSaysWhatItMustNot() {
        for (var one : cases) {
            labelled.path("never").forEach(never -> assertThat(one.says(never.asText())).as(one.reply().text()).isFalse());
            one.message().path("not").forEach(not -> assertThat(one.says(not.asText())).as(one.reply().text()).isFalse());
        }
    }

    @Test
    void aReplyThatIsRightlySentHasTheFacts() {
        for (var one : cases) {
            if (one.isRight() && one.reply().decision() == Decision.SEND) {
                one.message().path("contains").forEach(fact -> assertThat(one.says(fact.asText())).as(fact + " in " + one.reply().text()).isTrue());
            }
        }
    }

    /** With sixty alone, chance makes an error of .08: the bench's are asked too. */
    @Test
    void confidenceIsCalibrated() throws IOException {
        var asked = new ArrayList<>(cases);
        for (var file : List.of("messages.yaml", "fresh.yaml")) {
            asked.addAll(cases(new YAMLMapper().readTree(Path.of("src/bench/helpdesk", file).toFile())));
        }
        var over = new double[BINS];
        asked.forEach(one -> over[Math.min(BINS - 1, (int) (BINS * one.reply().confidence()))] += one.reply().confidence() - (one.isRight() ? 1 : 0));
        assertThat(Arrays.stream(over).map(Math::abs).sum() / asked.size()).isLessThanOrEqualTo(CALIBRATION_ERROR);
    }

    @Test
    void machinesGetNoReply() {
        assertThat(cases.stream().filter(one -> one.message().path("reply").asText().equals("none")).map(one -> one.reply().text())).hasSize(2).allMatch(String::isEmpty);
    }
}
