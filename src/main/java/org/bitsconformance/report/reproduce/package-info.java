/** Scripts that repeat a case that broke. */
package org.bitsconformance.report.reproduce;
