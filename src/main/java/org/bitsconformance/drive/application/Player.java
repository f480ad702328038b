package org.bitsconformance.drive.application;

import org.bitsconformance.transcript.http.WireBytes;

/** Decides what the server application does, and hears of all that it did. Called by several threads. */
public interface Player {

    /** Hears of a connection that has just been taken; whether it is to be reset before anything is read. */
    boolean hangsUp();

    /** What to do with a request. */
    ApplicationAnswer answerTo(ReceivedRequest request);

    /**
     * Hears of an answer just before its first byte goes out.
     *
     * @param bytes of the answer; none if the connection ends instead of one, or nothing is sent
     * @param atNanos {@link System#nanoTime}
     */
    void answering(ReceivedRequest request, ApplicationAnswer answer, WireBytes bytes, long atNanos);
}
