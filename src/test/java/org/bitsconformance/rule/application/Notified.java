package org.bitsconformance.rule.application;

import java.util.function.UnaryOperator;
import org.bitsconformance.rule.Message;
import org.bitsconformance.rule.Played;
import org.bitsconformance.rule.PlayedNotification;

/** Uploads that a server application is notified of; all is right until a test changes it. */
final class Notified {

    private Notified() {}

    /** A session of a target that notifies by value. */
    static Played byValue() {
        return Played.created().notifies("value");
    }

    /** A session of a target that notifies by reference. */
    static Played byReference() {
        return Played.created().notifies("reference");
    }

    /** An upload in one fragment that a server application was notified of. */
    static Played upload(UnaryOperator<PlayedNotification> change) {
        return byValue().notified(change).fragment(0, 99, 100);
    }

    /** The same, with another answer to the fragment. */
    static Played upload(UnaryOperator<PlayedNotification> change, UnaryOperator<Message> ack) {
        return byValue().notified(change).fragment(0, 99, 100, ack);
    }

    /** An upload whose notification was answered with an error, as was then its last fragment. */
    static Played failed(int status) {
        return upload(
                notification -> notification.answer(status),
                ack -> ack.error(status, "0x" + Integer.toHexString(0x80190000 + status))
                        .with("BITS-Error-Context", "0x7"));
    }
}
