package org.salesconsultant.assistant.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.NumberCheck;
import org.salesconsultant.assistant.evaluation.AnswerChecks.Check;
import org.salesconsultant.assistant.evaluation.Judgement.Verdict;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Provenance.PeriodUsed;
import org.salesconsultant.sales.Status;

/** Compares one answer with what was expected of it, and says why they differ in words that tell where to look. */
final class AnswerJudge {
    private static final double CENT = 0.011;
    private static final double RATE_TOLERANCE = 0.005;
    private static final int OTHERS_AND_TOTAL = 2;
    private static final int SHOWN = 4;

    private final Check check;
    private final Answer answer;
    private final List<String> differences = new ArrayList<>();
    private boolean wrong;

    private AnswerJudge(Check check, Answer answer) {
        this.check = check;
        this.answer = answer;
    }

    static Judgement judge(String id, Check check, Answer answer, long elapsedMs) {
        var judge = new AnswerJudge(check, answer);
        judge.compare();
        var verdict = judge.differences.isEmpty() ? Verdict.RIGHT : judge.wrong ? Verdict.WRONG : Verdict.MISSED;
        return new Judgement(id, check.question(), verdict, List.copyOf(judge.differences), answer.text(), elapsedMs);
    }

    private void compare() {
        if (!check.statuses().contains(answer.status())) {
            differ("wrong status: " + answer.status().word() + ", expected " + check.status());
            wrong = answer.status() == Status.ANSWERED;
        }
        if (answer.status() == Status.ANSWERED && check.statuses().contains(Status.ANSWERED)) {
            compareTool();
            comparePeriod();
            compareNumbers();
            compareRows();
            if (!new NumberCheck(answer.findings()).holds(answer.text())) {
                differ("untraced number: the text says one that no finding explains");
                wrong = true;
            }
        }
    }

    private void compareTool() {
        var tools = answer.findings().stream().map(Finding::tool).distinct().toList();
        if (check.tool() != null && !tools.contains(check.tool())) {
            differ("wrong tool: " + String.join(", ", tools) + ", expected " + check.tool());
        }
    }

    private void comparePeriod() {
        var periods = answer.findings().stream().map(finding -> finding.provenance().period()).filter(Objects::nonNull).toList();
        if ((check.from() != null || check.lastDay() != null) && periods.stream().noneMatch(this::isPeriod)) {
            differ("wrong period: " + periods.stream().map(period -> said(period.from(), period.lastDay())).collect(Collectors.joining(", "))
                    + ", expected " + said(check.from(), check.lastDay()));
            wrong = true;
        }
    }

    private boolean isPeriod(PeriodUsed period) {
        return (check.from() == null || check.from().equals(period.from())) && (check.lastDay() == null || check.lastDay().equals(period.lastDay()));
    }

    private static String said(@Nullable LocalDate from, @Nullable LocalDate lastDay) {
        return (from == null ? "any day" : from) + " to " + (lastDay == null ? "any day" : lastDay);
    }

    private void compareNumbers() {
        var have = answer.findings().stream().flatMap(AnswerJudge::numbers).toList();
        var lost = check.numbers().stream().filter(number -> have.stream().noneMatch(cell -> equal(number.doubleValue(), cell))).toList();
        if (!lost.isEmpty()) {
            differ("wrong number: " + lost.stream().limit(SHOWN).map(number -> number.toPlainString() + nearest(number.doubleValue(), have))
                    .collect(Collectors.joining("; ")));
            wrong = true;
        }
    }

    private static String nearest(double number, List<Double> have) {
        return have.stream().min(Comparator.comparingDouble(cell -> Math.abs(Math.abs(cell) - Math.abs(number))))
                .map(cell -> " is not there, the nearest is " + BigDecimal.valueOf(cell).stripTrailingZeros().toPlainString()).orElse(" is not there, nor any other");
    }

    private static Stream<Double> numbers(Finding finding) {
        var comparison = finding.comparison();
        return Stream.concat(finding.rows().stream().flatMap(List::stream),
                        comparison == null ? Stream.empty() : Stream.of(comparison.value(), comparison.before(), comparison.change()))
                .filter(Number.class::isInstance).map(cell -> ((Number) cell).doubleValue());
    }

    /** Signs aside: a fall of 5 % may be told as a fall. */
    private static boolean equal(double expected, double cell) {
        double size = Math.abs(expected);
        boolean rate = size > 0 && size < 1;
        double tolerance = rate ? RATE_TOLERANCE * size : CENT;
        return Math.abs(Math.abs(cell) - size) <= tolerance || rate && Math.abs(Math.abs(cell) - 100 * size) <= 100 * tolerance;
    }

    private void compareRows() {
        var text = answer.findings().stream().flatMap(AnswerJudge::words).map(word -> word.toLowerCase(Locale.ROOT)).toList();
        var missing = check.names().stream().filter(name -> text.stream().noneMatch(word -> word.contains(name.toLowerCase(Locale.ROOT)))).toList();
        if (!missing.isEmpty()) {
            differ("missing row: nothing names " + missing.stream().limit(SHOWN).collect(Collectors.joining(", ")));
        }
        int fewest = answer.findings().stream().mapToInt(finding -> finding.rows().size()).min().orElse(0);
        if (check.rows() != null && fewest > check.rows() + OTHERS_AND_TOTAL) {
            differ("too many rows: " + fewest + ", expected at most " + check.rows());
            wrong = true;
        }
    }

    private static Stream<String> words(Finding finding) {
        return Stream.concat(Stream.of(finding.title(), finding.summary()), finding.rows().stream().flatMap(List::stream).filter(Objects::nonNull).map(Object::toString));
    }

    private void differ(String difference) {
        differences.add(difference);
    }
}
