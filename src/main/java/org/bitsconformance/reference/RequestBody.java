package org.bitsconformance.reference;

/**
 * The body of a request, without its transfer coding.
 *
 * @param bytes what arrived of it
 * @param whole whether that is all; else the connection ended before
 */
record RequestBody(Bytes bytes, boolean whole) {}
