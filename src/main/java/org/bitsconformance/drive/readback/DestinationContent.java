package org.bitsconformance.drive.readback;

import org.bitsconformance.transcript.http.Payload;

/** What is at the destination of an upload, compared with its bytes. */
public enum DestinationContent {
    NOTHING,
    ALL_OF_IT,
    /** Only its first bytes. */
    A_PART,
    OTHER_BYTES,
    /** It is unknown whether anything is there. */
    UNREADABLE;

    /** What a look at it found, in one word. */
    public static DestinationContent of(Found found, Payload payload) {
        return switch (found.presence()) {
            case ABSENT -> NOTHING;
            case UNREADABLE -> UNREADABLE;
            case FOUND -> {
                if (found.same()) {
                    yield ALL_OF_IT;
                }
                long length = found.length().orElse(0);
                boolean part =
                        length < payload.length() && found.firstDifference().orElse(0) == length;
                yield part ? A_PART : OTHER_BYTES;
            }
        };
    }
}
