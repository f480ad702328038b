/**
 * A conformant BITS upload server on plain sockets that takes the freedoms which the documents and HTTP leave, written
 * only from the documents. It shares no code with the reference server, and the suite must never fail it.
 */
package org.bitsconformance.innocent;
