package org.bitsconformance.judge;

import org.bitsconformance.judge.history.Step;

/** A rule about one packet and its answer. */
public non-sealed interface ExchangeRule extends Rule {

    /** Judges a packet and its answer, knowing what came before it in the case. */
    Judgement judge(Step step, Context context);
}
