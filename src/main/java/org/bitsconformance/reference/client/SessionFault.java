package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;

import org.bitsconformance.protocol.Hresult;

/** Faults of what follows the loss of a session or of a connection. */
enum SessionFault implements ClientFault {
    LOST_SESSION_KEPT(once(Step.FRAGMENT)),

    LOST_SESSION_ENDS_UPLOAD(choosing((turn, right, progress) -> isUnknown(turn) ? Step.GIVE_UP : right)),

    LOST_SESSION_CLOSED(once(Step.CLOSE)),

    LOST_SESSION_CLOSED_AGAIN(once(Step.CLOSE)),

    LOST_SESSION_CANCELLED_TWICE(choosing((turn, right, progress) ->
            isUnknown(turn) && progress.count(Step.CANCEL) < 2 ? resumed(progress, Step.CANCEL) : right)),

    OFFSET_KEPT_IN_NEW_SESSION(choosing(SessionFault::keptOffset)),

    NEW_SESSION_AFTER_LOST_ACK(choosing(SessionFault::begunAgain)),

    NEW_SESSION_AFTER_CUT_ACK(choosing(SessionFault::begunAgain)),

    NEW_SESSION_AFTER_RESET(choosing(SessionFault::begunAgain)),

    NEW_SESSION_AFTER_CUT_FRAGMENT(choosing(SessionFault::begunAgain)),

    NEW_SESSION_AFTER_LOST_LAST_ACK(choosing(SessionFault::begunAgain));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    SessionFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** The first time that the session is unknown, still sends something in it. */
    private static ClientConduct once(Step step) {
        return choosing((turn, right, progress) -> isUnknown(turn)
                        && progress.turns().stream()
                                        .filter(SessionFault::isUnknown)
                                        .count()
                                == 1
                ? resumed(progress, step)
                : right);
    }

    private static boolean isUnknown(Turn turn) {
        return turn.answer().says(Hresult.BG_E_SESSION_NOT_FOUND);
    }

    private static Step resumed(Progress progress, Step step) {
        progress.resume();
        return step;
    }

    private static Step keptOffset(Turn turn, Step right, Progress progress) {
        if (turn.is(Step.CREATE) && progress.count(Step.CREATE) == 2) {
            progress.offset = 10_000;
        }
        return right;
    }

    private static Step begunAgain(Turn turn, Step right, Progress progress) {
        if (!turn.answer().lost()) {
            return right;
        }
        progress.session = "";
        return Step.CREATE;
    }
}
