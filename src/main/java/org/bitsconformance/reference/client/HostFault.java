package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;

/** Faults of the host that the server names, and of the way back. */
enum HostFault implements ClientFault {
    NAMED_HOST_IGNORED(always()),

    NAMED_PORT_IGNORED(always()),

    NAMED_HOST_IGNORED_AT_FIRST(choosing(HostFault::late)),

    NAMED_HOST_LEFT_EARLY(once(NextStep.FRAGMENT, 2)),

    NAMED_HOST_LEFT_FOR_CLOSE(once(NextStep.FRAGMENT, 3)),

    NAMED_HOST_LEFT_WITHOUT_TIMEOUT(once(NextStep.FRAGMENT, 1)),

    NAMED_HOST_AWAY_LEFT_AT_ONCE(choosing((turn, right, progress) ->
            turn.answer().lost() && progress.isAtNamedHost() ? home(progress, NextStep.FRAGMENT) : right)),

    NAMED_HOST_AWAY_LEFT_WITHOUT_TIMEOUT(choosing((turn, right, progress) ->
            turn.answer().lost() && progress.isAtNamedHost() ? home(progress, NextStep.FRAGMENT) : right)),

    NAMED_HOST_AWAY_NEVER_LEFT(choosing(HostFault::staying));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    HostFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    /** Sends every packet to the host of the URL. */
    private static ClientConduct always() {
        return choosing((turn, right, progress) ->
                turn.is(NextStep.CREATE) ? home(progress, right == NextStep.PING ? NextStep.FRAGMENT : right) : right);
    }

    /** Sends the first Fragment to the host of the URL, and what follows to the named one. */
    private static NextStep late(TakenStep turn, NextStep right, UploadProgress progress) {
        if (turn.is(NextStep.CREATE) && progress.isAtNamedHost()) {
            return home(progress, NextStep.FRAGMENT);
        }
        if (turn.is(NextStep.FRAGMENT) && progress.count(NextStep.FRAGMENT) == 1 && !progress.named.isEmpty()) {
            progress.host = progress.named;
        }
        return right;
    }

    /** Goes back to the host of the URL after so many turns of a kind. */
    private static ClientConduct once(NextStep step, int number) {
        return choosing((turn, right, progress) -> turn.is(step) && progress.count(step) == number
                ? home(progress, right == NextStep.PING ? NextStep.FRAGMENT : right)
                : right);
    }

    private static NextStep home(UploadProgress progress, NextStep next) {
        progress.host = progress.job().authority();
        return next;
    }

    /** Tries the named host for much longer than its time, and gives up. */
    private static NextStep staying(TakenStep turn, NextStep right, UploadProgress progress) {
        if (!turn.answer().lost()) {
            return right;
        }
        progress.host = turn.packet().value("Host");
        progress.pauseMillis = 1_300;
        return progress.count(NextStep.PING) > 5 ? NextStep.GIVE_UP : NextStep.PING;
    }
}
