package org.bitsconformance.reference.http;

/**
 * The body of a request, without its transfer coding.
 *
 * @param bytes what arrived of it
 * @param whole whether that is all; else the connection ended before
 */
public record RequestBody(Bytes bytes, boolean whole) {}
