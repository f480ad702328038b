package org.bitsconformance.transcript;

/**
 * The run ends. A record without it was cut short.
 *
 * @param reason why it ended before every case was driven; empty if it did not
 * @param requests number of requests sent, probes, read-backs and clean-up included
 * @param bytesSent number of bytes in requests
 * @param bytesReceived number of bytes that came back; of read-backs, the bodies alone
 * @param durationMillis from the start of the run
 */
public record RunEnd(String reason, long requests, long bytesSent, long bytesReceived, long durationMillis)
        implements Event {}
