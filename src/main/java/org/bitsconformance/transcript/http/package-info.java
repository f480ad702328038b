/** HTTP as it came over the wire, parsed without a library: what a library would repair is to be seen. */
package org.bitsconformance.transcript.http;
