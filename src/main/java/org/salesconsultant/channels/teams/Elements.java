package org.salesconsultant.channels.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.salesconsultant.channels.export.TextTable;

/**
 * Elements of an Adaptive Card. Text stands in rich text blocks, which know no Markdown, so that nothing that stands in data becomes a
 * link or a heading.
 */
final class Elements {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_LABEL = 80;

    private Elements() {}

    /** Paragraphs, with Markdown's bold shown as such. */
    static List<Map<String, Object>> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(line -> block(runs(clean(line)))).toList();
    }

    static Map<String, Object> text(String text) {
        return block(List.of(clean(text)));
    }

    static Map<String, Object> title(String text) {
        return block(List.of(bold(clean(text))));
    }

    /** Small and grey. */
    static Map<String, Object> note(String text) {
        var run = Map.of("type", "TextRun", "text", clean(text), "isSubtle", true, "size", "Small");
        return Map.of("type", "RichTextBlock", "inlines", List.of(run), "spacing", "Small");
    }

    /** @param description for those who do not see it @param url also opened by a click */
    static Map<String, Object> picture(String url, String description) {
        return Map.of("type", "Image", "url", url, "size", "Stretch", "altText", clean(description), "selectAction", open(url, description));
    }

    static Map<String, Object> link(String url, String label) {
        return Map.of("type", "ActionSet", "actions", List.of(open(url, label)));
    }

    /** @param rightAligned by column */
    static Map<String, Object> table(List<List<String>> rows, List<Boolean> rightAligned, boolean hasHeader) {
        var columns = rightAligned.stream().map(right -> Map.of("width", right ? 1 : 2, "horizontalCellContentAlignment", right ? "Right" : "Left")).toList();
        return Map.of("type", "Table", "firstRowAsHeader", hasHeader, "columns", columns, "rows", rows.stream().map(Elements::row).toList());
    }

    private static Map<String, Object> row(List<String> cells) {
        return Map.of("type", "TableRow", "cells", cells.stream().map(cell -> Map.of("type", "TableCell", "items", List.of(text(cell)))).toList());
    }

    private static Map<String, Object> open(String url, String label) {
        return Map.of("type", "Action.OpenUrl", "url", url, "title", TextTable.shortened(clean(label), LONGEST_LABEL));
    }

    private static Map<String, Object> block(List<Object> inlines) {
        return Map.of("type", "RichTextBlock", "inlines", inlines);
    }

    private static Map<String, Object> bold(String text) {
        return Map.of("type", "TextRun", "text", text, "weight", "Bolder");
    }

    private static List<Object> runs(String line) {
        List<Object> runs = new ArrayList<>();
        var bold = BOLD.matcher(line);
        int from = 0;
        for (; bold.find(); from = bold.end()) {
            if (bold.start() > from) {
                runs.add(line.substring(from, bold.start()));
            }
            runs.add(bold(bold.group(1)));
        }
        if (from < line.length()) {
            runs.add(line.substring(from));
        }
        return runs;
    }

    private static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
