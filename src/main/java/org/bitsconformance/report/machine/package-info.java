/** Writes a learned state machine as a table, a graph and a picture. */
package org.bitsconformance.report.machine;
