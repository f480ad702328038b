/** Drives words of abstract packets, and says in abstract answers what came back. */
package org.bitsconformance.drive.word;
