package org.bitsconformance.judge;

import org.bitsconformance.judge.history.Step;

/** A rule about one packet and what came back. */
public non-sealed interface ExchangeRule extends Rule {

    /** Judges a packet and its answer, in the light of what came before it in the case. */
    Judgement judge(Step step, Context context);
}
