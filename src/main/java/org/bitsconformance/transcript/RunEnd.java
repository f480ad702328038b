package org.bitsconformance.transcript;

/**
 * The end of a run. A record without it was cut short.
 *
 * @param reason why it ended before every case was driven; empty if every case was driven
 * @param requests number of requests sent, including probes, read-backs and clean-up
 * @param bytesSent number of bytes in requests
 * @param bytesReceived number of bytes that came back; for read-backs, only the bodies
 * @param durationMillis from the start of the run
 */
public record RunEnd(String reason, long requests, long bytesSent, long bytesReceived, long durationMillis)
        implements Event {}
