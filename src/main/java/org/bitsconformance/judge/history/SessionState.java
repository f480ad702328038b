package org.bitsconformance.judge.history;

import java.util.OptionalLong;
import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.transcript.http.ContentRange;

/**
 * A state that an upload session may be in.
 *
 * @param phase how far its life has gone
 * @param next offset of the next byte that the server expects
 * @param total number of bytes of the upload, once a fragment has stated it
 */
record SessionState(Phase phase, long next, OptionalLong total) {

    /** A session just after Create-Session. */
    static final SessionState CREATED = new SessionState(Phase.OPEN, 0, OptionalLong.empty());

    /** How far a session's life has gone. */
    enum Phase {
        OPEN,
        CLOSED,
        CANCELLED
    }

    boolean open() {
        return phase == Phase.OPEN;
    }

    /** Whether the last byte has arrived. */
    boolean complete() {
        return total.isPresent() && next == total.getAsLong();
    }

    /** Whether a range states the same total as the fragments before it. */
    boolean hasTotalOf(ContentRange range) {
        return total.isEmpty() || total.getAsLong() == range.total();
    }

    /** How far its life has gone, including its bytes. */
    SessionStage stage() {
        return switch (phase) {
            case CLOSED -> SessionStage.CLOSED;
            case CANCELLED -> SessionStage.CANCELLED;
            case OPEN -> {
                if (complete()) {
                    yield SessionStage.COMPLETE;
                }
                yield next == 0 ? SessionStage.CREATED : SessionStage.RECEIVING;
            }
        };
    }

    SessionState at(long offset, long size) {
        return new SessionState(phase, offset, OptionalLong.of(size));
    }

    SessionState in(Phase other) {
        return new SessionState(other, next, total);
    }
}
