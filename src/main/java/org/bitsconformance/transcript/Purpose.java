package org.bitsconformance.transcript;

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

    /** Whether rules judge exchanges with this purpose as packets. */
    public boolean judged() {
        return this == CASE || this == OPEN || this == BEYOND || this == SET_UP;
    }
}
