package org.bitsconformance.reference.server;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.FragmentRange;
import org.bitsconformance.reference.http.StoredDigest;

/** The bytes of one session so far. Not thread-safe: used under the lock of its session. */
public final class StoredUpload {

    private final List<Bytes> blocks = new ArrayList<>();
    private long received;
    private long stored;
    private Optional<MessageDigest> digest = Optional.empty();
    private long digested;
    private Optional<FragmentRange> lastAccepted = Optional.empty();

    /** Offset of the next byte that is expected. */
    public long received() {
        return received;
    }

    /** How many bytes are held in memory. */
    long stored() {
        return stored;
    }

    /** The total that the fragments so far have stated; empty before the first. */
    Optional<Long> total() {
        return lastAccepted.map(FragmentRange::total);
    }

    /** Whether a fragment states a different total from those before it. */
    boolean contradicts(FragmentRange range) {
        return lastAccepted.filter(last -> last.total() != range.total()).isPresent();
    }

    /** Whether the upload is complete and a fragment has the range of the one that completed it. */
    public boolean isRepeatedBy(FragmentRange range) {
        return isComplete() && lastAccepted.filter(range::equals).isPresent();
    }

    public boolean isComplete() {
        return lastAccepted.filter(last -> last.total() == received).isPresent();
    }

    /** Stores a block; the next expected byte is then the one after {@code range}, unless a later one already was. */
    void append(FragmentRange range, Bytes block) {
        if (digest.isPresent()) {
            block.addTo(digest.get());
            digested += block.length();
        } else {
            blocks.add(block);
            stored += block.length();
        }
        received = Math.max(received, range.end());
        lastAccepted = Optional.of(range);
    }

    /** From now on, keeps only the length and digest. */
    void keepDigestAlone() {
        if (digest.isEmpty()) {
            MessageDigest fresh = sha256();
            blocks.forEach(block -> block.addTo(fresh));
            digested = stored;
            digest = Optional.of(fresh);
            release();
        }
    }

    /** What is kept instead of the bytes; empty if the bytes are. Nothing can be appended afterwards. */
    Optional<StoredDigest> digest() {
        return digest.map(whole -> StoredDigest.of(digested, whole.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Overwrites the stored bytes from an offset on with a block, as far as there are any; does nothing if only a
     * digest is kept.
     */
    void replace(long first, Bytes block) {
        if (digest.isPresent()) {
            return;
        }
        Bytes whole = Bytes.joined(blocks).with((int) first, block);
        blocks.clear();
        blocks.add(whole);
    }

    /** Forgets the bytes from an offset on, as a server does that is restored from a backup (MC-BUP 2.2.6). */
    public void truncate(long length) {
        Bytes kept = Bytes.joined(blocks).slice(0, Math.toIntExact(length));
        blocks.clear();
        blocks.add(kept);
        stored = length;
        received = length;
    }

    /** The blocks in the order of their arrival. */
    List<Bytes> blocks() {
        return List.copyOf(blocks);
    }

    /** Frees the memory; offsets stay. */
    void release() {
        blocks.clear();
        stored = 0;
    }
}
