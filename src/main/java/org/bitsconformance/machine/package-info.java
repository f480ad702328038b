/**
 * The vocabulary of a server's state machine: abstract packets, alphabets, words, states and transitions. It neither
 * sends nor learns.
 */
package org.bitsconformance.machine;
