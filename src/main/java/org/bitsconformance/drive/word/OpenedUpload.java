package org.bitsconformance.drive.word;

import org.bitsconformance.drive.client.Upload;

/** A session that a word has created, and how far it has got according to the answers. */
final class OpenedUpload {

    /** How far its session has got according to the answers. */
    private enum Stage {
        OPEN,
        CLOSED,
        CANCELLED
    }

    private final Upload upload;
    private long wanted;
    private long takenFirst = -1;
    private long takenLast = -1;
    private Stage stage = Stage.OPEN;

    OpenedUpload(Upload upload) {
        this.upload = upload;
    }

    Upload upload() {
        return upload;
    }

    String sessionId() {
        return upload.sessionId().orElse("");
    }

    /** Offset of the byte that the server wants next; 0 once the session has ended. */
    long wanted() {
        return stage == Stage.OPEN ? wanted : 0;
    }

    /** Whether the server has accepted a fragment, and the session has not ended. */
    boolean hasTaken() {
        return stage == Stage.OPEN && takenFirst >= 0;
    }

    long takenFirst() {
        return takenFirst;
    }

    long takenLast() {
        return takenLast;
    }

    /** Notes the answer to a fragment; {@code taken} says whether it was a success. */
    void fragmentAnswered(long first, long last, boolean taken) {
        wanted = upload.nextOffset();
        if (taken) {
            takenFirst = first;
            takenLast = last;
        }
    }

    void closed() {
        stage = stage == Stage.OPEN ? Stage.CLOSED : stage;
    }

    void cancelled() {
        stage = stage == Stage.OPEN ? Stage.CANCELLED : stage;
    }

    boolean isOpen() {
        return stage == Stage.OPEN;
    }

    boolean isCancelled() {
        return stage == Stage.CANCELLED;
    }

    /** Whether all bytes have arrived according to the answers. */
    boolean complete() {
        return wanted >= upload.size();
    }

    /** Where the upload is, in the documents' terms. */
    String place() {
        return switch (stage) {
            case CLOSED -> complete() ? "closed" : "closed early, at " + wanted;
            case CANCELLED -> "cancelled";
            case OPEN -> {
                if (wanted == 0) {
                    yield "created";
                }
                yield complete() ? "all bytes" : "receiving, at " + wanted;
            }
        };
    }
}
