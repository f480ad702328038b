package org.bitsconformance.drive.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * Whether packets of a run were lost on a connection that the server ended without having announced it. What happened to
 * such a packet cannot be known, so a server that does this is given longer to do it before the next packet goes out. The
 * first that is lost is best a probe, on which nothing depends.
 *
 * <p>A server may end each connection after the same number of requests. Where an earlier connection has carried more, there
 * is nothing to wait for.
 */
public final class StaleConnections {

    private static final int SHORT_MILLIS = 1;
    private static final int LONG_MILLIS = 20;

    /** From this number of requests on a connection, no server is expected to end it for their number unannounced. */
    private static final int MANY = 200;

    private final AtomicBoolean seen = new AtomicBoolean();
    private final AtomicInteger carried = new AtomicInteger(1);

    /** Records how an exchange on a reused connection ended. */
    public void look(Traffic traffic) {
        boolean ended = traffic.ending() == Ending.CLOSED || traffic.ending() == Ending.RESET;
        if (ended && traffic.requestOnConnection() > 1 && traffic.answer().isEmpty()) {
            seen.set(true);
        }
        if (traffic.ending() == Ending.ANSWERED) {
            carried.accumulateAndGet(traffic.requestOnConnection(), Math::max);
        }
    }

    /**
     * How long to wait for the end of a connection before it is used again, in milliseconds; 0 to look and not to wait.
     *
     * @param request its number on the connection, from 2
     */
    public int patienceMillis(int request) {
        if (seen.get()) {
            return LONG_MILLIS;
        }
        return request <= carried.get() || request > MANY ? 0 : SHORT_MILLIS;
    }
}
