package org.bitsconformance.reference.server;

/** An upload session: the state that MC-BUP 3.2.1.4 calls BITSSessionWrapper. Its monitor guards its upload and what happens to it. */
public final class Session {

    /**
     * What a session is found by. The path is part of it, so that a session serves the destination it was created for
     * and no other.
     */
    public record Key(String id, String path) {}

    private final Key key;
    private final int connection;
    private final StoredUpload upload = new StoredUpload();
    private final NotificationOutcome aftermath = new NotificationOutcome();
    private boolean published;
    private volatile long progressNanos;

    /** A session that was opened over {@code connection}, at a time of {@link System#nanoTime} or a clock like it. */
    Session(Key key, int connection, long nowNanos) {
        this.key = key;
        this.connection = connection;
        this.progressNanos = nowNanos;
    }

    /** It has made progress: its time-out counts from now. */
    void progressed(long nowNanos) {
        progressNanos = nowNanos;
    }

    /** How long it has made no progress, in nanoseconds. */
    public long idleNanos(long nowNanos) {
        return nowNanos - progressNanos;
    }

    public Key key() {
        return key;
    }

    public int connection() {
        return connection;
    }

    public StoredUpload upload() {
        return upload;
    }

    NotificationOutcome aftermath() {
        return aftermath;
    }

    /** Whether the upload was handed to the file store. */
    boolean isPublished() {
        return published;
    }

    void markPublished() {
        published = true;
        upload.release();
    }
}
