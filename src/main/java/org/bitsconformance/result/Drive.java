package org.bitsconformance.result;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.Event;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.HandedFile;
import org.bitsconformance.transcript.Notification;

/**
 * One attempt at a case. A case that fails is driven again, in a fresh session.
 *
 * @param verdict the case's verdict from this drive alone
 * @param reason in a sentence; empty for a pass
 * @param exchanges what crossed the wire, including clean-up
 * @param notifications what reached the server application
 * @param files looks at the files that were passed to it
 * @param client the end of the client program that was started for it; empty if none was
 */
public record Drive(
        Verdict verdict,
        String reason,
        List<Exchange> exchanges,
        List<Notification> notifications,
        List<HandedFile> files,
        Optional<ClientEnded> client) {

    public Drive {
        exchanges = List.copyOf(exchanges);
        notifications = List.copyOf(notifications);
        files = List.copyOf(files);
    }

    /** A drive without a client program. */
    public Drive(
            Verdict verdict,
            String reason,
            List<Exchange> exchanges,
            List<Notification> notifications,
            List<HandedFile> files) {
        this(verdict, reason, exchanges, notifications, files, Optional.empty());
    }

    /** A drive without notifications. */
    public Drive(Verdict verdict, String reason, List<Exchange> exchanges) {
        this(verdict, reason, exchanges, List.of(), List.of());
    }

    /** A drive with those of the events that belong to it. */
    static Drive of(Verdict verdict, String reason, List<? extends Event> events) {
        return new Drive(
                verdict,
                reason,
                all(Exchange.class, events),
                all(Notification.class, events),
                all(HandedFile.class, events),
                all(ClientEnded.class, events).stream().findFirst());
    }

    private static <T> List<T> all(Class<T> type, List<? extends Event> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
