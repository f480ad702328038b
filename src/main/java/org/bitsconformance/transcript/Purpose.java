package org.bitsconformance.transcript;

/** What an exchange was for. Probes and clean-up are never judged. */
public enum Purpose {
    /** Part of what the case is about. */
    CASE,
    /** Brings the target into the state that the case needs; judged, but not what the case is about. */
    SET_UP,
    /**
     * Part of what the case is about, where the documents leave open whether the server carries it out: the form of its
     * Ack is judged, what it answers is reported.
     */
    OPEN,
    /** Fetches the reply to an upload by GET or HEAD; no packet, and judged by rules of its own. */
    DOWNLOAD,
    /**
     * As {@link #OPEN}, and beyond what the target is set up to take: whatever stands before the BITS server may refuse
     * it, or end the connection, and then owes no Ack.
     */
    BEYOND,
    /** Finds out whether the target is there. */
    PROBE,
    /** Leaves the target as it was found. */
    CLEAN_UP;

    /** Whether rules look at exchanges of this purpose as packets. */
    public boolean judged() {
        return this == CASE || this == OPEN || this == BEYOND || this == SET_UP;
    }
}
