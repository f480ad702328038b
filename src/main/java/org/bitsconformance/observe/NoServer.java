package org.bitsconformance.observe;

/** What the proxy itself answers when it cannot reach the server (RFC 2616 10.5.3). */
final class NoServer {

    private static final String HEAD = """
            HTTP/1.1 502 Bad Gateway
            Server: bits-conformance-observe
            Content-Type: text/plain
            Content-Length: %d
            Connection: close

            """.replace("\n", "\r\n");

    private NoServer() {}

    /** The answer to a request with this method; {@code why} is a sentence. */
    static String answer(String method, String why) {
        String body = method.equals("HEAD") ? "" : why + "\n";
        return HEAD.formatted(body.length()) + body;
    }
}
