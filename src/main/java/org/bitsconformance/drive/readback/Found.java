package org.bitsconformance.drive.readback;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.bitsconformance.drive.transport.RollingDigest;
import org.bitsconformance.transcript.ReadBack.Presence;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;

/**
 * What a look at the destination of an upload found.
 *
 * @param told whether the digest that the server gave equals the upload's; empty if its bytes were read
 */
public record Found(
        Presence presence,
        OptionalInt status,
        OptionalLong length,
        Optional<String> sha256,
        OptionalLong firstDifference,
        Optional<Boolean> told) {

    private static final int BLOCK = 64 << 10;

    /** Nothing that can be compared; the status is empty if there was no answer. */
    public static Found nothing(Presence presence, OptionalInt status) {
        return new Found(
                presence, status, OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** Whether exactly the bytes of the upload were found. */
    public boolean same() {
        return presence == Presence.FOUND && firstDifference.isEmpty() && told.orElse(true);
    }

    /**
     * Compares what is read with an upload. Reads at most one block more than the upload's length: by then the
     * difference is clear.
     */
    public static Found compare(InputStream in, Payload payload, OptionalInt status) throws IOException {
        MessageDigest digest = Digests.sha256();
        long offset = 0;
        OptionalLong difference = OptionalLong.empty();
        byte[] block = new byte[BLOCK];
        for (int count = in.readNBytes(block, 0, BLOCK);
                count > 0 && offset <= payload.length();
                count = in.readNBytes(block, 0, BLOCK)) {
            digest.update(block, 0, count);
            if (difference.isEmpty()) {
                difference = firstDifference(block, count, offset, payload);
            }
            offset += count;
        }
        if (difference.isEmpty() && offset < payload.length()) {
            difference = OptionalLong.of(offset);
        }
        return new Found(
                Presence.FOUND,
                status,
                OptionalLong.of(offset),
                Optional.of(Digests.hex(digest.digest())),
                difference,
                Optional.empty());
    }

    /** What a server says about what it has, without sending its bytes. */
    static Found told(int status, long length, String sha256, RollingDigest sent) {
        boolean same = length == sent.payload().length() && sha256.equals(sent.whole());
        return new Found(
                Presence.FOUND,
                OptionalInt.of(status),
                OptionalLong.of(length),
                Optional.of(sha256),
                OptionalLong.empty(),
                Optional.of(same));
    }

    private static OptionalLong firstDifference(byte[] block, int count, long offset, Payload payload) {
        int common = (int) Math.min(count, payload.length() - offset);
        int at = common <= 0 ? 0 : Arrays.mismatch(block, 0, common, payload.range(offset, common), 0, common);
        if (at >= 0) {
            return OptionalLong.of(offset + at);
        }
        return common < count ? OptionalLong.of(offset + common) : OptionalLong.empty();
    }
}
