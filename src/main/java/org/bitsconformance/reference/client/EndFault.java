package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;

/** Faults of sending a packet again, or not, after an error. */
enum EndFault implements ClientFault {
    CLOSE_NOT_SENT_AGAIN_AFTER_500(
            claiming(choosing((turn, right, progress) -> turn.status() == 500 ? NextStep.GIVE_UP : right))),

    CLOSE_SENT_AGAIN_AFTER_404(again(NextStep.CLOSE, 404, 1)),

    CLOSE_SENT_THRICE_AFTER_404(again(NextStep.CLOSE, 404, 2)),

    FRAGMENT_SENT_AGAIN_WITHOUT_PAUSE(again(NextStep.FRAGMENT, 500, 150)),

    CREATE_SENT_AGAIN_WITHOUT_PAUSE(again(NextStep.CREATE, 503, 150));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    EndFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** Sends a packet so often again after a status, without a pause. */
    private static ClientConduct again(NextStep step, int status, int times) {
        return choosing((turn, right, progress) -> {
            if (!turn.is(step) || turn.status() != status) {
                return right;
            }
            progress.pauseMillis = 0;
            return progress.count(step) > times ? NextStep.GIVE_UP : step;
        });
    }
}
