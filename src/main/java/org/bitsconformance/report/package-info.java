/** The reports of a run: writers, each a function of the result and of nothing else. */
package org.bitsconformance.report;
