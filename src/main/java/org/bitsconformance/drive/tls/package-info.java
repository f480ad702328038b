/** Certificates and sockets of TLS. */
package org.bitsconformance.drive.tls;
