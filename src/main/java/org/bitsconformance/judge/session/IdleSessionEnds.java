package org.bitsconformance.judge.session;

import java.util.List;
import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Located;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.CaseHistory;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.http.Answer;

/**
 * A session ends when its time-out has passed without progress. After that it is unknown (MC-BUP 3.2.6.1, 3.2.5.2.3:
 * 500 with its code), or has ended (Win32 bits-upload-protocol: 400 to a packet that is not expected). By the Win32
 * pages a task may end sessions later; the target file of such a server must declare no time-out.
 */
public final class IdleSessionEnds implements CaseRule {

    @Override
    public String requirement() {
        return "session-timeout.ended";
    }

    @Override
    public List<Located> judge(CaseHistory history, Context context) {
        return Idle.of(history, context).stream()
                .filter(idle -> idle.atLeast() > idle.timeout().micros())
                .map(idle -> new Located(
                        history.caseId(),
                        idle.step().exchange().id(),
                        idle.certainlyOver()
                                ? judge(idle, context)
                                : Judgement.skipped("the packet came too close to the session's time-out")))
                .toList();
    }

    private static Judgement judge(Idle idle, Context context) {
        Answer ack = idle.step().ack().orElseThrow();
        boolean win32 = context.dialect().admits(Document.WIN32);
        boolean unknown = ack.status() == 500 && StatusChecks.says(ack, Hresult.BG_E_SESSION_NOT_FOUND);
        if (unknown || (win32 && ack.status() == 400)) {
            return Judgement.held();
        }
        String expected = "500 with " + Hresult.BG_E_SESSION_NOT_FOUND + (win32 ? ", or 400" : "");
        String actual = ack.status() + (ack.success() ? "" : " with " + StatusChecks.code(ack));
        return Judgement.broken(
                        expected,
                        actual,
                        "A Fragment that came " + idle.atLeast() / 1000
                                + " ms after the packet before it, in a session with a time-out of "
                                + idle.timeout().micros() / 1000
                                + " ms, was answered " + actual + " where " + expected + " is expected.")
                .decidedBy(Judgement.STATUS);
    }
}
