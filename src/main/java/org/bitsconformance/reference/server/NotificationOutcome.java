package org.bitsconformance.reference.server;

import java.util.Optional;

/** What happened to one upload after its last byte. Not thread-safe: used under the lock of its session. */
final class NotificationOutcome {

    private boolean settled;
    private boolean copies;
    private boolean named;
    private Optional<String> staticUrl = Optional.empty();
    private Optional<Ack> failure = Optional.empty();
    private Optional<BackEndAnswer> early = Optional.empty();
    private Optional<DataFiles> files = Optional.empty();

    /**
     * Whether the server application accepted the upload, so that it is not notified again (MC-BUP 3.2.1.4,
     * NotifyCache).
     */
    boolean isSettled() {
        return settled;
    }

    /** Notes that the server application accepted the upload; it may ask for a copy and name a reply. */
    void settle(boolean copy, Optional<String> replyUrl) {
        settled = true;
        copies = copy;
        staticUrl = replyUrl;
        failure = Optional.empty();
    }

    /** Whether the server application asked for the upload at its destination. */
    boolean copies() {
        return copies;
    }

    /** The reply as the server application named it; empty if the server keeps it. */
    Optional<String> staticUrl() {
        return staticUrl;
    }

    /** The Ack which reported that the latest notification failed; empty if none did. */
    Optional<Ack> failure() {
        return failure;
    }

    void fail(Ack ack) {
        failure = Optional.of(ack);
    }

    /** Notes that the reply has been named; returns whether it already had been. */
    boolean name() {
        boolean before = named;
        named = true;
        return before;
    }

    /** The server application's answer, if it was asked too early; otherwise empty. */
    Optional<BackEndAnswer> early() {
        return early;
    }

    void setEarly(BackEndAnswer answer) {
        early = Optional.of(answer);
    }

    /** What was passed by reference; empty if nothing was, or it was removed. */
    Optional<DataFiles> files() {
        return files;
    }

    void setFiles(Optional<DataFiles> others) {
        files = others;
    }
}
