package org.bitsconformance.judge.history;

import java.util.Optional;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Excerpt;
import org.bitsconformance.transcript.http.Request;

/**
 * A GET or HEAD of the reply to an upload.
 *
 * @param exchange the record of it
 * @param request as it was sent
 * @param answer present once its whole header has arrived
 * @param named the Fragment whose Ack was the last to name the reply's URL; empty if none did
 * @param ended the Close-Session or Cancel-Session before it that was answered 200; empty while the session is open
 */
public record Download(
        Exchange exchange, Request request, Optional<Answer> answer, Optional<Step> named, Optional<Step> ended) {

    private static final String RANGE = "Range";

    static Download of(Exchange exchange, Optional<Step> named, Optional<Step> ended) {
        Request request = Request.parse(exchange.request());
        return new Download(exchange, request, exchange.awaited(), named, ended);
    }

    /** Whether it is a GET for the whole reply. */
    public boolean isPlainGet() {
        return request.method().equals("GET") && range().isEmpty();
    }

    public boolean isHead() {
        return request.method().equals("HEAD");
    }

    /** The value of {@code Range}. */
    public Optional<String> range() {
        return request.headers().first(RANGE);
    }

    /** What was asked for, for messages. */
    public String words() {
        return request.method() + " of the reply"
                + range().map(value -> " with Range: " + Excerpt.of(value)).orElse("");
    }
}
