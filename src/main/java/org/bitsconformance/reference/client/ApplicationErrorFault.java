package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;

/** Faults of what follows a refusal of the server application. */
enum ApplicationErrorFault implements ClientFault {
    GOES_ON_AFTER_APPLICATION_302(again(302)),

    GOES_ON_AFTER_APPLICATION_403(again(403)),

    GOES_ON_AFTER_APPLICATION_404(again(404)),

    GOES_ON_AFTER_APPLICATION_501(again(501)),

    SUCCEEDS_AFTER_APPLICATION_202(claiming(givingUp(202))),

    SUCCEEDS_AFTER_APPLICATION_306(claiming(givingUp(306))),

    SUCCEEDS_AFTER_APPLICATION_408(claiming(givingUp(408))),

    SUCCEEDS_AFTER_APPLICATION_409(claiming(givingUp(409))),

    SUCCEEDS_AFTER_APPLICATION_500(claiming(givingUp(500))),

    SUCCEEDS_AFTER_APPLICATION_404(claiming(givingUp(404)));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    ApplicationErrorFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** Sends the last Fragment once more. */
    private static ClientConduct again(int status) {
        return choosing((turn, right, progress) -> turn.status() == status
                        && progress.turns().stream()
                                        .filter(one -> one.status() == status)
                                        .count()
                                == 1
                ? turn.step()
                : right);
    }

    private static ClientConduct givingUp(int status) {
        return choosing((turn, right, progress) -> turn.status() == status ? NextStep.GIVE_UP : right);
    }
}
