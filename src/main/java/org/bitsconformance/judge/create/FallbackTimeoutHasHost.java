package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A fallback time-out is present only with a host to fall back from. The Win32 pages have a host id without a time-out;
 * MC-BUP has both MUST and SHOULD for the time-out (2.2.3.2, 3.2.5.2.4), so it is open.
 */
public final class FallbackTimeoutHasHost implements AckRule {

    @Override
    public String requirement() {
        return "create-session.fallback-timeout";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        boolean host = ack.headers().has(BitsHeaders.HOST_ID);
        boolean timeout = ack.headers().has(BitsHeaders.HOST_ID_FALLBACK_TIMEOUT);
        if (!step.is(PacketType.CREATE_SESSION) || (!host && !timeout)) {
            return Judgement.outOfScope();
        }
        if (!host) {
            return FieldForms.absent(step, ack, BitsHeaders.HOST_ID_FALLBACK_TIMEOUT);
        }
        if (timeout) {
            return Judgement.held();
        }
        return context.dialect().admits(Document.WIN32)
                ? Judgement.held()
                : Judgement.observed("The " + ack.status() + " answer to " + step.packet() + " has "
                        + BitsHeaders.HOST_ID + " without " + BitsHeaders.HOST_ID_FALLBACK_TIMEOUT + ".");
    }
}
