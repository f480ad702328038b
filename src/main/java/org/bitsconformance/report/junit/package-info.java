/** The report as JUnit XML. */
package org.bitsconformance.report.junit;
