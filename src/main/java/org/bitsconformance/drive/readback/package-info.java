/** Looks at the destinations of uploads, and compares what is there with what was sent. */
package org.bitsconformance.drive.readback;
