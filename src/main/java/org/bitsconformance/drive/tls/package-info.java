/** TLS certificates and sockets. */
package org.bitsconformance.drive.tls;
