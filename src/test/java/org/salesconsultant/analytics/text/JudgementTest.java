package org.salesconsultant.analytics.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salesconsultant.analytics.text.Judgement.Case;

class JudgementTest {
    /** With one sign of two values the fit meets both shares: 30 of 40 right with the sign, 10 of 50 without. The ridge moves them by a thousandth. */
    @Test
    void meetsTheSharesOfTheCases() {
        var judgement = Judgement.fit(List.of(new Case(new double[] {1}, true, 30), new Case(new double[] {1}, false, 10),
                new Case(new double[] {0}, true, 10), new Case(new double[] {0}, false, 40)));
        assertEquals(0.75, judgement.probability(new double[] {1}), 0.004);
        assertEquals(0.20, judgement.probability(new double[] {0}), 0.004);
        assertEquals(Math.log(3), judgement.score(new double[] {1}), 0.02);
    }

    @Test
    void aSignThatNeverChangesSaysNothing() {
        var judgement = Judgement.fit(List.of(new Case(new double[] {7}, true, 3), new Case(new double[] {7}, false, 1)));
        assertEquals(0.75, judgement.probability(new double[] {7}), 0.004);
        assertEquals(0.75, judgement.probability(new double[] {100}), 0.004);
    }

    @Test
    void staysFiniteWhereASignTellsAllApart() {
        var judgement = Judgement.fit(List.of(new Case(new double[] {1}, true, 5), new Case(new double[] {0}, false, 5)));
        assertEquals(1, judgement.probability(new double[] {1}), 0.05);
        assertEquals(0, judgement.probability(new double[] {0}), 0.05);
    }
}
