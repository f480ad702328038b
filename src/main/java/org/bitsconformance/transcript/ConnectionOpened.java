package org.bitsconformance.transcript;

/**
 * A connection to the target was established, with TLS if required.
 *
 * @param connection id of the connection within the run, such as {@code c3}
 * @param remote host and port as dialled
 * @param security TLS protocol and cipher suite, or {@code none}
 * @param atMicros when, in microseconds from the start of the run
 */
public record ConnectionOpened(String connection, String remote, String security, long atMicros) implements Event {}
