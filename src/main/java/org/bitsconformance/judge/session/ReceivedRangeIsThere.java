package org.bitsconformance.judge.session;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** The answers to a fragment that know an offset, 200 and 416, name it; with other answers it is open. */
public final class ReceivedRangeIsThere implements AckRule {

    @Override
    public String requirement() {
        return "fragment.received-range";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.is(PacketType.FRAGMENT) || (ack.status() != 200 && ack.status() != 416)) {
            return Judgement.outOfScope();
        }
        return ack.headers().has(BitsHeaders.RECEIVED_CONTENT_RANGE)
                ? Judgement.held()
                : Judgement.broken(
                        BitsHeaders.RECEIVED_CONTENT_RANGE,
                        "no " + BitsHeaders.RECEIVED_CONTENT_RANGE,
                        "The " + ack.status() + " answer to Fragment has no " + BitsHeaders.RECEIVED_CONTENT_RANGE
                                + ".");
    }
}
