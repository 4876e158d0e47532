package org.salesconsultant.channels.slack;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text to and from Slack's "mrkdwn": nothing that stands in data becomes a mention, a link or a command. */
final class SlackText {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern MARKED = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    private SlackText() {}

    /** An answer's text: Markdown's bold becomes Slack's, all else is shown as it is. */
    static String of(String text) {
        return BOLD.matcher(escaped(text)).replaceAll("*$1*");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What somebody typed, as they see it: links by their names, without the mention of whom they ask. @param bot the user id of the assistant */
    static String plain(String text, String bot) {
        return MARKED.matcher(text.replace("<@" + bot + ">", " "))
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(found.group(2) == null ? found.group(1) : found.group(2)))
                .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
    }

    /** At most so many UTF-16 units; what is longer ends in …. */
    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, within(text, longest - 1)) + "…";
    }

    /** The text in pieces of at most so many UTF-16 units, broken where a line may break in its script. */
    static List<String> pieces(String text, int longest) {
        List<String> pieces = new ArrayList<>();
        var rest = text.strip();
        while (rest.length() > longest) {
            var breaks = BreakIterator.getLineInstance();
            breaks.setText(rest);
            int at = breaks.preceding(longest + 1);
            at = at > 0 ? at : within(rest, longest);
            pieces.add(rest.substring(0, at).strip());
            rest = rest.substring(at).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** Not in the middle of a character, nor of an escaped one. */
    private static int within(String text, int longest) {
        int at = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        int escape = text.lastIndexOf('&', at - 1);
        return escape > 0 && at - escape < "&amp;".length() && text.indexOf(';', escape) >= at ? escape : at;
    }
}
