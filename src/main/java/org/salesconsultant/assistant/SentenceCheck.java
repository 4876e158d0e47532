package org.salesconsultant.assistant;

import java.util.List;
import org.salesconsultant.sales.Finding;
import org.salesconsultant.sales.Periods;

/** Says whether all that a model's sentence states comes from findings: its numbers, its dates, its names, and which number is whose. */
final class SentenceCheck {
    private final NumberCheck numbers;
    private final DateCheck dates;
    private final NameCheck names;
    private final RowCheck rows;
    private final MemberNames members;

    /**
     * @param beside texts whose names may be used too
     * @param periods reads the words that depend on the data's newest date
     */
    SentenceCheck(List<Finding> findings, List<String> beside, MemberNames members, Periods periods) {
        numbers = new NumberCheck(findings);
        dates = new DateCheck(findings, periods);
        names = new NameCheck(findings, beside, members);
        rows = new RowCheck(findings, numbers, members);
        this.members = members;
    }

    boolean holds(String sentence) {
        var nameless = numbers.withoutNames(sentence);
        var said = SpokenNumbers.in(nameless);
        if (!numbers.explain(said) || !dates.holds(nameless)) {
            return false;
        }
        var named = members.in(sentence);
        return names.hold(named, !said.stream().allMatch(SpokenNumbers.Spoken::isCountingWord)) && rows.hold(named, said);
    }
}
