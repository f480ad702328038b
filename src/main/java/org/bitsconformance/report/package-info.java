/** The reports of a run: writers that depend only on the result. */
package org.bitsconformance.report;
