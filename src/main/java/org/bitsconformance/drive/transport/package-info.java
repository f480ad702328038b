/** Connections, their time limits and the bytes that cross them. Every exchange is recorded here. */
package org.bitsconformance.drive.transport;
