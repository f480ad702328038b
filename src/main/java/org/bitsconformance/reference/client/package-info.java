/**
 * A small BITS upload client on plain sockets, right in all that the documents ask of a client, or wrong by named
 * faults. It is what the rules about clients are tried on.
 *
 * <p>{@link org.bitsconformance.reference.client.ClientUpload} sends one packet after the other;
 * {@link org.bitsconformance.reference.client.Decisions} says what is right after each answer, and
 * {@link org.bitsconformance.reference.client.ClientConduct} may say otherwise. Titles of the faults, and what each
 * breaks, are in {@code client-faults.yaml}.
 *
 * <p>It shares only names with the rules that judge clients, no parser and no grammar.
 */
package org.bitsconformance.reference.client;
