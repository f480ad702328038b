/**
 * A recording reverse proxy: stands between BITS clients and a server, passes bytes on, and writes what passed as an
 * ordinary record. It judges nothing.
 */
package org.bitsconformance.observe;
