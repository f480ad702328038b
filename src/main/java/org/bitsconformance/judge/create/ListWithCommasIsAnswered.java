package org.bitsconformance.judge.create;

import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.history.Flaw;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.transcript.http.Answer;

/**
 * In MC-BUP a list with commas is one of the two forms (2.2.2.2); under the Win32 pages it may be refused with 400.
 * {@link CreateSessionSucceeds} judges whether success is 200 or 201.
 */
public final class ListWithCommasIsAnswered implements AckRule {

    @Override
    public String requirement() {
        return "create-session.protocols.commas";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.onlyFlaw(Flaw.PROTOCOLS_WITH_COMMAS)) {
            return Judgement.outOfScope();
        }
        if (ack.success()) {
            return Judgement.held();
        }
        boolean mayBeRefused = context.dialect().admits(Document.WIN32);
        return ack.status() == 400 && mayBeRefused
                ? Judgement.held()
                : CreationStatus.judge(step, ack, context, mayBeRefused);
    }
}
