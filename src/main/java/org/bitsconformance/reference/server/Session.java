package org.bitsconformance.reference.server;

/** An upload session: the state that MC-BUP 3.2.1.4 calls BITSSessionWrapper. Its monitor guards its upload and what happens to it. */
public final class Session {

    /**
     * The key of a session. It includes the path, so that a session serves only the destination for which it was
     * created.
     */
    public record Key(String id, String path) {}

    private final Key key;
    private final int connection;
    private final StoredUpload upload = new StoredUpload();
    private final NotificationOutcome aftermath = new NotificationOutcome();
    private boolean published;
    private volatile long progressNanos;

    /** A session opened over {@code connection}; the time is {@link System#nanoTime} or a similar clock's. */
    Session(Key key, int connection, long nowNanos) {
        this.key = key;
        this.connection = connection;
        this.progressNanos = nowNanos;
    }

    /** Notes progress: the time-out starts again. */
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

    /** Whether the upload was passed to the file store. */
    boolean isPublished() {
        return published;
    }

    void markPublished() {
        published = true;
        upload.release();
    }
}
