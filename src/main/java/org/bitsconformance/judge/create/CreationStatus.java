package org.bitsconformance.judge.create;

import org.bitsconformance.judge.Context;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.StatusChecks;
import org.bitsconformance.judge.history.Step;
import org.bitsconformance.protocol.Document;
import org.bitsconformance.transcript.http.Answer;

/** The status of a Create-Session that offers the known protocol: 200, or 201 by the Win32 pages. */
final class CreationStatus {

    private CreationStatus() {}

    /** Judges it; 400 also passes if the list gives the server a reason to refuse it. */
    static Judgement judge(Step step, Answer ack, Context context, boolean mayBeRefused) {
        boolean win32 = context.dialect().admits(Document.WIN32);
        if (ack.status() == 201 && win32) {
            return Judgement.held();
        }
        if (ack.status() == 200 || (ack.status() == 400 && mayBeRefused)) {
            return Judgement.held();
        }
        if (StatusChecks.aboutTheOnlyDestination(step, ack, context)) {
            return StatusChecks.onlyDestination();
        }
        return StatusChecks.scarce(ack)
                ? StatusChecks.status(200, step, ack)
                : StatusChecks.wrongStatus(
                        "200" + (win32 ? " or 201" : "") + (mayBeRefused ? " or 400" : ""), step, ack);
    }
}
