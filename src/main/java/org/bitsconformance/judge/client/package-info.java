/**
 * Rules about clients: what a packet must say, and which packet may follow which Ack. They judge traffic that somebody
 * else's client sent, as {@code observe} records it; a run of the suite's own packets is never judged by them.
 */
package org.bitsconformance.judge.client;
