package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;
import static org.bitsconformance.reference.client.Wrongly.delivering;
import static org.bitsconformance.reference.client.Wrongly.once;

/** Faults of the order of packets: which bytes go first, and what ends an upload. */
enum CourseFault implements ClientFault {
    FRAGMENT_SKIPS_A_BYTE(once(NextStep.FRAGMENT, (turn, right, progress) -> at(progress, progress.offset + 1))),

    FRAGMENT_SENDS_A_BYTE_AGAIN(once(NextStep.FRAGMENT, (turn, right, progress) -> at(progress, progress.offset - 1))),

    FRAGMENT_SENT_TWICE(once(NextStep.FRAGMENT, (turn, right, progress) -> at(progress, 0))),

    LAST_FRAGMENT_FIRST(once(
            NextStep.CREATE,
            (turn, right, progress) -> at(progress, progress.job().total() - 10_000))),

    FRAGMENTS_LEAVE_ONE_OUT(once(NextStep.FRAGMENT, (turn, right, progress) -> at(progress, progress.end()))),

    CLOSES_EARLY(once(NextStep.FRAGMENT, (turn, right, progress) -> NextStep.CLOSE)),

    CLOSES_BEFORE_LAST_FRAGMENT(choosing((turn, right, progress) ->
            turn.is(NextStep.FRAGMENT) && progress.end() == progress.job().total() ? NextStep.CLOSE : right)),

    NEVER_CLOSES(choosing((turn, right, progress) -> right == NextStep.CLOSE ? NextStep.SUCCEED : right)),

    PINGS_INSTEAD_OF_CLOSE(claiming(choosing((turn, right, progress) ->
            right == NextStep.CLOSE ? NextStep.PING : turn.is(NextStep.PING) ? NextStep.SUCCEED : right))),

    FRAGMENT_AFTER_CANCEL(
            choosing((turn, right, progress) -> turn.is(NextStep.FRAGMENT) && progress.count(NextStep.CANCEL) == 0
                    ? NextStep.CANCEL
                    : turn.is(NextStep.CANCEL) ? NextStep.FRAGMENT : right)),

    CLOSE_AFTER_CANCEL(
            choosing((turn, right, progress) -> turn.is(NextStep.FRAGMENT) && progress.count(NextStep.CANCEL) == 0
                    ? NextStep.CANCEL
                    : turn.is(NextStep.CANCEL) ? NextStep.CLOSE : right)),

    CANCEL_SENT_TWICE(choosing((turn, right, progress) ->
            (turn.is(NextStep.FRAGMENT) || turn.is(NextStep.CANCEL)) && progress.count(NextStep.CANCEL) < 2
                    ? NextStep.CANCEL
                    : right)),

    CLOSE_SENT_TWICE(once(NextStep.CLOSE, (turn, right, progress) -> NextStep.CLOSE)),

    FRAGMENTS_SENT_AHEAD(delivering(WhichPacket.fragment(1), Transmission.USUAL.unanswered())),

    CLOSE_SENT_AHEAD(
            Wrongly.both(delivering(WhichPacket.lastFragment(), Transmission.USUAL.unanswered()), Wrongly.whole()));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    CourseFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }

    private static NextStep at(UploadProgress progress, int offset) {
        progress.offset = offset;
        return NextStep.FRAGMENT;
    }
}
