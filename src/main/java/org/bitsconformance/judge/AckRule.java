package org.bitsconformance.judge;

import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/**
 * A rule about an Ack. It is asked only where one is owed: the answer to a request that is not HTTP is none, nor is that
 * of a {@linkplain org.bitsconformance.transcript.FrontEnd front end} below the protocol. Where the target is not
 * declared to ask for credentials, a 401 that asks for none is judged as an Ack.
 */
public interface AckRule extends ExchangeRule {

    /** Judges an Ack. */
    Judgement judge(Step step, Answer ack, Context context);

    @Override
    default Judgement judge(Step step, Context context) {
        return step.ack()
                .or(() -> step.denial().filter(denial -> context.letsEverybodyIn()))
                .map(ack -> judge(step, ack, context))
                .orElseGet(Judgement::outOfScope);
    }
}
