package org.bitsconformance.drive.scenario;

import org.bitsconformance.drive.client.Outgoing;
import org.bitsconformance.drive.client.Upload;

/** The packets of a session, by the words used in tables. */
final class SessionPacket {

    private SessionPacket() {}

    /** Sends {@code fragment} (the second half of the upload), {@code close} or {@code cancel}. */
    static void send(String word, Upload upload) {
        of(word, upload).send();
    }

    /** Like {@link #send}, but not sent yet. */
    static Outgoing of(String word, Upload upload) {
        return switch (word) {
            case "fragment" -> upload.fragmenting(upload.size() / 2, upload.size() - 1);
            case "close" -> upload.closing();
            case "cancel" -> upload.cancelling();
            default -> throw new IllegalArgumentException("no packet is called " + word);
        };
    }
}
