package org.salesconsultant.channels.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.channels.export.FindingText;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.export.TextTable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;

/**
 * A finding in a card: its chart by a link, its first rows as a table (one row: figures with their names), the rest as CSV by a link,
 * caveats and what it was made of.
 */
final class FindingElements {
    /** What a card's width leaves readable. */
    private static final int COLUMNS = 5;
    private static final int FIGURES = 12;
    private static final int WIDEST_CELL = 60;
    private static final int LONGEST_FIGURE = 200;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TITLE = 150;
    private static final int LONGEST_NOTE = 250;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int CAVEATS = 3;

    private final Wording wording;
    private final FindingText text;
    private final Links links;

    FindingElements(Wording wording, FindingText text, Links links) {
        this.wording = wording;
        this.text = text;
        this.links = links;
    }

    /** @param rows of its table, at most; 0: no table */
    List<Map<String, Object>> of(Finding finding, Language language, int rows) {
        List<Map<String, Object>> elements = new ArrayList<>();
        elements.add(Elements.title(TextTable.shortened(finding.title(), LONGEST_TITLE)));
        links.chart(finding).ifPresent(url -> elements.add(Elements.picture(url, TextTable.shortened(finding.summary(), LONGEST_DESCRIPTION))));
        if (rows > 0 && !finding.rows().isEmpty()) {
            elements.add(finding.rows().size() == 1 ? figures(finding) : table(finding, rows));
        }
        if (isCut(finding, rows)) {
            elements.add(Elements.note(wording.say(language, "cut_table", "shown", Math.min(rows, finding.rows().size()), "rows", finding.rows().size(),
                    "columns", finding.columns().size())));
            links.table(finding).ifPresent(url -> elements.add(Elements.link(url, wording.say(language, "whole_table"))));
        }
        notes(finding, language).forEach(note -> elements.add(Elements.note(TextTable.shortened(note, LONGEST_NOTE))));
        return elements;
    }

    private List<String> notes(Finding finding, Language language) {
        return Stream.concat(finding.caveats().stream().limit(CAVEATS).map(caveat -> "⚠ " + caveat), Stream.of(text.made(finding, language)))
                .filter(note -> !note.isEmpty()).toList();
    }

    private static boolean isCut(Finding finding, int rows) {
        if (finding.rows().size() == 1 && rows > 0) {
            return finding.columns().size() > FIGURES || IntStream.range(0, finding.columns().size())
                    .anyMatch(column -> isLonger(FindingText.figure(finding, column), LONGEST_FIGURE));
        }
        return finding.rows().size() > rows || finding.columns().size() > COLUMNS
                || finding.rows().stream().flatMap(row -> cells(finding, row)).anyMatch(cell -> isLonger(cell, WIDEST_CELL));
    }

    private static boolean isLonger(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest;
    }

    private static Map<String, Object> figures(Finding finding) {
        var lines = IntStream.range(0, Math.min(FIGURES, finding.columns().size())).mapToObj(column -> List.of(name(finding.columns().get(column)),
                TextTable.shortened(FindingText.figure(finding, column), LONGEST_FIGURE))).toList();
        return Elements.table(lines, List.of(false, false), false);
    }

    private static Map<String, Object> table(Finding finding, int rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(finding.columns().stream().limit(COLUMNS).map(FindingElements::name).toList());
        finding.rows().stream().limit(rows).forEach(row -> lines.add(cells(finding, row).map(cell -> TextTable.shortened(cell, WIDEST_CELL)).toList()));
        return Elements.table(lines, finding.columns().stream().limit(COLUMNS).map(column -> isFigure(column.type())).toList(), true);
    }

    private static String name(Finding.Column column) {
        return TextTable.shortened(TextTable.heading(column), LONGEST_NAME);
    }

    private static Stream<String> cells(Finding finding, List<@Nullable Object> row) {
        return IntStream.range(0, Math.min(COLUMNS, row.size())).mapToObj(column -> TextTable.cell(row.get(column), finding.columns().get(column).type()));
    }

    private static boolean isFigure(Finding.Type type) {
        return type != Finding.Type.TEXT && type != Finding.Type.DATE;
    }
}
