/**
 * Drives a target over its connections and records what crosses them. The suite's own writer sends the packets, except
 * in a few scenarios that use REST Assured; both use sockets that copy every byte.
 */
package org.bitsconformance.drive.client;
