package org.bitsconformance.drive.application;

import org.bitsconformance.transcript.http.WireBytes;

/** Decides what the server application does, and is told everything it did. Called from several threads. */
public interface Player {

    /** Called for each new connection; returns whether to reset it before anything is read. */
    boolean hangsUp();

    /**
     * Whether a request that has reached its stated end contains everything it should. After any other request, more bytes than
     * it states may follow.
     */
    boolean isComplete(ReceivedRequest request);

    /** How to answer a request. */
    ApplicationAnswer answerTo(ReceivedRequest request);

    /**
     * Called just before the first byte of an answer goes out.
     *
     * @param bytes of the answer; empty if the connection ends instead, or nothing is sent
     * @param atNanos {@link System#nanoTime}
     */
    void answering(ReceivedRequest request, ApplicationAnswer answer, WireBytes bytes, long atNanos);
}
