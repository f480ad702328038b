/** The report as a page, and its summary. */
package org.bitsconformance.report.html;
