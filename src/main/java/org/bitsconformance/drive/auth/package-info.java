/** Client side of Basic, Digest, NTLM and Negotiate. */
package org.bitsconformance.drive.auth;
