/** Scripts that repeat a broken case. */
package org.bitsconformance.report.reproduce;
