package org.bitsconformance.result;

/**
 * How the cases of a run were driven, and what that cost the target. Bytes are those of HTTP, without what TLS and TCP add.
 *
 * @param parallel how many cases at once
 * @param requests number of requests sent, probes, read-backs and clean-up included
 * @param bytesSent number of bytes in requests
 * @param bytesReceived number of bytes that came back; of read-backs, the bodies alone
 */
public record RunTraffic(Parallel parallel, long requests, long bytesSent, long bytesReceived) {

    /** One case after the other, and nothing sent yet. */
    public static final RunTraffic NOTHING = new RunTraffic(Parallel.NOT_ASKED, 0, 0, 0);
}
