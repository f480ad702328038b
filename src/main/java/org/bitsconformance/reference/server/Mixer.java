package org.bitsconformance.reference.server;

import java.util.concurrent.atomic.AtomicReference;
import org.bitsconformance.reference.http.Bytes;

/** One buffer for all sessions, as in a faulty server: bytes of one fragment end up in the next one. */
public final class Mixer {

    private record Left(int connection, Session session, Bytes block) {}

    private final AtomicReference<Left> latest = new AtomicReference<>();

    /** The block, overwritten with the latest fragment of any other session. */
    Bytes mixWithAny(Session session, Bytes block) {
        Left left = latest.getAndSet(new Left(0, session, block));
        return left != null && left.session() != session ? block.under(left.block()) : block;
    }

    /** The block, overwritten with another session's fragment, if that was the last on the connection. */
    Bytes mix(PacketInSession exchange, Session session, Bytes block) {
        int connection = exchange.packet().connection();
        Left left = latest.getAndSet(new Left(connection, session, block));
        boolean ofAnother = left != null && left.connection() == connection && left.session() != session;
        return ofAnother ? block.under(left.block()) : block;
    }
}
