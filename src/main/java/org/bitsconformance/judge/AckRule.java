package org.bitsconformance.judge;

import org.bitsconformance.judge.history.Step;
import org.bitsconformance.transcript.http.Answer;

/**
 * A rule about an Ack. It is only asked about answers that must be an Ack: not about the answer to a request that is
 * not HTTP, nor about an answer from a {@linkplain org.bitsconformance.transcript.FrontEnd front end} below the
 * protocol. If the target file declares no credentials, a 401 that asks for none is judged as an Ack.
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
