package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;

/** Faults of the host that the server names, and of the way back. */
enum HostFault implements ClientFault {
    NAMED_HOST_IGNORED(always()),

    NAMED_PORT_IGNORED(always()),

    NAMED_HOST_IGNORED_AT_FIRST(once(Step.CREATE, 1)),

    NAMED_HOST_LEFT_EARLY(once(Step.FRAGMENT, 2)),

    NAMED_HOST_LEFT_FOR_CLOSE(once(Step.FRAGMENT, 3)),

    NAMED_HOST_LEFT_WITHOUT_TIMEOUT(once(Step.FRAGMENT, 1)),

    NAMED_HOST_AWAY_LEFT_AT_ONCE(choosing((turn, right, progress) ->
            turn.answer().lost() && progress.isAtNamedHost() ? home(progress, Step.FRAGMENT) : right)),

    NAMED_HOST_AWAY_LEFT_WITHOUT_TIMEOUT(choosing((turn, right, progress) ->
            turn.answer().lost() && progress.isAtNamedHost() ? home(progress, Step.FRAGMENT) : right)),

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
                turn.is(Step.CREATE) ? home(progress, right == Step.PING ? Step.FRAGMENT : right) : right);
    }

    /** Goes to the host of the URL after so many turns of a kind; the named one has its turn again at once. */
    private static ClientConduct once(Step step, int number) {
        return choosing((turn, right, progress) -> turn.is(step) && progress.count(step) == number
                ? home(progress, right == Step.PING ? Step.FRAGMENT : right)
                : right);
    }

    private static Step home(Progress progress, Step next) {
        progress.host = progress.job().authority();
        return next;
    }

    /** Tries the named host for much longer than its time, and gives up. */
    private static Step staying(Turn turn, Step right, Progress progress) {
        if (!turn.answer().lost()) {
            return right;
        }
        progress.host = turn.packet().value("Host");
        progress.pauseMillis = 1_300;
        return progress.count(Step.PING) > 5 ? Step.GIVE_UP : Step.PING;
    }
}
