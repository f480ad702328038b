package org.bitsconformance.protocol;

/** How far the life of an upload session has gone on the server (MC-BUP 3.2.5.1). */
public enum SessionStage {
    /** There is no session: none was created, or the packet names none that the server gave. */
    NONE("none"),
    /** Created, but no byte has arrived. */
    CREATED("created"),
    /** Some bytes have arrived, others are missing. */
    RECEIVING("receiving"),
    /** Every byte has arrived. */
    COMPLETE("all bytes received"),
    CLOSED("closed"),
    CANCELLED("cancelled"),
    /** Earlier answers leave open which of these it is. */
    NOT_KNOWN("not known");

    private final String words;

    SessionStage(String words) {
        this.words = words;
    }

    /** As reports write it. */
    @Override
    public String toString() {
        return words;
    }
}
