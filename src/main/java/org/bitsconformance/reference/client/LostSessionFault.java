package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;

import org.bitsconformance.protocol.Hresult;

/** Faults of what follows the loss of a session or of a connection. */
enum LostSessionFault implements ClientFault {
    LOST_SESSION_KEPT(once(NextStep.FRAGMENT)),

    LOST_SESSION_ENDS_UPLOAD(choosing((turn, right, progress) -> isUnknown(turn) ? NextStep.GIVE_UP : right)),

    LOST_SESSION_CLOSED(once(NextStep.CLOSE)),

    LOST_SESSION_CLOSED_AGAIN(once(NextStep.CLOSE)),

    LOST_SESSION_CANCELLED_TWICE(choosing((turn, right, progress) ->
            isUnknown(turn) && progress.count(NextStep.CANCEL) < 2 ? resumed(progress, NextStep.CANCEL) : right)),

    OFFSET_KEPT_IN_NEW_SESSION(choosing(LostSessionFault::keptOffset)),

    NEW_SESSION_AFTER_LOST_ACK(choosing(LostSessionFault::begunAgain)),

    NEW_SESSION_AFTER_CUT_ACK(choosing(LostSessionFault::begunAgain)),

    NEW_SESSION_AFTER_RESET(choosing(LostSessionFault::begunAgain)),

    NEW_SESSION_AFTER_CUT_FRAGMENT(choosing(LostSessionFault::begunAgain)),

    NEW_SESSION_AFTER_LOST_LAST_ACK(choosing(LostSessionFault::begunAgain));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    LostSessionFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** The first time that the session is unknown, still sends something in it. */
    private static ClientConduct once(NextStep step) {
        return choosing((turn, right, progress) -> isUnknown(turn)
                        && progress.turns().stream()
                                        .filter(LostSessionFault::isUnknown)
                                        .count()
                                == 1
                ? resumed(progress, step)
                : right);
    }

    private static boolean isUnknown(TakenStep turn) {
        return turn.answer().says(Hresult.BG_E_SESSION_NOT_FOUND);
    }

    private static NextStep resumed(UploadProgress progress, NextStep step) {
        progress.resume();
        return step;
    }

    private static NextStep keptOffset(TakenStep turn, NextStep right, UploadProgress progress) {
        if (turn.is(NextStep.CREATE) && progress.count(NextStep.CREATE) == 2) {
            progress.offset = 10_000;
        }
        return right;
    }

    private static NextStep begunAgain(TakenStep turn, NextStep right, UploadProgress progress) {
        if (!turn.answer().lost()) {
            return right;
        }
        progress.session = "";
        return NextStep.CREATE;
    }
}
