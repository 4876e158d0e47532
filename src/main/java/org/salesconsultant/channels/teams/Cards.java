package org.salesconsultant.channels.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.channels.export.FindingText;
import org.salesconsultant.channels.export.Links;
import org.salesconsultant.channels.export.TextTable;
import org.salesconsultant.sales.Language;
import org.salesconsultant.settings.Wording;

/** Answers and the channel's own sentences as cards that Teams takes. */
final class Cards {
    /** In bytes. Teams takes 28 KB; what stands above a late answer has to fit, too. */
    private static final int LARGEST = 25 * 1024;
    private static final int SUGGESTIONS = 4;
    private static final int LONGEST_SUGGESTION = 150;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_PLAIN = 300;
    /** The first that leaves the card small enough is taken; the last always does. */
    private static final List<Room> ROOMS = List.of(new Room(8, 15, 6_000), new Room(8, 10, 5_000), new Room(8, 5, 3_000), new Room(6, 3, 2_000),
            new Room(3, 0, 1_500), new Room(0, 0, 1_000));

    private final Wording wording;
    private final FindingElements findings;

    Cards(Wording wording, FindingText text, Links links) {
        this.wording = wording;
        this.findings = new FindingElements(wording, text, links);
    }

    /** How much of an answer is shown. @param findings at most @param rows of each table, at most @param letters of the text, at most */
    private record Room(int findings, int rows, int letters) {
        boolean holds(Answer answer) {
            return answer.findings().size() <= findings && answer.text().codePointCount(0, answer.text().length()) <= letters;
        }
    }

    /** @param page where the asker finds it whole; empty where nothing is known of that */
    Card of(Answer answer, Language language, Optional<String> page) {
        return ROOMS.stream().map(room -> laidOut(answer, language, page, room)).filter(card -> card.message().length <= LARGEST).findFirst().orElseThrow();
    }

    /** @param key of a sentence @param namesAndValues as {@link Wording#say} takes them */
    Card saying(Language language, String key, Object... namesAndValues) {
        return plain(language, wording.say(language, key, namesAndValues));
    }

    /** The same with a link below, where there is one. */
    Card saying(Language language, String key, String user, Optional<String> page) {
        List<Map<String, Object>> body = new ArrayList<>(saying(language, key, "user", user).body());
        page.ifPresent(url -> body.add(Elements.link(url, wording.say(language, "page", "user", user))));
        return new Card(language, body, wording.say(language, key, "user", user));
    }

    Card plain(Language language, String text) {
        return new Card(language, Elements.paragraphs(text), text);
    }

    /** What stands above an answer that is not in the thread of its question. */
    List<Map<String, Object>> heading(TeamsMessage asked, Language language) {
        return List.of(Elements.note(wording.say(language, "asked_by", "user", TextTable.shortened(asked.userName(), LONGEST_NAME),
                "question", TextTable.shortened(asked.text(), LONGEST_QUESTION))));
    }

    private Card laidOut(Answer answer, Language language, Optional<String> page, Room room) {
        var body = new ArrayList<>(Elements.paragraphs(TextTable.shortened(answer.text(), room.letters())));
        answer.findings().stream().limit(room.findings()).forEach(finding -> body.addAll(findings.of(finding, language, room.rows())));
        var next = answer.suggestions().stream().limit(SUGGESTIONS).map(suggestion -> "· " + TextTable.shortened(suggestion, LONGEST_SUGGESTION)).toList();
        if (!next.isEmpty()) {
            body.add(Elements.note(wording.say(language, "suggestions")));
            next.forEach(suggestion -> body.add(Elements.text(suggestion)));
        }
        if (!room.holds(answer)) {
            body.add(Elements.note(wording.say(language, "cut_answer")));
        }
        page.ifPresent(url -> body.add(Elements.link(url, wording.say(language, "whole_answer"))));
        return new Card(language, body, TextTable.shortened(answer.text(), LONGEST_PLAIN));
    }
}
