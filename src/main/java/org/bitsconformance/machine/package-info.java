/**
 * What a state machine of a server is written in: abstract packets, alphabets of them, words, states and transitions. It
 * neither sends nor learns.
 */
package org.bitsconformance.machine;
