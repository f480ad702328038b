package org.bitsconformance.judge.create;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/** The protocol that the server names, if any, is in the client's list; the case of a GUID does not matter. */
public final class ProtocolWasOffered implements AckRule {

    private static final Set<Flaw> NOTHING_TO_CHOOSE =
            EnumSet.of(Flaw.PROTOCOLS_MISSING, Flaw.PROTOCOLS_UNKNOWN, Flaw.PROTOCOLS_MALFORMED);

    @Override
    public String requirement() {
        return "create-session.protocol.offered";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        String name = BitsHeaders.PROTOCOL;
        if (!step.is(PacketType.CREATE_SESSION)
                || !ack.success()
                || ack.headers().first(name).filter(value -> !value.isEmpty()).isEmpty()) {
            return Judgement.outOfScope();
        }
        List<String> offered = step.request().headers().all(BitsHeaders.SUPPORTED_PROTOCOLS).stream()
                .flatMap(list -> Arrays.stream(list.split("[\\s,]+")))
                .filter(guid -> !guid.isEmpty())
                .toList();
        if (step.flaws().stream().anyMatch(NOTHING_TO_CHOOSE::contains)) {
            return Judgement.outOfScope();
        }
        return FieldForms.oneValue(
                step,
                ack,
                name,
                "one of " + String.join(" ", offered),
                value -> offered.stream().anyMatch(value::equalsIgnoreCase));
    }
}
