package org.bitsconformance.reference.http;

/**
 * The body of a request, without its transfer coding.
 *
 * @param bytes what arrived of it
 * @param whole whether all of it arrived; otherwise the connection ended too early
 */
public record RequestBody(Bytes bytes, boolean whole) {}
