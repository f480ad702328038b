package org.bitsconformance.drive.transport;

import java.security.MessageDigest;
import java.util.Optional;
import org.bitsconformance.transcript.http.Digests;
import org.bitsconformance.transcript.http.Payload;

/** SHA-256 of an upload, computed while its bytes are sent, so that a large one need not be generated again for it. */
public final class RollingDigest {

    private final Payload payload;
    private final MessageDigest digest = Digests.sha256();
    private long position;
    private Optional<String> whole = Optional.empty();

    /** The digest of an upload before anything has been sent. */
    public RollingDigest(Payload payload) {
        this.payload = payload;
    }

    /** The upload. */
    public Payload payload() {
        return payload;
    }

    /**
     * Adds bytes of the upload, given their offset. Bytes before or after the place that it has reached change nothing.
     */
    synchronized void sent(long offset, byte[] bytes, int count) {
        if (whole.isEmpty() && offset <= position && offset + count > position) {
            int known = (int) (position - offset);
            digest.update(bytes, known, count - known);
            position = offset + count;
        }
    }

    /** The digest of the whole upload, in lower-case hexadecimal. Generates what was not sent. */
    public synchronized String whole() {
        if (whole.isEmpty()) {
            Digests.update(digest, payload, position, payload.length() - position);
            whole = Optional.of(Digests.hex(digest.digest()));
        }
        return whole.get();
    }
}
