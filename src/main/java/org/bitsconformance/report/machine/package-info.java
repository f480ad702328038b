/** Writes a learned state machine: as a table, as a graph, as a picture. */
package org.bitsconformance.report.machine;
