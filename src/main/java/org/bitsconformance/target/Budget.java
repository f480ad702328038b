package org.bitsconformance.target;

import java.util.OptionalLong;

/**
 * How much a plan permits a run to send. An empty value means no limit.
 *
 * @param requests the largest number of requests, at least 1
 * @param bytes the largest number of bytes in requests, at least 1
 */
public record Budget(OptionalLong requests, OptionalLong bytes) {

    /** No limits. */
    public static final Budget UNLIMITED = new Budget(OptionalLong.empty(), OptionalLong.empty());
}
