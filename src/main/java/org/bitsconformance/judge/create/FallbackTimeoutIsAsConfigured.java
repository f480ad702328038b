package org.bitsconformance.judge.create;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * The Ack that creates a session has the fallback time-out that the target file declares (MC-BUP 2.2.3.2, 3.2.1.1).
 * Other rules judge a value that is not a number of seconds, or one without a host.
 */
public final class FallbackTimeoutIsAsConfigured implements AckRule {

    @Override
    public String requirement() {
        return "create-session.fallback-timeout.configured";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        OptionalLong seconds =
                context.header().target().declared().capabilities().hostIdFallbackSeconds();
        if (!step.is(PacketType.CREATE_SESSION) || seconds.isEmpty() || !ack.success()) {
            return Judgement.outOfScope();
        }
        String name = BitsHeaders.HOST_ID_FALLBACK_TIMEOUT;
        List<String> sent = ack.headers().all(name);
        if (sent.isEmpty()) {
            return FieldForms.missing(step, ack, name, name + ": " + seconds.getAsLong());
        }
        if (sent.size() > 1 || !sent.get(0).matches("\\d+")) {
            return Judgement.outOfScope();
        }
        return new BigInteger(sent.get(0)).equals(BigInteger.valueOf(seconds.getAsLong()))
                ? Judgement.held()
                : FieldForms.wrong(step, ack, name, sent.get(0), String.valueOf(seconds.getAsLong()));
    }
}
