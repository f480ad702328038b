package org.bitsconformance.wire;

import org.bitsconformance.protocol.Hresult;
import org.bitsconformance.transcript.Answer;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ErrorCode;

/** Answers by which a server says, as documented, that it lacks the room for what is sent. */
final class ScarceResources {

    private ScarceResources() {}

    /**
     * Looks at the answer to a packet.
     *
     * @throws DrivingStopped when it says that: the case cannot be driven on this target
     */
    static void stopIfLacking(Packet packet, Answer answer) {
        boolean scarce = answer.status() == 413
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
