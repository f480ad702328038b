package org.bitsconformance.judge.ack;

import java.util.Set;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.judge.history.Step.Reference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A packet without {@code Content-Length} is refused. The Win32 pages list the field only for Fragments, so under them
 * the other packets may be carried out. Under MC-BUP a Ping may be too, since it must always be answered 200
 * (3.2.5.2.5). A front end may answer as HTTP does, so the rule does not demand an Ack.
 */
public final class MissingLengthIsRefused implements ExchangeRule {

    private static final Set<Integer> REFUSALS = Set.of(400, 411);

    @Override
    public String requirement() {
        return "content-length.missing";
    }

    @Override
    public Judgement judge(Step step, Context context) {
        boolean certain = step.reference() != Reference.GIVEN || step.before().open();
        if (!step.onlyFlaw(Flaw.LENGTH_MISSING) || !certain) {
            return Judgement.outOfScope();
        }
        String packet = step.packet() + " without " + BitsHeaders.CONTENT_LENGTH;
        if (step.answer().isEmpty()) {
            return Judgement.observed(packet + " was not answered.");
        }
        Answer answer = step.answer().get();
        if (REFUSALS.contains(answer.status())) {
            return Judgement.held();
        }
        boolean needsNone =
                step.is(PacketType.PING) || (context.dialect().admits(Document.WIN32) && !step.is(PacketType.FRAGMENT));
        if (answer.success()) {
            return needsNone ? Judgement.held() : StatusChecks.wrongStatus("400 or 411", step, answer);
        }
        return Judgement.observed(packet + " was answered " + answer.status() + ".");
    }
}
