/**
 * Drives a target over its connections and records what crosses them. Well-formed packets go through REST Assured, all
 * else through a raw socket; both over sockets that copy every byte that passes.
 */
package org.bitsconformance.wire;
