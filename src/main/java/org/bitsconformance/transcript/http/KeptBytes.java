package org.bitsconformance.transcript.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.transcript.http.WireBytes.Omitted;

/** The first bytes of one direction of an exchange, and the length and digest of the others. */
public final class KeptBytes {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int most;
    private long beyond;
    private MessageDigest digest;

    /** Keeps at most this number of bytes. */
    public KeptBytes(int most) {
        this.most = most;
    }

    /** Adds bytes that are written as ISO 8859-1. */
    public void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        add(bytes, 0, bytes.length);
    }

    /** Adds a part of an array. */
    public void add(byte[] bytes, int from, int length) {
        int here = Math.max(0, Math.min(length, most - kept.size()));
        kept.write(bytes, from, here);
        if (here < length) {
            if (digest == null) {
                digest = Digests.sha256();
            }
            digest.update(bytes, from + here, length - here);
            beyond += length - here;
        }
    }

    /** From now on keeps at most this number of further bytes. */
    public void keep(int more) {
        most = kept.size() + more;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return kept.size() == 0;
    }

    /** Whether there were more bytes than are kept. */
    public boolean isShortened() {
        return beyond > 0;
    }

    /** As a record has them; {@code content} is the length of a coded body. To be called once. */
    public WireBytes bytes(OptionalLong content) {
        String text = kept.toString(StandardCharsets.ISO_8859_1);
        return beyond == 0
                ? WireBytes.of(text)
                : new WireBytes(
                        text,
                        Optional.of(new Omitted(beyond, Digests.hex(digest.digest()), Optional.empty(), content)));
    }

    /** What is kept, as ISO 8859-1. */
    public String text() {
        return kept.toString(StandardCharsets.ISO_8859_1);
    }
}
