/** The report and its badge as JSON. */
package org.bitsconformance.report.json;
