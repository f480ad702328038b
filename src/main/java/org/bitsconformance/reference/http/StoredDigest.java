package org.bitsconformance.reference.http;

import java.util.Base64;

/**
 * What is kept of a file that is too large to be stored.
 *
 * @param length in bytes
 * @param sha256 its digest, in base64
 */
public record StoredDigest(long length, String sha256) {

    /** A file with this digest. */
    public static StoredDigest of(long length, byte[] digest) {
        return new StoredDigest(length, Base64.getEncoder().encodeToString(digest));
    }

    /** As the value of {@code Repr-Digest} (RFC 9530 3). */
    public String headerValue() {
        return "sha-256=:" + sha256 + ":";
    }
}
