package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;

/** Faults of what a client says in the end: that the file was uploaded, although it was not. */
enum ClaimFault implements ClientFault {
    SUCCEEDS_AFTER_403(claiming(givingUp())),

    SUCCEEDS_AFTER_FRAGMENT_403(claiming(givingUp())),

    SUCCEEDS_AFTER_FRAGMENT_TOO_LARGE(claiming(givingUp())),

    SUCCEEDS_AFTER_400(claiming(givingUp())),

    SUCCEEDS_AFTER_404(claiming(givingUp())),

    SUCCEEDS_AFTER_409(claiming(givingUp())),

    SUCCEEDS_AFTER_DISK_FULL(claiming(givingUp())),

    SUCCEEDS_AFTER_405(claiming(givingUp())),

    SUCCEEDS_AFTER_501(claiming(givingUp())),

    SUCCEEDS_AFTER_500(claiming(givingUp())),

    SUCCEEDS_AFTER_REDIRECT(claiming(givingUp())),

    SUCCEEDS_AFTER_CLOSE_404(claiming(givingUp())),

    SUCCEEDS_AFTER_LOST_ACK(claiming(givingUp())),

    SUCCEEDS_AFTER_LOST_ACK_OF_CREATE(claiming(givingUp())),

    SUCCEEDS_AFTER_RESET(claiming(givingUp())),

    SUCCEEDS_AFTER_CUT_FRAGMENT(claiming(givingUp())),

    SUCCEEDS_AFTER_GARBAGE(claiming(givingUp())),

    SUCCEEDS_AFTER_OFFSET_BEYOND_END(claiming(givingUp())),

    SUCCEEDS_AFTER_FRAGMENT_416(claiming(givingUp())),

    SUCCEEDS_AFTER_TIMEOUT(claiming(
            Wrongly.both(Wrongly.delivering(WhichPacket.fragment(), Transmission.USUAL.waiting(300)), givingUp())));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    ClaimFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** Gives up at the first packet that got no answer, or an error. */
    private static ClientConduct givingUp() {
        return choosing((turn, right, progress) -> turn.answer().success() ? right : NextStep.GIVE_UP);
    }
}
