/** The traffic of a run as HAR. */
package org.bitsconformance.report.har;
