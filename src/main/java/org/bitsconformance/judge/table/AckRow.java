package org.bitsconformance.judge.table;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/**
 * A rule that is a row of a table: when this applies, an Ack must be like that.
 *
 * @param name the rule's own name
 * @param requirement id of the requirement
 * @param when which Acks it applies to
 * @param then what they must be like
 */
public record AckRow(String name, String requirement, Condition when, Then then) implements AckRule {

    /** A row. */
    public static AckRow rule(String name, String requirement, Condition when, Then then) {
        return new AckRow(name, requirement, when, then);
    }

    /** The same row, with another outcome for some of its Acks. */
    public AckRow but(Condition exception, Then instead) {
        return new AckRow(name, requirement, when, then.but(exception, instead));
    }

    /** Only its name: the rest is code. */
    @Override
    public String toString() {
        return name;
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        return when.holds(step, ack, context) ? then.judge(step, ack, context) : Judgement.outOfScope();
    }
}
