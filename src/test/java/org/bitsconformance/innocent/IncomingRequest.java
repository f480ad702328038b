package org.bitsconformance.innocent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request as it was read. */
final class IncomingRequest {

    private final String method;
    private final String target;
    private final List<Field> headers;
    private final byte[] body;
    private final boolean complete;

    private IncomingRequest(String method, String target, List<Field> headers, byte[] body, boolean complete) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.complete = complete;
    }

    /**
     * A request without its body.
     *
     * @param target as it stood in the request line
     */
    static IncomingRequest head(String method, String target, List<Field> headers) {
        return new IncomingRequest(method, target, List.copyOf(headers), new byte[0], true);
    }

    /** The same with a body, or with what came of it. */
    IncomingRequest withBody(byte[] bytes, boolean whole) {
        return new IncomingRequest(method, target, headers, bytes, whole);
    }

    String method() {
        return method;
    }

    List<Field> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    /** Whether all of the body came. */
    boolean complete() {
        return complete;
    }

    /** One header field; the value without the blanks around it. */
    record Field(String name, String value) {}

    /** The value of a header; of several fields with that name, their values with commas between (RFC 2616 4.2). */
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

    /** The path alone, also of an absolute URI. */
    String path() {
        String path = target.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*", "");
        path = path.replaceFirst("[?#].*$", "");
        return path.isEmpty() ? "/" : path;
    }
}
