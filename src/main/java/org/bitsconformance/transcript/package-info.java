/**
 * The record of a run: what was sent, what came back, byte for byte, with times; the parsers of what came over the wire;
 * reading and writing it. Everything that a rule may know is in here.
 */
package org.bitsconformance.transcript;
