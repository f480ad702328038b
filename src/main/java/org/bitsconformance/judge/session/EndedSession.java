package org.bitsconformance.judge.session;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.transcript.http.Answer;

/**
 * A packet of a session that has ended belongs to an unknown session (MC-BUP 3.2.5.2.3: 500 with its code) or is not
 * expected (Win32 bits-upload-protocol: 400).
 */
final class EndedSession {

    private EndedSession() {}

    /** Judges the answer to a packet whose session certainly ended with this type of packet. */
    static Judgement judge(PacketType ended, Step step, Answer ack, Context context) {
        boolean mcBup = context.dialect().admits(Document.MC_BUP);
        boolean win32 = context.dialect().admits(Document.WIN32);
        if (mcBup && ack.status() == 500 && StatusChecks.says(ack, Hresult.BG_E_SESSION_NOT_FOUND)) {
            return Judgement.held();
        }
        if (win32 && ack.status() == 400) {
            return Judgement.held();
        }
        String expected = (mcBup ? "500 with " + Hresult.BG_E_SESSION_NOT_FOUND : "")
                + (mcBup && win32 ? ", or " : "")
                + (win32 ? "400" : "");
        return Judgement.broken(
                        expected,
                        ack.statusLine() + " with " + StatusChecks.code(ack),
                        "A " + step.packet() + " after " + ended + " was answered " + ack.status() + " with "
                                + StatusChecks.code(ack) + " where " + expected + " is expected.")
                .decidedBy(Judgement.STATUS);
    }
}
