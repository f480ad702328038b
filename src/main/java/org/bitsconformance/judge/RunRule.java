package org.bitsconformance.judge;

import java.util.List;
import org.bitsconformance.judge.history.CaseHistory;

/** A rule about a run as a whole. */
public non-sealed interface RunRule extends Rule {

    /** Judges all cases of a run, in driving order. */
    List<Located> judge(List<CaseHistory> histories, Context context);
}
