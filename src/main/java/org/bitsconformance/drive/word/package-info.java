/** Drives words of abstract packets, and describes the results as abstract answers. */
package org.bitsconformance.drive.word;
