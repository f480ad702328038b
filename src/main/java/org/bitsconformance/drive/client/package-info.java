/**
 * Drives a target over its connections and records what crosses them. Packets go out by
 * the suite's own writer, those of a few scenarios by REST Assured; both over sockets that copy every byte that passes.
 */
package org.bitsconformance.drive.client;
