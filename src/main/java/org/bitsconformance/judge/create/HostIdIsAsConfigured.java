package org.bitsconformance.judge.create;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * The Ack that creates a session has the host that the target file declares, or none if it declares none (MC-BUP
 * 2.2.3.2, 3.2.1.1). Case does not matter in host names. Another rule judges a value that is not a host.
 */
public final class HostIdIsAsConfigured implements AckRule {

    @Override
    public String requirement() {
        return "create-session.host-id.configured";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        Optional<String> host = context.header().target().declared().host();
        boolean declared =
                context.header().target().declared().capabilities().hostId().isPresent();
        if (!step.is(PacketType.CREATE_SESSION) || !declared) {
            return Judgement.outOfScope();
        }
        if (host.isEmpty()) {
            return FieldForms.absent(step, ack, BitsHeaders.HOST_ID);
        }
        if (!ack.success()) {
            return Judgement.outOfScope();
        }
        List<String> sent = ack.headers().all(BitsHeaders.HOST_ID);
        if (sent.isEmpty()) {
            return FieldForms.missing(step, ack, BitsHeaders.HOST_ID, BitsHeaders.HOST_ID + ": " + host.get());
        }
        if (sent.size() > 1 || !HostName.isHostOrAddress(sent.get(0))) {
            return Judgement.outOfScope();
        }
        return sent.get(0).equalsIgnoreCase(host.get())
                ? Judgement.held()
                : FieldForms.wrong(step, ack, BitsHeaders.HOST_ID, sent.get(0), host.get());
    }
}
