package org.bitsconformance.judge.ack;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.FieldForms;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A session id in an Ack is that of the request; the case of hexadecimal digits does not matter. The Ack to
 * Create-Session gives a new one, whatever the request has. It is open if the request spells its id differently from
 * the server, or has it several times.
 *
 * <p>If the request has none and no session is created, an id is open too, unless it is what a program writes for a
 * missing value: that names no session.
 */
public final class SessionIdIsTheSame implements AckRule {

    /**
     * What programming languages print for no value. The nil GUID is a GUID, which MC-BUP wants in every 200 (2.2.1.2):
     * open.
     */
    private static final Pattern NO_VALUE =
            Pattern.compile("[(<]?(none|null|nil|undefined|nan)[)>]?|\\[object \\w+]", Pattern.CASE_INSENSITIVE);

    @Override
    public String requirement() {
        return "session-id.same";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        Optional<String> asked = step.request().sessionId();
        String name = BitsHeaders.SESSION_ID;
        boolean creates = step.is(PacketType.CREATE_SESSION) && ack.success();
        if (asked.isEmpty()) {
            return creates ? Judgement.outOfScope() : ofNoSession(step, ack);
        }
        if (step.reference() == Reference.RESPELT
                || step.is(PacketType.CREATE_SESSION)
                || ack.headers().first(name).filter(value -> !value.isEmpty()).isEmpty()) {
            return Judgement.outOfScope();
        }
        return FieldForms.oneValue(step, ack, name, asked.get(), asked.get()::equalsIgnoreCase);
    }

    private static Judgement ofNoSession(Step step, Answer ack) {
        return ack.headers().all(BitsHeaders.SESSION_ID).stream()
                .filter(value -> NO_VALUE.matcher(value).matches())
                .findFirst()
                .map(value -> FieldForms.wrong(
                        step,
                        ack,
                        BitsHeaders.SESSION_ID,
                        value,
                        "the id of a session, or no " + BitsHeaders.SESSION_ID))
                .orElseGet(Judgement::outOfScope);
    }
}
