package org.bitsconformance.scenario;

import org.bitsconformance.wire.Upload;

/** The packets that belong to a session, by the words of tables. */
final class SessionPacket {

    private SessionPacket() {}

    /** Sends {@code fragment} (the second half of the upload), {@code close} or {@code cancel}. */
    static void send(String word, Upload upload) {
        switch (word) {
            case "fragment" -> upload.fragment(upload.size() / 2, upload.size() - 1);
            case "close" -> upload.close();
            case "cancel" -> upload.cancel();
            default -> throw new IllegalArgumentException("no packet is called " + word);
        }
    }
}
