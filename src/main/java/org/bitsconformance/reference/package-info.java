/**
 * The reference server: a BITS upload server that conforms to one document, or deviates from it by named faults.
 *
 * <p>{@link org.bitsconformance.reference.BitsServer} turns a packet into an answer and knows no HTTP library;
 * {@link org.bitsconformance.reference.WireMockFrontEnd} or {@link org.bitsconformance.reference.SocketFrontEnd}
 * carries both over the wire. What differs between the two documents is in
 * {@link org.bitsconformance.reference.server.DocumentReading}; what a fault changes is in
 * {@link org.bitsconformance.reference.server.Conduct}.
 *
 * <p>The server shares only names with the rules that judge servers, no parser and no grammar.
 */
package org.bitsconformance.reference;
