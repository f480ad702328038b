package org.bitsconformance.reference.client;

import static org.bitsconformance.reference.client.Wrongly.choosing;
import static org.bitsconformance.reference.client.Wrongly.claiming;

/** Faults of the reply. */
enum ReplyFault implements ClientFault {
    REPLY_NOT_FETCHED(choosing((turn, right, progress) -> right == Step.DOWNLOAD ? Step.CLOSE : right)),

    REPLY_GONE_UNNOTICED(choosing((turn, right, progress) -> turn.is(Step.DOWNLOAD) ? Step.CLOSE : right)),

    REPLY_FETCHED_AFTER_CLOSE(choosing((turn, right, progress) -> right == Step.DOWNLOAD
            ? Step.CLOSE
            : turn.is(Step.CLOSE) ? Step.DOWNLOAD : turn.is(Step.DOWNLOAD) ? Step.SUCCEED : right)),

    NEVER_CLOSES_AFTER_REPLY(choosing((turn, right, progress) -> turn.is(Step.DOWNLOAD) ? Step.SUCCEED : right)),

    REPLY_NOT_MISSED(claiming(ClientConduct.ORDINARY));

    @SuppressWarnings("ImmutableEnumChecker") // a conduct has no state
    private final ClientConduct conduct;

    ReplyFault(ClientConduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public ClientConduct conduct() {
        return conduct;
    }
}
