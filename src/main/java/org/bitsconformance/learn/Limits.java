package org.bitsconformance.learn;

import java.time.Duration;

/**
 * How far learning goes.
 *
 * @param depth how many states more than those found the server may have without being overlooked; from 0
 * @param packets number of requests that it may send
 * @param time how long it may take
 * @param states number of states at which it ends
 */
public record Limits(int depth, long packets, Duration time, int states) {}
