package org.bitsconformance.judge.download;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Notification;
import org.bitsconformance.transcript.http.Payload;
import org.bitsconformance.transcript.http.WireBytes;

/** Uploads with a reply of 100 bytes, and right answers to its downloads. */
final class Replied {

    static final String CONTENT = "0123456789".repeat(10);
    static final String URL = "/replies/1";

    /** A reply of a server application. */
    static final Payload GIVEN = new Payload(7, 100);

    private static final String TIME = "Mon, 18 Jun 2007 21:12:01 GMT";
    private static final String BOUNDARY = "B";

    private Replied() {}

    /** A case with a complete upload and a reply that nobody has fetched. */
    static CaseBuilder uploaded() {
        return uploaded(URL);
    }

    /** Like {@link #uploaded()}, with another reply URL. */
    static CaseBuilder uploaded(String url) {
        return CaseBuilder.created().uploadReply().fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", url));
    }

    /** Like {@link #fetched()}, with a reply from the suite's server application, which sent these header lines. */
    static CaseBuilder given(String headers) {
        return given(fetched(), headers);
    }

    /** A case whose reply comes from the suite's server application. */
    static CaseBuilder given(CaseBuilder played) {
        return given(played, "");
    }

    /** The application is notified again, at a time in microseconds, and gives another reply. */
    static CaseBuilder givenAgain(CaseBuilder played, long micros) {
        return given(played, "n2", new Payload(8, 100), "", new Notification.Timing(micros, micros, micros));
    }

    private static CaseBuilder given(CaseBuilder played, String headers) {
        return given(played, "n1", GIVEN, headers, new Notification.Timing(0, 0, 0));
    }

    private static CaseBuilder given(
            CaseBuilder played, String id, Payload reply, String headers, Notification.Timing timing) {
        return played.event(new Notification(
                id,
                CaseBuilder.CASE,
                1,
                WireBytes.of("POST /notify HTTP/1.1\r\nHost: suite.example\r\n\r\n"),
                true,
                0,
                OptionalLong.empty(),
                Notification.Conduct.ANSWERED,
                WireBytes.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + headers + "\r\n"),
                Optional.of(reply),
                timing));
    }

    /** A case whose reply has been fetched by a GET, answered with {@link #whole()}. */
    static CaseBuilder fetched() {
        return uploaded().download(get(), whole());
    }

    /** Like {@link #fetched()}, then requested again with this Range. */
    static CaseBuilder ranged(String range, Message answer) {
        return fetched().download(get().with("Range", range), answer);
    }

    static Message get() {
        return Message.of("GET " + URL + " HTTP/1.1").with("Host", "server.example");
    }

    static Message head() {
        return get().startLine("HEAD " + URL + " HTTP/1.1");
    }

    static Message whole() {
        return Message.of("HTTP/1.1 200 OK")
                .with("Content-Type", "text/plain")
                .with("Last-Modified", TIME)
                .body(CONTENT);
    }

    /** The right answer to a HEAD. */
    static Message header() {
        return whole().onlyBody("");
    }

    /** The right answer to a GET for a range. */
    static Message slice(int first, int last) {
        return whole().status(206)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + CONTENT.length())
                .body(CONTENT.substring(first, last + 1));
    }

    /** An answer with these parts. */
    static Message parts(String... parts) {
        return whole().status(206)
                .with("Content-Type", "multipart/byteranges; boundary=" + BOUNDARY)
                .body("\r\n--" + BOUNDARY + String.join("\r\n--" + BOUNDARY, parts) + "\r\n--" + BOUNDARY + "--\r\n");
    }

    /** A right part. */
    static String part(int first, int last) {
        return part(first, last, head -> head);
    }

    /** A part whose header, from the line end of the boundary to the blank line, is changed. */
    static String part(int first, int last, UnaryOperator<String> header) {
        String head = "\r\nContent-Type: text/plain\r\nContent-Range: bytes " + first + "-" + last + "/"
                + CONTENT.length() + "\r\n";
        return header.apply(head) + "\r\n" + CONTENT.substring(first, last + 1);
    }
}
