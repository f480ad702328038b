package org.bitsconformance.drive.client;

import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.FrontEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.ErrorCode;

/** Answers in which a server says, as documented, that it has no room for an upload (MC-BUP 2.2.1.2). */
final class TargetsLimit {

    private TargetsLimit() {}

    /**
     * Lets a case continue unless the target has reached its limit.
     *
     * @throws DrivingStopped if it has
     */
    static void check(Packet packet, Answer answer) {
        boolean scarce = FrontEnd.refusesSize(answer)
                || (answer.status() == 500
                        && (names(answer, Hresult.BG_E_TOO_LARGE) || names(answer, Hresult.ERROR_DISK_FULL)));
        if (scarce) {
            throw new DrivingStopped(
                    CaseEnd.Ending.NOT_APPLICABLE,
                    "the target's limit: " + packet.type() + " was answered " + answer.status());
        }
    }

    private static boolean names(Answer answer, Hresult code) {
        return ErrorCode.of(answer.headers())
                .flatMap(ErrorCode::value)
                .filter(value -> value == code.value())
                .isPresent();
    }
}
