package org.bitsconformance.judge.application;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.judge.history.LastFragment;

/** A rule about one fragment with the last byte of an upload. */
interface LastFragmentRule extends CaseRule {

    /** Judges such a fragment and its result, given the case. */
    Judgement judge(LastFragment last, CaseHistory history, Context context);

    @Override
    default List<Located> judge(CaseHistory history, Context context) {
        return history.lastFragments().stream()
                .map(last ->
                        new Located(history.caseId(), last.step().exchange().id(), judge(last, history, context)))
                .filter(located -> !(located.judgement() instanceof Judgement.OutOfScope))
                .toList();
    }
}
