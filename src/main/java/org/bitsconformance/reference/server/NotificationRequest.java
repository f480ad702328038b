package org.bitsconformance.reference.server;

import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderFields;

/**
 * A request by which a server application is notified of an upload (MC-BUP 2.2.12).
 *
 * @param verb the HTTP method
 * @param target path and query of the notification URL
 * @param query the upload URL's query, which is appended; empty if it has none
 * @param headers the header section without fields of the connection, such as Host
 * @param body the upload, if passed by value; empty if passed by reference
 * @param form what happens to the text of the request line and the header before it is sent
 */
public record NotificationRequest(
        String verb,
        String target,
        Optional<String> query,
        HeaderFields headers,
        Bytes body,
        UnaryOperator<String> form) {

    /** A request without headers of its own and without a body. */
    static NotificationRequest of(String verb, URI url) {
        String path = Optional.ofNullable(url.getRawPath())
                .filter(given -> !given.isEmpty())
                .orElse("/");
        String own = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        HeaderFields framed = HeaderFields.NONE.with(BitsHeaders.CONTENT_LENGTH, "0");
        return new NotificationRequest(
                verb, path + own, Optional.empty(), framed, Bytes.NONE, UnaryOperator.identity());
    }

    public NotificationRequest withVerb(String other) {
        return new NotificationRequest(other, target, query, headers, body, form);
    }

    public NotificationRequest withTarget(String other) {
        return new NotificationRequest(verb, other, query, headers, body, form);
    }

    public NotificationRequest withQuery(Optional<String> other) {
        return new NotificationRequest(verb, target, other, headers, body, form);
    }

    public NotificationRequest with(HeaderFields others) {
        return new NotificationRequest(verb, target, query, others, body, form);
    }

    public NotificationRequest with(String name, String value) {
        return with(headers.with(name, value));
    }

    public NotificationRequest without(String name) {
        return with(headers.without(name));
    }

    /** A copy with this body and the matching Content-Length. */
    public NotificationRequest with(Bytes other) {
        return new NotificationRequest(
                verb,
                target,
                query,
                headers.with(BitsHeaders.CONTENT_LENGTH, String.valueOf(other.length())),
                other,
                form);
    }

    /** A copy with another text of the request line and the header. */
    public NotificationRequest writtenAs(UnaryOperator<String> other) {
        return new NotificationRequest(verb, target, query, headers, body, other);
    }

    /** Whether the body is sent in chunks, without a length. */
    boolean isChunked() {
        return headers.contains("Transfer-Encoding");
    }

    /** What is between the method and the HTTP version. */
    String wholeTarget() {
        return target
                + query.map(more -> (target.contains("?") ? "&" : "?") + more).orElse("");
    }
}
