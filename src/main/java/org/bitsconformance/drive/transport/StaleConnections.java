package org.bitsconformance.drive.transport;

import java.util.concurrent.atomic.AtomicBoolean;
import org.bitsconformance.transcript.Exchange.Ending;

/**
 * Whether packets of a run were lost on a connection that the server ended without having announced it. Nobody can know
 * what happened to such a packet, so after the first one the suite waits longer for the end of the connection before it
 * sends the next packet. Ideally the first one lost is a probe, on which nothing depends.
 */
public final class StaleConnections {

    private static final int SHORT_MILLIS = 1;
    private static final int LONG_MILLIS = 20;

    private final AtomicBoolean seen = new AtomicBoolean();
    private volatile boolean trusted;

    /**
     * From now on no time is lost on looking whether a connection has ended, until a packet is lost. For packets that are not
     * judged.
     */
    public void trust() {
        trusted = true;
    }

    /** Records how an exchange on a reused connection ended. */
    public void look(Traffic traffic) {
        boolean ended = traffic.ending() == Ending.CLOSED || traffic.ending() == Ending.RESET;
        if (ended && traffic.requestOnConnection() > 1 && traffic.answer().isEmpty()) {
            seen.set(true);
        }
    }

    /** How long to wait for the end of a connection before it is used again, in milliseconds; 0 for not at all. */
    public int patienceMillis() {
        if (seen.get()) {
            return LONG_MILLIS;
        }
        return trusted ? 0 : SHORT_MILLIS;
    }
}
