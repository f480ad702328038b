/** What the reports of a run say, as one document: the records behind {@code report.json}. */
package org.bitsconformance.report.document;
