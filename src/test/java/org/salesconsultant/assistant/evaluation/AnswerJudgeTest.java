package org.salesconsultant.assistant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Brain;
import org.salesconsultant.assistant.evaluation.AnswerChecks.Check;
import org.salesconsultant.assistant.evaluation.Judgement.Verdict;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance;
import org.salesconsultant.sales.Provenance.PeriodUsed;
import org.salesconsultant.sales.Status;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.Home;

class AnswerJudgeTest {
    private static final LocalDate FIRST = LocalDate.of(2011, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 11, 30);

    @TempDir
    Path folder;

    private static Answer answered(String text, Object... row) {
        var columns = List.of(Finding.Column.of("country", Finding.Type.TEXT), Finding.Column.of("revenue", Finding.Type.MONEY));
        var provenance = new Provenance(List.of(), new PeriodUsed("November 2011", FIRST, LAST), List.of(), null, "SQLite", null, 1, LAST);
        var finding = new Finding("f", "query_metrics", Map.of(), "Revenue by country", "France leads.", columns, List.of(Arrays.asList(row)), null, null,
                provenance, List.of(), List.of());
        return new Answer("c", "m", text, Brain.EMBEDDED, Status.ANSWERED, List.of(finding), List.of(), 5);
    }

    private static Answer declined(Status status) {
        return new Answer("c", "m", "No.", Brain.EMBEDDED, status, List.of(), List.of(), 5);
    }

    private Check check(String yaml) throws Exception {
        Files.writeString(folder.resolve("checks.yaml"), "checks:\n  - ask: Revenue of France\n" + yaml.indent(4));
        return AnswerChecks.read(new Home(folder), "checks.yaml").checks().getFirst();
    }

    private Judgement judge(String yaml, Answer answer) throws Exception {
        return AnswerJudge.judge("1", check(yaml), answer, 5);
    }

    @Test
    void isRightToTheCent() throws Exception {
        var yaml = "tool: query_metrics\nfrom: 2011-11-01\nlastDay: 2011-11-30\nnumbers: [1461.25]\nnames: [france]\nrows: 1";
        assertThat(judge(yaml, answered("£1,461 in France", "France", new BigDecimal("1461.25"))).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge(yaml, answered("£1,461 in France", "France", new BigDecimal("1461.27"))).differences())
                .containsExactly("wrong number: 1461.25 is not there, the nearest is 1461.27");
    }

    @Test
    void takesARateAsFractionOrPercentage() throws Exception {
        assertThat(judge("numbers: [0.125]", answered("12.5%", "France", 12.5)).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge("numbers: [0.125]", answered("12.6%", "France", 0.1262)).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void saysWhyItIsWrong() throws Exception {
        var judgement = judge("tool: forecast\nfrom: 2011-10-01\nnames: [Spain]", answered("£5", "France", 5));
        assertThat(judgement.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(judgement.differences()).containsExactly("wrong tool: query_metrics, expected forecast",
                "wrong period: 2011-11-01 to 2011-11-30, expected 2011-10-01 to any day", "missing row: nothing names Spain");
    }

    @Test
    void aNumberThatNothingExplainsIsWrong() throws Exception {
        assertThat(judge("", answered("£777,777", "France", 5)).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void declinedIsMissedAndAnsweredWhereNothingShouldBeIsWrong() throws Exception {
        assertThat(judge("numbers: [5]", declined(Status.CLARIFY)).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judge("status: clarify|out_of_scope", declined(Status.OUT_OF_SCOPE)).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(judge("status: out_of_scope", answered("£5", "France", 5)).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void aMistakeInTheFileIsTold() {
        assertThatThrownBy(() -> check("status: maybe")).isInstanceOf(UserError.class).hasMessageContaining("maybe");
        assertThatThrownBy(() -> check("nmbers: [5]")).isInstanceOf(UserError.class).hasMessageContaining("nmbers");
    }
}
