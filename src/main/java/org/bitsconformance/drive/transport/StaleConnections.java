package org.bitsconformance.drive.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * Whether packets of a run were lost on a connection that the server ended without having announced it. What happened to
 * such a packet cannot be known, so a server that does this is given longer to do it before the next packet goes out. The
 * first that is lost is best a probe, on which nothing depends.
 */
public final class StaleConnections {

    private static final int SHORT_MILLIS = 1;
    private static final int LONG_MILLIS = 20;

    private final AtomicBoolean seen = new AtomicBoolean();

    /** Records how an exchange on a reused connection ended. */
    public void look(Traffic traffic) {
        boolean ended = traffic.ending() == Ending.CLOSED || traffic.ending() == Ending.RESET;
        if (ended && traffic.requestOnConnection() > 1 && traffic.answer().isEmpty()) {
            seen.set(true);
        }
    }

    /** How long to wait for the end of a connection before it is used again, in milliseconds. */
    public int patienceMillis() {
        return seen.get() ? LONG_MILLIS : SHORT_MILLIS;
    }
}
