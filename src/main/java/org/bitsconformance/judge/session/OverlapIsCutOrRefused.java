package org.bitsconformance.judge.session;

import java.util.Set;
import org.bitsconformance.judge.AckRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.transcript.http.Answer;

/**
 * A fragment that begins before the next byte is refused with 416, or only its new bytes are used (Win32 fragment). By
 * MC-BUP it is refused (3.2.5.2.6), except for a repeated last fragment (3.2.5.1.2).
 */
public final class OverlapIsCutOrRefused implements AckRule {

    @Override
    public String requirement() {
        return "fragment.status.overlap";
    }

    @Override
    public Judgement judge(Step step, Answer ack, Context context) {
        if (!step.flaws().isEmpty()
                || step.validFragment().filter(step.before()::expectsAfter).isEmpty()) {
            return Judgement.outOfScope();
        }
        boolean lastAgain =
                step.before().complete() && step.validFragment().get().reachesEnd();
        boolean mcBup = context.dialect().admits(Document.MC_BUP);
        boolean win32 = context.dialect().admits(Document.WIN32);
        if (lastAgain || !mcBup) {
            return taken(step, ack);
        }
        return switch (ack.status()) {
            case 416 -> Judgement.held();
            case 200 -> win32 ? Judgement.held() : StatusChecks.wrongStatus("416", step, ack);
            default -> win32 ? taken(step, ack) : StatusChecks.wrongStatus("416", step, ack);
        };
    }

    private static Judgement taken(Step step, Answer ack) {
        return StatusChecks.scarce(ack)
                ? StatusChecks.status(200, step, ack)
                : StatusChecks.oneOf(Set.of(200, 416), step, ack);
    }
}
