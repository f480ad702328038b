package org.bitsconformance.judge.application;

import java.util.function.Predicate;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;
import org.bitsconformance.protocol.Dialect;

/**
 * A rule that is a row of a table: repeating a last fragment does not cause another notification. The documents
 * disagree, so only one dialect forbids it.
 *
 * @param name the rule's own name
 * @param requirement id of the requirement
 * @param when which fragments it applies to
 * @param forbids the dialect that forbids it; under any other it is only reported
 * @param message what is wrong, in a sentence
 */
record NotNotifiedAgain(String name, String requirement, Predicate<LastFragment> when, Dialect forbids, String message)
        implements LastFragmentRule {

    @Override
    public Judgement judge(LastFragment last, CaseHistory history, Context context) {
        if (!when.test(last) || last.ack().isEmpty()) {
            return Judgement.outOfScope();
        }
        if (last.notices().isEmpty()) {
            return Judgement.held();
        }
        return context.dialect() == forbids
                ? Judgement.broken("no other notification", "another notification", message)
                : Judgement.observed(message);
    }
}
