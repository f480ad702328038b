package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;

/** Faults of the reply. */
enum ReplyHandlingFault implements ClientFault {
    REPLY_NOT_FETCHED(choosing((turn, right, progress) -> right == NextStep.DOWNLOAD ? NextStep.CLOSE : right)),

    REPLY_GONE_UNNOTICED(choosing((turn, right, progress) -> turn.is(NextStep.DOWNLOAD) ? NextStep.CLOSE : right)),

    REPLY_FETCHED_AFTER_CLOSE(choosing((turn, right, progress) -> right == NextStep.DOWNLOAD
            ? NextStep.CLOSE
            : turn.is(NextStep.CLOSE) ? NextStep.DOWNLOAD : turn.is(NextStep.DOWNLOAD) ? NextStep.SUCCEED : right)),

    NEVER_CLOSES_AFTER_REPLY(
            choosing((turn, right, progress) -> turn.is(NextStep.DOWNLOAD) ? NextStep.SUCCEED : right)),

    REPLY_NOT_MISSED(claiming(ClientConduct.ORDINARY));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    ReplyHandlingFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }
}
