package org.bitsconformance.reference;

import java.util.function.LongSupplier;
import org.bitsconformance.protocol.PacketType;
import org.bitsconformance.reference.server.Conduct;
import org.bitsconformance.reference.server.Handover;
import org.bitsconformance.reference.server.Limits;
import org.bitsconformance.reference.server.Misbehaviour;
import org.bitsconformance.reference.server.Session;
import org.bitsconformance.reference.server.SessionTable;

/** The session time-out (MC-BUP 3.2.6.1): a session that was idle for longer ends when its next packet comes. */
final class IdleTimeout {

    private final Limits limits;
    private final Conduct conduct;
    private final SessionTable sessions;
    private final Handover handover;
    private final LongSupplier clock;

    /** {@code clock} counts nanoseconds. */
    IdleTimeout(Limits limits, Conduct conduct, SessionTable sessions, Handover handover, LongSupplier clock) {
        this.limits = limits;
        this.conduct = conduct;
        this.sessions = sessions;
        this.handover = handover;
        this.clock = clock;
    }

    /** Ends a session whose time-out has passed; returns whether the session is still there. */
    boolean keeps(Session session) {
        boolean expired = limits.sessionTimeout()
                .filter(timeout -> session.idleNanos(clock.getAsLong()) > timeout.toNanos())
                .filter(timeout -> !conduct.commits(Misbehaviour.KEEPS_SESSIONS_FOR_EVER))
                .isPresent();
        if (expired) {
            sessions.forget(session);
            synchronized (session) {
                handover.end(session, PacketType.CANCEL_SESSION);
            }
        }
        return !expired;
    }
}
