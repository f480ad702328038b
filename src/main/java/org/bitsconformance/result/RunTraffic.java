package org.bitsconformance.result;

/**
 * How the cases of a run were driven, and the traffic that caused. Counts HTTP bytes, without what TLS and TCP add.
 *
 * @param parallel how many cases at once
 * @param requests number of requests sent, including probes, read-backs and clean-up
 * @param bytesSent number of bytes in requests
 * @param bytesReceived number of bytes that came back; for read-backs, only the bodies
 */
public record RunTraffic(Parallel parallel, long requests, long bytesSent, long bytesReceived) {

    /** One case after the other, and nothing sent yet. */
    public static final RunTraffic NOTHING = new RunTraffic(Parallel.NOT_ASKED, 0, 0, 0);
}
