/** Writes a learned state machine as files, a graph and a picture. */
package org.bitsconformance.report.machine;
