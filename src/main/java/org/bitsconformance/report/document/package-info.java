/** What the reports of a run say, as one document: {@code report.json} as records. */
package org.bitsconformance.report.document;
