package org.bitsconformance.reference.server;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.ReceivedPacket;

/** Notifies the server application of uploads (MC-BUP 2.2.12; Win32 notification-protocol-for-server-applications). */
final class Notifier {

    private static final String POST = "POST";

    private final Notifying settings;
    private final DocumentReading reading;
    private final Conduct conduct;
    private final AtomicInteger count = new AtomicInteger();

    /** The URL of the last upload that was notified. */
    private final AtomicReference<String> last = new AtomicReference<>("");

    Notifier(Notifying settings, DocumentReading reading, Conduct conduct) {
        this.settings = settings;
        this.reading = reading;
        this.conduct = conduct;
    }

    /** Passes on what a session has received, under its lock; returns the answer with the reply. */
    BackEndAnswer notify(Session session, ReceivedPacket packet) {
        Bytes upload = Bytes.joined(session.upload().blocks());
        String own = originalUrl(packet);
        String before = last.getAndSet(own);
        String named = conduct.commits(Misbehaviour.NAMES_UPLOAD_BEFORE) && !before.isEmpty() ? before : own;
        NotificationRequest plain = NotificationRequest.of(POST, settings.url().get())
                .withQuery(packet.query())
                .with(BitsHeaders.ORIGINAL_REQUEST_URL, named);
        return conduct.heard(
                settings.folder().isPresent() ? byReference(session, plain, upload) : send(plain.with(upload)));
    }

    /** Asks the application to delete one of its own replies, which no server should do. */
    void delete(String url) {
        Optional.of(url)
                .filter(absolute -> absolute.startsWith("http://"))
                .map(URI::create)
                .ifPresent(there ->
                        new BackEndClient(there, settings.timeout()).send(NotificationRequest.of("DELETE", there)));
    }

    private BackEndAnswer byReference(Session session, NotificationRequest plain, Bytes upload) {
        DataFiles files = session.aftermath()
                .files()
                .orElseGet(() -> DataFiles.in(settings.folder().orElseThrow(), session.key(), count.incrementAndGet()));
        session.aftermath().setFiles(Optional.of(files));
        try {
            files.store(upload);
        } catch (IOException unreadable) {
            return BackEndAnswer.missing(Refusal.NOTICE_UNSENT);
        }
        BackEndAnswer answer =
                send(plain.with(reading.requestFileHeader(), files.request().toString())
                        .with(reading.responseFileHeader(), files.response().toString()));
        if (conduct.commits(Misbehaviour.IGNORES_REPLY_FILES)) {
            return answer;
        }
        try {
            return files.reply().map(answer::with).orElse(answer);
        } catch (IOException unreadable) {
            return answer.with(Refusal.NOTICE_ANSWER_CUT);
        }
    }

    private BackEndAnswer send(NotificationRequest notice) {
        if (conduct.commits(Misbehaviour.NOTIFIES_NOBODY)) {
            return BackEndAnswer.AGREED;
        }
        NotificationRequest sent = conduct.notice(notice);
        BackEndClient client = new BackEndClient(settings.url().get(), settings.timeout());
        BackEndAnswer answer = client.send(sent);
        if (conduct.commits(Misbehaviour.NOTIFIES_TWICE) && answer.problem().isEmpty()) {
            client.send(sent);
        }
        return answer;
    }

    private static String originalUrl(ReceivedPacket packet) {
        String host = packet.host();
        return "http://" + host + packet.path()
                + packet.query().map(query -> "?" + query).orElse("");
    }
}
