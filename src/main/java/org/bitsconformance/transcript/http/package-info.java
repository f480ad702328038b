/** HTTP as it came over the wire, parsed without a library, so that nothing is repaired that should be seen. */
package org.bitsconformance.transcript.http;
