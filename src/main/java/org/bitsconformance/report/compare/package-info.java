/** The comparison of several reports. */
package org.bitsconformance.report.compare;
