package org.bitsconformance.judge;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.Notification.Conduct;
import org.bitsconformance.transcript.http.WireBytes;

/** A correct notification by value, answered with a reply and a request for a copy, until a test changes it. */
public final class PlayedNotification {

    private Message request = Message.of("POST /notify HTTP/1.1")
            .with("Host", "app.example")
            .with("BITS-Original-Request-URL", "http://server.example/upload/file")
            .body("upload");
    private Message answer = Message.of("HTTP/1.1 200 OK")
            .with("BITS-Copy-File-To-Destination", "true")
            .body("reply");
    private Conduct conduct = Conduct.ANSWERED;
    private boolean whole = true;
    private OptionalLong bodyLength = OptionalLong.empty();
    private OptionalLong difference = OptionalLong.empty();
    private long lateMicros;

    PlayedNotification() {}

    public PlayedNotification request(UnaryOperator<Message> change) {
        request = change.apply(request);
        return this;
    }

    /** Passes by reference: it has no body and names these files, with the header names of the Win32 pages. */
    public PlayedNotification naming(String upload, String reply) {
        return request(message ->
                message.body("").with("BITS-Request-DataFile-Name", upload).with("BITS-Response-DataFile-Name", reply));
    }

    public PlayedNotification answer(UnaryOperator<Message> change) {
        answer = change.apply(answer);
        return this;
    }

    public PlayedNotification answer(int status) {
        return answer(message -> message.status(status));
    }

    public PlayedNotification by(Conduct other) {
        conduct = other;
        return this;
    }

    /** The request broke off. */
    public PlayedNotification torn() {
        whole = false;
        return this;
    }

    /** Its body has this many bytes, whatever the text of the request shows. */
    public PlayedNotification bodyLength(long length) {
        bodyLength = OptionalLong.of(length);
        return this;
    }

    /** Its body equals the upload up to this offset. */
    public PlayedNotification differentAt(long offset) {
        difference = OptionalLong.of(offset);
        return this;
    }

    /** It is answered after the Ack. */
    public PlayedNotification answeredLate() {
        lateMicros = 5;
        return this;
    }

    Notification event(String id, int session, long atMicros) {
        String text = conduct == Conduct.HUNG_UP ? "" : request.text();
        return new Notification(
                id,
                CaseBuilder.CASE,
                session,
                WireBytes.of(text),
                whole,
                bodyLength.orElse(text.length() - Math.min(text.length(), text.indexOf("\r\n\r\n") + 4)),
                difference,
                conduct,
                WireBytes.of(answered()),
                Optional.empty(),
                new Notification.Timing(atMicros, atMicros, atMicros + lateMicros));
    }

    private String answered() {
        return switch (conduct) {
            case ANSWERED -> answer.text();
            case OLD_HTTP -> answer.text().replaceFirst("HTTP/1.1", "HTTP/1.0");
            case CUT_SHORT -> answer.text().substring(0, answer.text().length() - 1);
            case NOT_HTTP -> "220 mail.example ESMTP\r\n";
            case HUNG_UP, RESET, CLOSED, SILENT -> "";
        };
    }
}
