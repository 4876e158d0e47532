package org.salesconsultant.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answer;
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
        var columns = finding.columns();
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> column.unit() == null ? column.name() : column.name() + " (" + column.unit() + ")").toList());
        for (var row : finding.rows().subList(0, Math.min(ROWS, finding.rows().size()))) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(row.get(i), columns.get(i).type()));
            }
            lines.add(cells);
        }
        int[] widths = new int[columns.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        });
        var text = lines.stream().map(line -> line(line, columns, widths)).collect(Collectors.joining("\n", "", "\n"));
        int more = finding.rows().size() - ROWS;
        return more > 0 ? text + "… " + more + " more\n" : text;
    }

    private static String line(List<String> cells, List<Finding.Column> columns, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var blanks = " ".repeat(widths[i] - width(cells.get(i)));
            line.append(isText(columns.get(i).type()) ? cells.get(i) + blanks : blanks + cells.get(i)).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String cell(@Nullable Object cell, Finding.Type type) {
        if (cell == null) {
            return "–";
        }
        if (!(cell instanceof Number number)) {
            var text = cell.toString().replaceAll("\\s+", " ");
            return text.length() <= WIDEST_CELL ? text : text.substring(0, WIDEST_CELL - 1) + "…";
        }
        var format = type == Finding.Type.PERCENT ? NumberFormat.getPercentInstance(Locale.UK) : NumberFormat.getNumberInstance(Locale.UK);
        int decimals = switch (type) {
            case MONEY -> 2;
            case PERCENT -> 1;
            case NUMBER, TEXT, DATE -> number instanceof Double || number instanceof BigDecimal ? 2 : 0;
            case INTEGER -> 0;
        };
        format.setMinimumFractionDigits(type == Finding.Type.NUMBER ? 0 : decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    private static boolean isText(Finding.Type type) {
        return type == Finding.Type.TEXT || type == Finding.Type.DATE;
    }

    /** Columns a terminal uses: wide characters take two (Unicode UAX #11). */
    private static int width(String text) {
        return text.codePoints().map(point -> switch (UCharacter.getIntPropertyValue(point, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
            default -> 1;
        }).sum();
    }
}
