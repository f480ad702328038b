/**
 * The record of a run: what was sent and what came back, byte for byte, with times. This package reads and writes it,
 * and parses what came over the wire. Everything that a rule may know is in the record.
 */
package org.bitsconformance.transcript;
