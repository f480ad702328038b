/** What all reports share: printable text, times, templates, files that are replaced as a whole. */
package org.bitsconformance.report.text;
