package org.bitsconformance.learn;

import java.time.Duration;

/**
 * How far learning goes.
 *
 * @param depth how many more states than the found ones the server may have without one being missed; at least 0
 * @param packets number of requests that it may send
 * @param time how long it may take
 * @param states it ends when it finds more states than this
 */
public record LearningLimits(int depth, long packets, Duration time, int states) {}
