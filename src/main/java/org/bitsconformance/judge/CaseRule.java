package org.bitsconformance.judge;

import java.util.List;
import org.bitsconformance.judge.history.CaseHistory;

/** A rule about a case as a whole. */
public non-sealed interface CaseRule extends Rule {

    /** Judges a case; empty if the rule does not apply to it. */
    List<Located> judge(CaseHistory history, Context context);
}
