package org.bitsconformance.transcript.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java platform provides. */
public final class Digests {

    private static final int PIECE = 64 << 10;

    private Digests() {}

    /** A fresh digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The digest of a part of a payload, in lower-case hexadecimal. Works piece by piece, so that the part may have any
     * length.
     */
    public static String sha256(Payload payload, long first, long length) {
        MessageDigest digest = sha256();
        update(digest, payload, first, length);
        return hex(digest.digest());
    }

    /** Adds a part of a payload to a digest, in pieces. */
    public static void update(MessageDigest digest, Payload payload, long first, long length) {
        for (long done = 0; done < length; done += PIECE) {
            digest.update(payload.range(first + done, (int) Math.min(PIECE, length - done)));
        }
    }

    /** The digest in lower-case hexadecimal. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
