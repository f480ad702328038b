package org.bitsconformance.drive.application;

import java.nio.charset.StandardCharsets;
import org.bitsconformance.transcript.http.WireBytes;

/** Requests as they reach the server application, built without one. */
public final class Requests {

    private Requests() {}

    /** A request that arrived completely. */
    public static ReceivedRequest of(String text) {
        byte[] body = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
        return new ReceivedRequest(WireBytes.of(text), body, body.length, true, System.nanoTime(), System.nanoTime());
    }

    /** A connection that was reset before anything was read. */
    public static ReceivedRequest nothing() {
        return ReceivedRequest.nothing(System.nanoTime());
    }

    /** A request whose body goes on for {@code more} bytes that are not kept. */
    public static ReceivedRequest longerBy(long more, String text) {
        ReceivedRequest kept = of(text);
        byte[] body = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
        return new ReceivedRequest(
                kept.bytes(), body, body.length + more, true, kept.openedNanos(), kept.receivedNanos());
    }
}
