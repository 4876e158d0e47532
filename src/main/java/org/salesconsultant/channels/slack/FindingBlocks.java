package org.salesconsultant.channels.slack;

import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.methods.request.files.FilesUploadV2Request.UploadFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.salesconsultant.channels.export.FindingCsv;
import org.salesconsultant.channels.export.FindingPng;
import org.salesconsultant.channels.export.FindingText;
import org.salesconsultant.channels.export.TextTable;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A finding in Block Kit: one row as figures with their names, more as a table in letters of one width, which every Slack client aligns;
 * caveats and what it was made of below. What does not fit is in a file beside it.
 */
final class FindingBlocks {
    /** Of a table: what a screen shows without scrolling. */
    private static final int ROWS = 20;
    private static final int WIDEST_CELL = 32;
    private static final int WIDEST_TABLE = 84;
    /** Slack's own limit. */
    private static final int FIELDS = 10;
    /** Shorter than Slack's, so that a message stays readable, and no block fills one. */
    private static final int LONGEST_FIELD = 500;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 600;
    private static final int NOTES = 9;
    private static final Logger LOG = LoggerFactory.getLogger(FindingBlocks.class);

    private final Wording wording;
    private final FindingText text;

    FindingBlocks(Wording wording, FindingText text) {
        this.wording = wording;
        this.text = text;
    }

    List<LayoutBlock> of(Finding finding, Language language) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Blocks.section(section -> section.text(markdown("*" + SlackText.cut(SlackText.escaped(finding.title()), LONGEST_TITLE) + "*"))));
        if (finding.rows().size() == 1) {
            blocks.addAll(figures(finding));
        } else if (!finding.rows().isEmpty()) {
            blocks.add(table(finding));
        }
        var notes = notes(finding, language);
        if (!notes.isEmpty()) {
            blocks.add(Blocks.context(notes));
        }
        return blocks;
    }

    /** The chart, and the table where the blocks do not show all of it. */
    static List<UploadFile> files(Finding finding) {
        List<UploadFile> files = new ArrayList<>();
        var name = FindingCsv.fileName(finding);
        picture(finding).ifPresent(png -> files.add(UploadFile.builder().fileData(png).filename(name + ".png").title(finding.title())
                .altTxt(SlackText.cut(finding.summary(), 1_000)).build()));
        if (isCut(finding)) {
            files.add(UploadFile.builder().fileData(FindingCsv.of(finding).getBytes(StandardCharsets.UTF_8)).filename(name + ".csv")
                    .title(finding.title()).build());
        }
        return files;
    }

    /** A machine without fonts cannot draw; the answer stands without the picture. */
    private static Optional<byte[]> picture(Finding finding) {
        try {
            return FindingPng.of(finding);
        } catch (RuntimeException | InternalError | LinkageError e) {
            LOG.warn("the chart \"{}\" cannot be drawn", finding.title(), e);
            return Optional.empty();
        }
    }

    private static boolean isCut(Finding finding) {
        if (finding.rows().size() == 1) {
            return IntStream.range(0, finding.columns().size()).anyMatch(column -> value(finding, column).length() > LONGEST_FIELD - 1);
        }
        return !table(finding, ROWS).isWhole();
    }

    private static TextTable table(Finding finding, int rows) {
        return TextTable.of(finding, rows, WIDEST_CELL, WIDEST_TABLE);
    }

    private static RichTextBlock table(Finding finding) {
        var text = RichTextSectionElement.Text.builder().text(table(finding, ROWS).text().stripTrailing()).build();
        return RichTextBlock.builder().elements(List.of(RichTextPreformattedElement.builder().elements(List.of(text)).build())).build();
    }

    private static List<LayoutBlock> figures(Finding finding) {
        var fields = IntStream.range(0, finding.columns().size()).<TextObject>mapToObj(column -> field(finding, column)).toList();
        return IntStream.iterate(0, from -> from < fields.size(), from -> from + FIELDS).<LayoutBlock>mapToObj(from ->
                SectionBlock.builder().fields(fields.subList(from, Math.min(from + FIELDS, fields.size()))).build()).toList();
    }

    private static MarkdownTextObject field(Finding finding, int column) {
        var name = "*" + SlackText.cut(SlackText.escaped(TextTable.heading(finding.columns().get(column))), LONGEST_TITLE) + "*\n";
        return markdown(name + SlackText.cut(value(finding, column), LONGEST_FIELD - name.length()));
    }

    private static String value(Finding finding, int column) {
        return SlackText.escaped(FindingText.figure(finding, column));
    }

    private List<ContextBlockElement> notes(Finding finding, Language language) {
        List<String> notes = new ArrayList<>();
        finding.caveats().stream().limit(NOTES - 2).forEach(caveat -> notes.add("⚠ " + caveat));
        if (isCut(finding)) {
            notes.add(wording.say(language, "whole_table", "rows", finding.rows().size(), "columns", finding.columns().size()));
        }
        notes.add(text.made(finding, language));
        return notes.stream().filter(note -> !note.isEmpty()).<ContextBlockElement>map(note -> markdown(SlackText.cut(SlackText.escaped(note), LONGEST_NOTE))).toList();
    }

    private static MarkdownTextObject markdown(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }
}
