package org.bitsconformance.innocent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.innocent.IncomingRequest.Field;

/** An answer before it is written; Content-Length is not among the headers. */
final class InnocentReply {

    private final int status;
    private final List<Field> headers = new ArrayList<>();
    private byte[] body = new byte[0];

    InnocentReply(int status) {
        this.status = status;
    }

    /** An answer below the protocol, with an HTML page. */
    static InnocentReply page(int status) {
        return new InnocentReply(status)
                .with("Content-Type", "text/html")
                .body(("<html><body><h1>" + status + "</h1></body></html>").getBytes(StandardCharsets.US_ASCII));
    }

    InnocentReply with(String name, String value) {
        headers.add(new Field(name, value));
        return this;
    }

    InnocentReply body(byte[] bytes) {
        body = bytes;
        return this;
    }

    int status() {
        return status;
    }

    List<Field> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
