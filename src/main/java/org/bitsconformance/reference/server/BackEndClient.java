package org.bitsconformance.reference.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bitsconformance.reference.http.Deadline;
import org.bitsconformance.reference.http.HeaderField;
import org.bitsconformance.reference.http.RequestReader;

/**
 * Sends notifications to a server application and reads its answers (MC-BUP 3.3), each over its own connection. It
 * survives whatever the application does: an answer has at most {@link RequestReader#LARGEST_BODY} bytes, and sending
 * and answering share a time limit.
 */
final class BackEndClient {

    private static final int DEFAULT_PORT = 80;
    private static final String END_OF_LINE = "\r\n";

    private final URI url;
    private final Duration timeout;

    /** A client for the application at {@code url}, by plain HTTP. */
    BackEndClient(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
    }

    /** The answer to a notification; if there is none, what happened instead. */
    BackEndAnswer send(NotificationRequest notice) {
        try (Socket socket = new Socket();
                Deadline deadline = new Deadline(socket, timeout)) {
            BackEndAnswer answer = exchange(socket, notice);
            return deadline.hasPassed() ? answer.with(Refusal.NOTICE_TIMED_OUT) : answer;
        } catch (IOException closing) {
            return BackEndAnswer.missing(Refusal.NOTICE_UNANSWERED);
        }
    }

    /** An application that answers without reading the whole body has still answered. */
    private BackEndAnswer exchange(Socket socket, NotificationRequest notice) {
        try {
            socket.connect(new InetSocketAddress(host(), port()));
            boolean sent = write(socket, notice);
            BackEndAnswer answer = new AnswerReader(socket.getInputStream()).read();
            return sent || answer.problem().isEmpty() ? answer : BackEndAnswer.missing(Refusal.NOTICE_UNSENT);
        } catch (IOException unreachable) {
            return BackEndAnswer.missing(Refusal.NOTICE_UNSENT);
        }
    }

    private boolean write(Socket socket, NotificationRequest notice) {
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            out.write(notice.form().apply(head(notice)).getBytes(StandardCharsets.ISO_8859_1));
            if (notice.isChunked()) {
                String size = Integer.toHexString(notice.body().length()) + END_OF_LINE;
                out.write((notice.body().isEmpty() ? "" : size).getBytes(StandardCharsets.ISO_8859_1));
            }
            out.write(notice.body().array());
            if (notice.isChunked()) {
                String end = (notice.body().isEmpty() ? "" : END_OF_LINE) + "0" + END_OF_LINE + END_OF_LINE;
                out.write(end.getBytes(StandardCharsets.ISO_8859_1));
            }
            out.flush();
            return true;
        } catch (IOException cutOff) {
            return false;
        }
    }

    private String head(NotificationRequest notice) {
        StringBuilder head = new StringBuilder(notice.verb() + " " + notice.wholeTarget() + " HTTP/1.1" + END_OF_LINE);
        head.append("Host: ").append(url.getRawAuthority()).append(END_OF_LINE);
        for (HeaderField header : notice.headers().fields()) {
            head.append(header.name()).append(": ").append(header.value()).append(END_OF_LINE);
        }
        return head + "Connection: close" + END_OF_LINE + END_OF_LINE;
    }

    /** The host; an IPv6 address in a URL is in brackets. */
    private String host() {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    private int port() {
        return url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
    }
}
