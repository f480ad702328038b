package org.bitsconformance.transcript;

import java.util.regex.Pattern;
import org.bitsconformance.transcript.http.Request;

/** What an exchange was for. Probes and clean-up are never judged. */
public enum Purpose {
    /** Part of what the case is about. */
    CASE,
    /** Brings the target into the state that the case needs; judged, but the case is not about it. */
    SET_UP,
    /**
     * Part of what the case is about, when the documents leave open whether the server carries it out: the form of its
     * Ack is judged, what the Ack says is only reported.
     */
    OPEN,
    /** Fetches the reply to an upload by GET or HEAD; not a packet, and judged by its own rules. */
    DOWNLOAD,
    /**
     * Like {@link #OPEN}, and more than the target is set up to accept: whatever is in front of the BITS server may
     * refuse it or end the connection, and need not send an Ack.
     */
    BEYOND,
    /** Finds out whether the target is there. */
    PROBE,
    /** Restores the target to its original state. */
    CLEAN_UP;

    private static final int LONGEST_VALUE = 4096;
    private static final Pattern PROTOCOL_FIELD = Pattern.compile("(?i)BITS-|Content-");

    /**
     * Of a packet that somebody else's client sent. Whether a server takes over 4 KB in a field that no document
     * describes, such as a cookie, is left open; the documents speak of the headers of the protocol (MC-BUP 2.2.1).
     */
    public static Purpose ofForeign(Request packet) {
        boolean open = packet.headers().fields().stream()
                .filter(field -> field.value().length() > LONGEST_VALUE)
                .map(field -> PROTOCOL_FIELD.matcher(field.name()))
                .anyMatch(name -> !name.lookingAt());
        return open ? OPEN : CASE;
    }

    /** Whether rules judge exchanges with this purpose as packets. */
    public boolean judged() {
        return this == CASE || this == OPEN || this == BEYOND || this == SET_UP;
    }
}
