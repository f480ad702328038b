package org.bitsconformance.innocent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A parsed request. */
final class IncomingRequest {

    private final String method;
    private final String target;
    private final Form form;
    private final List<Field> headers;
    private final byte[] body;
    private final boolean complete;

    /**
     * What its fields do not show.
     *
     * @param version such as {@code HTTP/1.1}
     * @param folded whether a header field continues on the next line
     * @param spaced whether a header field has a tab, or other spaces around its value than one before it
     */
    record Form(String version, boolean folded, boolean spaced) {}

    private IncomingRequest(
            String method, String target, Form form, List<Field> headers, byte[] body, boolean complete) {
        this.method = method;
        this.target = target;
        this.form = form;
        this.headers = headers;
        this.body = body;
        this.complete = complete;
    }

    /**
     * A request without its body.
     *
     * @param target as in the request line
     */
    static IncomingRequest head(String method, String target, Form form, List<Field> headers) {
        return new IncomingRequest(method, target, form, List.copyOf(headers), new byte[0], true);
    }

    /** A copy with other header fields. */
    IncomingRequest withHeaders(List<Field> others) {
        return new IncomingRequest(method, target, form, List.copyOf(others), body, complete);
    }

    /** A copy with a body, as far as it arrived. */
    IncomingRequest withBody(byte[] bytes, boolean whole) {
        return new IncomingRequest(method, target, form, headers, bytes, whole);
    }

    String method() {
        return method;
    }

    /** The target as in the request line. */
    String target() {
        return target;
    }

    String version() {
        return form.version();
    }

    /** Whether a header field continues on the next line. */
    boolean folded() {
        return form.folded();
    }

    /** Whether a header field continues on the next line, or has tabs or spaces that clients do not send. */
    boolean odd() {
        return form.folded() || form.spaced();
    }

    List<Field> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** Whether the whole body arrived. */
    boolean complete() {
        return complete;
    }

    /** One header field; the value without surrounding spaces. */
    record Field(String name, String value) {}

    /** The value of a header; several fields with that name are joined with commas (RFC 2616 4.2). */
    Optional<String> header(String name) {
        return headers.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .reduce((first, second) -> first + ", " + second);
    }

    boolean asks(String name, String token) {
        return header(name)
                .map(value -> value.toLowerCase(Locale.ROOT).contains(token))
                .orElse(false);
    }

    /** Only the path, even of an absolute URI. */
    String path() {
        String path = target.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*", "");
        path = path.replaceFirst("[?#].*$", "");
        return path.isEmpty() ? "/" : path;
    }
}
