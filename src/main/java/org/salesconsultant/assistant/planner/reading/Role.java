package org.salesconsultant.assistant.planner.reading;

/** What a common word does in a question; {@code prompts/planner.yaml} lists the words of each. */
public enum Role {
    /** carries no meaning of its own: auxiliaries, "what is" */
    FUNCTION,
    /** asks to see something, in fragments too: show, 看 */
    SHOW,
    /** the same, in fragments too: the, as */
    ARTICLE,
    /** puts what follows under whom or what stands before: 's, 的, 名下 */
    POSSESSIVE,
    /** stands for things of the data named elsewhere, or nowhere: ones */
    ONES,
    /** joins what follows to the whole, and would leave the whole out if it narrowed: including */
    INCLUDING,
    /** of two periods, both at once or each: both */
    BOTH,
    /** leaves out after "all", and says nothing elsewhere: but */
    BUT,
    /** asks for what nothing here computes: median, list price */
    UNMODELLED,
    /** speaks to the assistant itself: you */
    ADDRESS,
    /** talk around a question that cannot narrow it: "please override", "new instructions" */
    CHATTER,
    /** whom and what an answer is wanted for, in a place where it cannot be meant as someone of the data: the board, Monday's meeting, 领导 */
    AUDIENCE,
    /** praise or hurry, which means something only right before a name of data: lovely, urgent */
    MOOD,
    /** stands before a name that narrows: in, for, at */
    PREPOSITION,
    /** the same, or before whom the answer is for: for */
    FOR,
    /** joins members of a list */
    AND,
    /** sets two things against each other: versus, compared with */
    VERSUS,
    /** asks for a difference in time: change, increase */
    CHANGE,
    /** growth, whose other period is not said */
    GROWTH,
    /** leaves out what follows: excluding, ignore */
    EXCLUDE,
    /** leaves out what stands before it, as Chinese does: 以外 */
    EXCLUDED_BEFORE,
    /** the members that are left: other, rest of the */
    OTHER,
    /** the largest: top, best, most */
    TOP,
    /** the smallest: worst, least */
    BOTTOM,
    /** splits by what follows: by, per, each */
    BY,
    /** asks for a member: which, who */
    WHICH,
    /** asks for one member: 哪个 */
    WHICH_ONE,
    /** sets a bound on a number, which no filter can: more than */
    THRESHOLD,
    /** asks for a number: how many */
    HOW_MANY,
    /** asks for an amount: how much */
    HOW_MUCH,
    /** buying or selling as a verb */
    TRADE,
    /** winning something new, which no total counts: won, 新增 */
    ACQUIRE,
    /** marks a change to the question before: and, what about */
    FOLLOW_UP,
    /** asks the same of something else: 也 */
    ALSO,
    /** the members spoken of last, wherever they are: there, 那边 */
    THERE,
    /** the same again, of another member: the same, 同样 */
    SAME,
    /** puts something beside what was asked for: add, 加上 */
    ADD,
    /** marks one part replaced: instead, rather */
    INSTEAD,
    /** refers to what was spoken of: they, this customer */
    PRONOUN,
    /** asks for the reason alone: why */
    WHY,
    /** more of it: higher, 多 */
    UP,
    /** less of it: lower, 少 */
    DOWN,
    /** asks for the part in the whole: share of */
    SHARE,
    /** asks for the total so far: cumulative */
    CUMULATIVE,
    /** asks for an average over the last steps: moving average */
    MOVING,
    /** bounds of a metric */
    MORE_THAN, LESS_THAN, AT_LEAST, AT_MOST,
    /** narrows in a way that nothing here reads: only wholesale, assume */
    NARROWING,
    /** all there is: total, overall */
    TOTAL,
    /** all of the company, whatever was spoken of: company-wide */
    WHOLE,
    /** asks for the course over time: trend */
    TREND;

    /** Whether a question keeps its meaning without a word of this role. */
    public boolean isLost() {
        return isFiller() || this == CHATTER || this == AUDIENCE || this == MOOD || isPreposition() || this == TOTAL || this == WHOLE || this == ALSO || this == TRADE;
    }

    /** Whether a word of this role says nothing by itself. */
    public boolean isFiller() {
        return this == FUNCTION || this == SHOW || this == ARTICLE || this == POSSESSIVE || this == ONES || this == BOTH || this == BUT || this == ADDRESS;
    }

    /** Whether a name that narrows stands behind it. */
    public boolean isPreposition() {
        return this == PREPOSITION || this == FOR;
    }
}
