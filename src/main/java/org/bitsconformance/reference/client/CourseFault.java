package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;
import static org.bitsconformance.reference.client.Wrongly.delivering;
import static org.bitsconformance.reference.client.Wrongly.once;

/** Faults of the order of packets: which bytes go first, and what ends an upload. */
enum CourseFault implements ClientFault {
    FRAGMENT_SKIPS_A_BYTE(once(Step.FRAGMENT, (turn, right, progress) -> at(progress, progress.offset + 1))),

    FRAGMENT_SENDS_A_BYTE_AGAIN(once(Step.FRAGMENT, (turn, right, progress) -> at(progress, progress.offset - 1))),

    FRAGMENT_SENT_TWICE(once(Step.FRAGMENT, (turn, right, progress) -> at(progress, 0))),

    LAST_FRAGMENT_FIRST(once(
            Step.CREATE, (turn, right, progress) -> at(progress, progress.job().total() - 10_000))),

    FRAGMENTS_LEAVE_ONE_OUT(once(Step.FRAGMENT, (turn, right, progress) -> at(progress, progress.end()))),

    CLOSES_EARLY(once(Step.FRAGMENT, (turn, right, progress) -> Step.CLOSE)),

    CLOSES_BEFORE_LAST_FRAGMENT(choosing((turn, right, progress) ->
            turn.is(Step.FRAGMENT) && progress.end() == progress.job().total() ? Step.CLOSE : right)),

    NEVER_CLOSES(choosing((turn, right, progress) -> right == Step.CLOSE ? Step.SUCCEED : right)),

    PINGS_INSTEAD_OF_CLOSE(claiming(choosing(
            (turn, right, progress) -> right == Step.CLOSE ? Step.PING : turn.is(Step.PING) ? Step.SUCCEED : right))),

    FRAGMENT_AFTER_CANCEL(choosing((turn, right, progress) -> turn.is(Step.FRAGMENT) && progress.count(Step.CANCEL) == 0
            ? Step.CANCEL
            : turn.is(Step.CANCEL) ? Step.FRAGMENT : right)),

    CLOSE_AFTER_CANCEL(choosing((turn, right, progress) -> turn.is(Step.FRAGMENT) && progress.count(Step.CANCEL) == 0
            ? Step.CANCEL
            : turn.is(Step.CANCEL) ? Step.CLOSE : right)),

    CANCEL_SENT_TWICE(choosing((turn, right, progress) ->
            (turn.is(Step.FRAGMENT) || turn.is(Step.CANCEL)) && progress.count(Step.CANCEL) < 2 ? Step.CANCEL : right)),

    CLOSE_SENT_TWICE(once(Step.CLOSE, (turn, right, progress) -> Step.CLOSE)),

    FRAGMENTS_SENT_AHEAD(delivering(When.fragment(1), Delivery.USUAL.unanswered())),

    CLOSE_SENT_AHEAD(Wrongly.both(delivering(When.lastFragment(), Delivery.USUAL.unanswered()), Wrongly.whole()));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    CourseFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    private static Step at(Progress progress, int offset) {
        progress.offset = offset;
        return Step.FRAGMENT;
    }
}
