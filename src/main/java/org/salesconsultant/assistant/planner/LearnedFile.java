package org.salesconsultant.assistant.planner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.sales.Periods;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.settings.ChangingFile;
import org.salesconsultant.settings.Home;
import org.salesconsultant.settings.Yaml;

/** {@code prompts/learned/questions.yaml}, which may change while the server runs. Safe for many threads. */
final class LearnedFile {
    static final String NAME = "prompts/learned/questions.yaml";

    private static final String HEAD = """
            # Questions that were rated right and that an admin accepted, with the plan that answered them. Used from the next question on;
            # edit it as you like. "period" and "compareTo" are words, read anew each time: "last month". "example" is the question without
            # the names in it: questions worded like it get the same tool.
            questions:
            """;
    private static final Pattern ITEM = Pattern.compile("(?m)^( *)- ");
    /** To see whether words name a time at all. */
    private static final Periods SOME_TIME = new Periods(LocalDate.of(2000, 1, 1), LocalDate.of(2020, 12, 15));

    private final Home home;
    private final PlannerKnowledge knowledge;
    private final ChangingFile<LearnedQuestions> questions;

    private record Contents(@Nullable List<LearnedQuestion> questions) {}

    /** @throws UserError with file, line and the fix when it has a mistake */
    LearnedFile(Home home, PlannerKnowledge knowledge) {
        this.home = home;
        this.knowledge = knowledge;
        this.questions = new ChangingFile<>(home, NAME, () -> home.find(NAME).map(text -> new LearnedQuestions(parse(text))).orElse(LearnedQuestions.NONE));
    }

    /** As the file stands now; one with a mistake leaves what was known before. */
    LearnedQuestions current() {
        return questions.current();
    }

    /**
     * Writes a question behind those that are there; their lines and comments stay as they are.
     *
     * @throws UserError CONFLICT when the same words have another plan already, BAD_SETUP when the file has a mistake
     */
    synchronized void add(LearnedQuestion question) {
        var text = home.find(NAME).orElse(HEAD);
        var known = new LearnedQuestions(parse(text)).find(question.language(), question.ask());
        if (known.isPresent()) {
            if (!known.get().tool().equals(question.tool()) || !known.get().arguments().equals(question.arguments())) {
                throw new UserError(UserError.Category.CONFLICT, "\"" + question.ask() + "\" stands in " + NAME + " with another plan.",
                        "Change or remove it there.");
            }
            return;
        }
        var written = text.stripTrailing() + "\n" + Yaml.write(List.of(question)).indent(indent(text));
        if (!parse(written).contains(question)) {
            throw new UserError(UserError.Category.BAD_SETUP, "\"" + question.ask() + "\" cannot be added to " + NAME + ".",
                    "Make \"questions\" the last key of that file.");
        }
        home.write(NAME, written);
    }

    private static int indent(String text) {
        var item = ITEM.matcher(text);
        return item.find() ? item.group(1).length() : 0;
    }

    private List<LearnedQuestion> parse(String text) {
        var contents = Yaml.parseSparse(text, NAME, Contents.class);
        List<LearnedQuestion> questions = contents == null || contents.questions() == null ? List.of() : contents.questions();
        List<LearnedQuestion> checked = new ArrayList<>();
        for (var question : questions) {
            try {
                check(question, new LearnedQuestions(checked));
            } catch (UserError mistake) {
                throw new UserError(UserError.Category.BAD_SETUP, NAME + " line " + line(text, checked.size()) + ": " + mistake.message(), mistake.hint());
            }
            checked.add(question);
        }
        return checked;
    }

    private static int line(String text, int index) {
        var prefix = " ".repeat(indent(text)) + "- ";
        var lines = text.lines().toList();
        int left = index;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(prefix) && left-- == 0) {
                return i + 1;
            }
        }
        return lines.size();
    }

    private void check(@Nullable LearnedQuestion question, LearnedQuestions before) {
        if (question == null || question.ask() == null || LearnedQuestion.key(question.ask()).isEmpty() || question.tool() == null || question.arguments() == null) {
            throw bad("a learned question needs \"ask\", \"tool\" and \"arguments\"", "Write all three; arguments can be {}.");
        }
        if (before.find(question.language(), question.ask()).isPresent()) {
            throw bad("\"" + question.ask() + "\" stands twice", "Remove one of them.");
        }
        if (!knowledge.has(question.tool())) {
            throw bad("there is no tool \"" + question.tool() + "\"", "Tools are named as the files in prompts/tools.");
        }
        var arguments = knowledge.arguments(question.tool());
        var lost = arguments.lost(question.json());
        if (!lost.isEmpty()) {
            throw bad(question.tool() + " cannot be told \"" + lost.getFirst() + "\" so", "Use the arguments of prompts/tools/" + question.tool() + ".yaml.");
        }
        var slots = question.slots(SOME_TIME);
        slots.metrics().forEach(knowledge.model()::metric);
        var missing = arguments.missing(slots);
        if (!missing.isEmpty()) {
            throw bad(question.tool() + " needs \"" + missing.getFirst() + "\"", "Add it to the arguments.");
        }
    }

    private static UserError bad(String what, String fix) {
        return new UserError(UserError.Category.BAD_SETUP, what + ".", fix);
    }
}
