package org.salesconsultant.channels.slack;

import com.google.gson.Gson;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.channels.export.FindingText;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;

/** An answer as Slack shows it: one message, or as many as Slack's limits ask for. */
final class AnswerMessages {
    /** Begins the action of a button that asks its value; its number follows. */
    static final String ASK = "ask_";
    static final String RIGHT = "rate_right";
    static final String WRONG = "rate_wrong";
    /** Slack's own limits. */
    private static final int BLOCKS = 50;
    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_LABEL = 75;
    /** Shorter than Slack's 2,000, so that all buttons fit into a message. */
    private static final int LONGEST_VALUE = 1_000;
    /** Of all blocks as JSON: Slack refuses from about 13,200 on, by a count that it does not tell (slackapi/bolt-js 2509). */
    private static final int LONGEST_MESSAGE = 12_000;
    private static final Gson JSON = GsonFactory.createSnakeCase().newBuilder().disableHtmlEscaping().create();

    private final FindingBlocks findings;
    private final Wording wording;

    AnswerMessages(Wording wording, FindingText text) {
        this.findings = new FindingBlocks(wording, text);
        this.wording = wording;
    }

    /** @param before stands above the answer, in Slack's own markup; empty: nothing does */
    List<SlackMessage> of(Answer answer, Language language, String before) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (!before.isEmpty()) {
            blocks.addAll(sections(before));
        }
        blocks.addAll(sections(SlackText.of(answer.text())));
        answer.findings().forEach(finding -> blocks.addAll(findings.of(finding, language)));
        var next = suggestions(answer);
        if (!next.isEmpty()) {
            blocks.add(Blocks.actions(next));
        }
        blocks.add(Blocks.actions(ratings(answer, language)));
        return packed(blocks, SlackText.cut(SlackText.escaped(answer.text()), LONGEST_SECTION));
    }

    static List<LayoutBlock> sections(String text) {
        return SlackText.pieces(text, LONGEST_SECTION).stream().<LayoutBlock>map(piece ->
                Blocks.section(section -> section.text(MarkdownTextObject.builder().text(piece).verbatim(true).build()))).toList();
    }

    private static List<BlockElement> suggestions(Answer answer) {
        List<BlockElement> buttons = new ArrayList<>();
        for (var suggestion : answer.suggestions()) {
            if (suggestion.length() <= LONGEST_VALUE) {
                buttons.add(button(ASK + buttons.size(), SlackText.cut(suggestion, LONGEST_LABEL), suggestion, suggestion));
            }
        }
        return buttons;
    }

    private List<BlockElement> ratings(Answer answer, Language language) {
        var value = language.code() + " " + answer.messageId();
        return List.of(button(RIGHT, "👍", value, wording.say(language, "right")), button(WRONG, "👎", value, wording.say(language, "wrong")));
    }

    /** @param read by a screen reader */
    private static ButtonElement button(String action, String label, String value, String read) {
        return ButtonElement.builder().actionId(action).value(value).text(PlainTextObject.builder().text(label).emoji(true).build())
                .accessibilityLabel(SlackText.cut(read, LONGEST_LABEL)).build();
    }

    private static List<SlackMessage> packed(List<LayoutBlock> blocks, String text) {
        List<List<LayoutBlock>> messages = new ArrayList<>();
        int length = 0;
        for (var block : blocks) {
            int size = JSON.toJson(block).length() + 1;
            if (messages.isEmpty() || messages.getLast().size() == BLOCKS || length + size > LONGEST_MESSAGE) {
                messages.add(new ArrayList<>());
                length = 0;
            }
            messages.getLast().add(block);
            length += size;
        }
        return messages.stream().map(message -> new SlackMessage(text, message)).toList();
    }
}
