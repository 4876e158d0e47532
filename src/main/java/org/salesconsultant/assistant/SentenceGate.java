package org.salesconsultant.assistant;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.LlmTally.Sentence;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.UserError;

/**
 * Lets a model's text through sentence by sentence, each only after it has been checked, so that nothing unverified is ever
 * shown. The first sentence that fails is replaced by the findings' own summaries, later ones are left out. What a model thinks
 * aloud between {@code <think>} tags, as some local servers send it, is no part of the answer.
 */
final class SentenceGate implements Agent.Speech {
    /** A full stop ends a sentence only before a blank: not in {@code 2.38}. */
    private static final Pattern END = Pattern.compile("[.!?](?=\\s)|[。！？\\n]");
    private static final Pattern ENDED = Pattern.compile("[.!?。！？]\\W*$");
    private static final String THINKS = "<think>";
    private static final String THOUGHT = "</think>";
    /** Longer is no word on what will be looked up, but an answer from nothing. */
    private static final int LONGEST_PREFACE = 600;

    private final String question;
    private final Turn turn;
    private final Consumer<String> shown;
    private final LlmTally tally;
    private final LeakCheck leaks;
    private final MemberNames names;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private boolean replaced;
    private List<Finding> checked = List.of();
    private @Nullable SentenceCheck check;

    /**
     * @param turn whose findings so far explain what is said
     * @param names finds all that there are
     */
    SentenceGate(String question, Turn turn, Consumer<String> shown, LlmTally tally, LeakCheck leaks, MemberNames names) {
        this.question = question;
        this.turn = turn;
        this.shown = shown;
        this.tally = tally;
        this.leaks = leaks;
        this.names = names;
    }

    /** The model answers though it has looked nothing up. */
    static final class Unfounded extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfounded(String text) {
            super("it looked nothing up and wrote: " + text);
        }
    }

    /** @throws Unfounded as soon as that shows: nothing it says can be kept, so nobody has to wait for it */
    @Override
    public void piece(String piece) {
        waiting.append(piece);
        int thinking = forgetThoughts();
        if (turn.findings().isEmpty()) {
            refuseInventions(waiting.substring(0, thinking));
            return;
        }
        var end = END.matcher(waiting).region(0, thinking).useTransparentBounds(true);
        int from = 0;
        while (end.find()) {
            pass(waiting.substring(from, end.end()));
            from = end.end();
        }
        waiting.delete(0, from);
    }

    /** What was said before a look-up is no part of the answer. */
    @Override
    public void looksUp() {
        waiting.setLength(0);
    }

    @Override
    public void concludes(List<String> words) {
        if (SpokenNumbers.areMoreThanIn(question + "\n" + turn.refusals(), String.join("\n", words))) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message has numbers that neither the question nor a tool result has.",
                    "Leave them out, or call a tool.");
        }
        var known = new NameCheck(turn.findings(), given(), names);
        if (!words.stream().allMatch(text -> known.hold(names.in(text), false))) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message has names that neither the question nor a tool result has.",
                    "Leave them out, or call a tool.");
        }
        if (!words.stream().allMatch(text -> leaks.holds(text, turn.findings()))) {
            throw new UserError(UserError.Category.BAD_INPUT, "The message holds what is not for the reader.", "Say only what is asked or missing.");
        }
    }

    /** Names may come from the question and from tools that found nothing. */
    private List<String> given() {
        return List.of(question, turn.refusals(), turn.warehouse().state().company());
    }

    /**
     * The whole text as shown. Without a finding nothing has been shown, and this is empty.
     *
     * @param whole whether the model came to its end: else a last half sentence may end in half a number
     */
    String finish(boolean whole) {
        var rest = waiting.substring(0, forgetThoughts());
        if (!turn.findings().isEmpty() && (whole || ENDED.matcher(rest).find())) {
            pass(rest);
        }
        waiting.setLength(0);
        return text.toString().strip();
    }

    /** Where the thought begins that has not come to its end. */
    private int forgetThoughts() {
        int begin = waiting.indexOf(THINKS);
        int end = begin < 0 ? -1 : waiting.indexOf(THOUGHT, begin);
        if (end >= 0) {
            waiting.delete(begin, end + THOUGHT.length());
            return forgetThoughts();
        }
        return begin < 0 ? waiting.length() : begin;
    }

    private void refuseInventions(String preface) {
        var complete = preface.substring(0, preface.lastIndexOf(' ') + 1);
        if (preface.length() > LONGEST_PREFACE || SpokenNumbers.areMoreThanIn(question, complete)) {
            throw new Unfounded(preface);
        }
    }

    private void pass(String sentence) {
        if (sentence.isBlank()) {
            if (!text.isEmpty()) {
                show(sentence);
            }
        } else if (holds(sentence)) {
            tally.sentence(Sentence.PASSED);
            show(sentence);
        } else if (replaced) {
            tally.sentence(Sentence.LEFT_OUT);
        } else {
            replaced = true;
            tally.sentence(Sentence.REPLACED);
            show((text.isEmpty() ? "" : " ") + String.join(" ", turn.findings().stream().map(Finding::summary).toList()));
        }
    }

    private boolean holds(String sentence) {
        var findings = turn.findings();
        if (check == null || !findings.equals(checked)) {
            checked = findings;
            check = new SentenceCheck(findings, given(), names, turn.warehouse().state().periods());
        }
        return leaks.holds(sentence, findings) && check.holds(sentence);
    }

    private void show(String sentence) {
        text.append(sentence);
        shown.accept(sentence);
    }
}
