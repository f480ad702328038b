/** Reads captures of other traffic as a record: HAR, SAZ, and the bytes of both directions of a connection. */
package org.bitsconformance.transcript.capture;
