package org.salesconsultant.assistant.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.salesconsultant.assistant.Answer;
import org.salesconsultant.assistant.Assistant;
import org.salesconsultant.assistant.Question;
import org.salesconsultant.assistant.TurnListener;
import org.salesconsultant.assistant.evaluation.Judgement.Verdict;
import org.salesconsultant.sales.UserError;
import org.salesconsultant.sales.Viewer;

/** Asks what a file of checks asks, each in a conversation of its own, and judges the answers. */
public final class Evaluation {
    private final Assistant assistant;
    private final Viewer viewer;

    /** @param viewer who asks */
    public Evaluation(Assistant assistant, Viewer viewer) {
        this.assistant = assistant;
        this.viewer = viewer;
    }

    /** @param progress told each judgement when it is made */
    public List<Judgement> run(AnswerChecks file, Consumer<Judgement> progress) {
        List<Judgement> judgements = new ArrayList<>();
        for (var check : file.checks()) {
            var id = check.id() == null ? String.valueOf(judgements.size() + 1) : check.id();
            var judgement = judge(id, check);
            judgements.add(judgement);
            progress.accept(judgement);
        }
        return judgements;
    }

    /** A message that is refused is a question missed; the others are asked all the same. */
    private Judgement judge(String id, AnswerChecks.Check check) {
        long slowest = 0;
        @Nullable Answer last = null;
        try {
            for (var message : check.ask()) {
                last = assistant.ask(new Question(message, viewer, last == null ? null : last.conversationId(), null), TurnListener.NONE);
                slowest = Math.max(slowest, last.elapsedMs());
            }
        } catch (UserError refused) {
            return new Judgement(id, check.question(), Verdict.MISSED, List.of("refused: " + refused.message()), "", slowest);
        }
        return AnswerJudge.judge(id, check, Objects.requireNonNull(last), slowest);
    }
}
