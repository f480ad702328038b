/** Two reports side by side. */
package org.bitsconformance.report.compare;
