package org.bitsconformance.judge.application;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.judge.PlayedNotification;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.DeclaredAccess;
import org.bitsconformance.transcript.DeclaredLimits;
import org.bitsconformance.transcript.DeclaredNotification;
import org.bitsconformance.transcript.HandedFile;

/** Uploads about which a server application is notified; everything is right until a test changes it. */
final class Notified {

    private Notified() {}

    /** A session of a target that notifies by value. */
    static CaseBuilder byValue() {
        return CaseBuilder.created().declared(declares("value"));
    }

    /** A session of a target that notifies by reference. */
    static CaseBuilder byReference() {
        return CaseBuilder.created().declared(declares("reference"));
    }

    /** An upload in one fragment, about which a server application was notified. */
    static CaseBuilder upload(UnaryOperator<PlayedNotification> change) {
        return byValue().notified(change).fragment(0, 99, 100);
    }

    /** The same, with another answer to the fragment. */
    static CaseBuilder upload(UnaryOperator<PlayedNotification> change, UnaryOperator<Message> ack) {
        return byValue().notified(change).fragment(0, 99, 100, ack);
    }

    /** The same, for a target whose notifications do not come straight to the suite. */
    static CaseBuilder throughFrontEnd(UnaryOperator<PlayedNotification> change) {
        return CaseBuilder.created()
                .declared(declares("value", "http://app.example/notify", false))
                .notified(change)
                .fragment(0, 99, 100);
    }

    /** The same, for a target that is declared to notify this URL. */
    static CaseBuilder at(String url, UnaryOperator<PlayedNotification> change) {
        return CaseBuilder.created()
                .declared(declares("value", url, true))
                .notified(change)
                .fragment(0, 99, 100);
    }

    /** An upload whose notification was answered with an error, which its last fragment then got too. */
    static CaseBuilder failed(int status) {
        return upload(
                notification -> notification.answer(status),
                ack -> ack.error(status, "0x" + Integer.toHexString(0x80190000 + status))
                        .with("BITS-Error-Context", "0x7"));
    }

    /** Declares that the target notifies {@code http://app.example/notify} in one of the ways, or nobody. */
    static Declared declares(String type) {
        return declares(type, "http://app.example/notify", true);
    }

    private static Declared declares(String type, String url, boolean direct) {
        return new Declared(
                false,
                new Declared.Capabilities(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                Optional.of(new DeclaredNotification(type, url, true, OptionalLong.empty(), direct)),
                DeclaredAccess.UNDECLARED,
                DeclaredLimits.NONE);
    }

    /** A look at a file of the first session; if it exists, it has the right content. */
    static HandedFile look(HandedFile.Role role, HandedFile.Moment moment, String path, HandedFile.Presence presence) {
        return new HandedFile(
                CaseBuilder.CASE, 1, role, moment, path, presence, OptionalLong.empty(), OptionalLong.empty());
    }
}
