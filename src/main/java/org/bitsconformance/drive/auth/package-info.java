/** Basic, Digest, NTLM and Negotiate, as far as a client has to speak them. */
package org.bitsconformance.drive.auth;
