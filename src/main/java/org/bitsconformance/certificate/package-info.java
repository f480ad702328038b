/** TLS certificates that are made at start. */
package org.bitsconformance.certificate;
