package org.bitsconformance.transcript;

/**
 * A connection ended.
 *
 * @param connection id of the connection
 * @param by who ended it
 * @param how in a few words
 * @param atMicros when, in microseconds from the start of the run
 */
public record ConnectionEnded(String connection, By by, String how, long atMicros) implements Event {

    /** The side that ended a connection. */
    public enum By {
        SUITE,
        SERVER
    }
}
