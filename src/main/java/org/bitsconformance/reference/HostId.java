package org.bitsconformance.reference;

/**
 * A host that clients are told to go on with (MC-BUP 2.2.3.2).
 *
 * @param host a host name or an address
 * @param fallbackSeconds how long clients try it before they go back, in seconds
 */
public record HostId(String host, long fallbackSeconds) {}
