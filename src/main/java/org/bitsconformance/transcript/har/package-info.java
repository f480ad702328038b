/** Reads captures of browsers and proxies (HAR) as a record. */
package org.bitsconformance.transcript.har;
