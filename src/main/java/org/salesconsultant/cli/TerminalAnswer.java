package org.salesconsultant.cli;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.channels.export.TextTable;
import org.salesconsultant.sales.Finding;

/** An answer as a terminal shows it: text, spark-line, table; no colour, so that it pipes as it is, and no command to the terminal that a name may hold. */
final class TerminalAnswer {
    private static final int ROWS = 20;
    private static final int WIDEST_CELL = 48;
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cntrl}&&[^\n]]");
    private static final String SPARKS = "▁▂▃▄▅▆▇█";

    private TerminalAnswer() {}

    static String of(Answer answer) {
        var text = new StringBuilder(answer.text()).append('\n');
        for (var finding : answer.findings()) {
            text.append('\n').append(finding(finding));
        }
        if (!answer.suggestions().isEmpty()) {
            text.append("\nNext: ").append(String.join("  ·  ", answer.suggestions())).append('\n');
        }
        return COMMANDS.matcher(text).replaceAll("?");
    }

    private static String finding(Finding finding) {
        var text = new StringBuilder(finding.title()).append('\n');
        var spark = spark(finding);
        if (!spark.isEmpty()) {
            text.append(spark).append('\n');
        }
        text.append(table(finding));
        finding.caveats().forEach(caveat -> text.append("Note: ").append(caveat).append('\n'));
        return text.toString();
    }

    /** One step a row, for a line or a band with a single series that never lacks a value. */
    private static String spark(Finding finding) {
        var chart = finding.chart();
        if (chart == null || chart.kind() != Finding.Chart.Kind.LINE && chart.kind() != Finding.Chart.Kind.BAND) {
            return "";
        }
        int column = finding.columns().stream().map(Finding.Column::name).toList().indexOf(chart.series().getFirst());
        var values = finding.rows().stream().map(row -> row.get(column)).filter(Number.class::isInstance)
                .mapToDouble(cell -> ((Number) cell).doubleValue()).toArray();
        if (values.length < 2) {
            return "";
        }
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        var line = new StringBuilder();
        for (double value : values) {
            line.append(SPARKS.charAt(high == low ? 0 : (int) Math.round((value - low) / (high - low) * (SPARKS.length() - 1))));
        }
        return line.toString();
    }

    private static String table(Finding finding) {
        var table = TextTable.of(finding, ROWS, WIDEST_CELL, Integer.MAX_VALUE).text();
        int more = finding.rows().size() - ROWS;
        return more > 0 ? table + "… " + more + " more\n" : table;
    }
}
