package org.bitsconformance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** What a hostile server does with a request that it has read. */
public enum Hostility {
    SILENT(wire -> wire.pause(0)),
    DRIPPING(wire -> {
        wire.send("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 60; i++) {
            wire.send("X");
            wire.pause(2000);
        }
    }),
    RESETTING(Wire::reset),
    CLOSING(wire -> wire.socket().close()),
    NOT_HTTP(wire -> wire.send("SSH-2.0-OpenSSH_9.6\r\n")),
    HUGE_HEADER(wire -> {
        wire.send("HTTP/1.1 200 OK\r\nX-Huge: ");
        wire.repeat("x", 64L << 20);
        wire.send("\r\n" + Wire.ACK);
    }),
    MANY_HEADERS(wire -> {
        wire.send("HTTP/1.1 200 OK\r\n");
        wire.repeat("X-Many: 1\r\n", 200_000L * 11);
        wire.send(Wire.ACK);
    }),
    ENDLESS_CHUNKS(wire -> {
        wire.send("HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nTransfer-Encoding: chunked\r\n\r\n");
        wire.repeat("10\r\n0123456789abcdef\r\n", Long.MAX_VALUE);
    }),
    BODY_OF_8_GB(wire -> {
        wire.send("HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 8589934592\r\n\r\n");
        wire.repeat("x", 8L << 30);
    }),
    BODY_TOO_SHORT(wire -> wire.send("HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 10\r\n\r\nshort")),
    WEB_PAGE(wire -> wire.send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 24\r\n\r\n" + "<html><h1>Hi</h1></html>")),
    REDIRECT_TO_ITSELF(wire -> wire.send("HTTP/1.1 302 Found\r\nLocation: /up/\r\nContent-Length: 0\r\n\r\n")),
    ENDLESS_CONTINUE(wire -> wire.repeat("HTTP/1.1 100 Continue\r\n\r\n", Long.MAX_VALUE)),
    TWO_ANSWERS(wire -> {
        wire.send("HTTP/1.1 200 OK\r\n" + Wire.ACK);
        wire.send("HTTP/1.1 200 OK\r\n" + Wire.ACK);
    }),
    FALSE_GZIP(wire -> wire.send("HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Encoding: gzip\r\n"
            + "Content-Length: 8\r\n\r\nnot gzip")),
    UNAUTHORIZED(
            wire -> wire.send("HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 0\r\n\r\n")),
    STATUS_999(wire -> wire.send("HTTP/1.1 999\r\n" + Wire.ACK)),
    BYTES_OVER_7F(wire -> wire.send("HTTP/1.1 200 \u00ff\u00fe\u0080\r\nX-\u00e4: \u00ff\u00c3(\u0085\r\n" + Wire.ACK)),
    MARKUP(wire ->
            wire.send("HTTP/1.1 200 <script>alert(1)</script>\r\nBITS-Session-Id: {\"><script>alert(2)</script>}\r\n"
                    + "BITS-Protocol: </pre><img src=x onerror=alert(3)>\r\nBITS-Error: \u001b[31mred\u001b]0;title\u0007\r\n"
                    + "BITS-Received-Content-Range: \u0001\u0008\u000b\r\nServer: ]]>&amp;\u001b[2J\r\n" + Wire.ACK));

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
    private final Play play;

    Hostility(Play play) {
        this.play = play;
    }

    void answer(Socket socket) throws IOException {
        play.answer(new Wire(socket));
    }

    /** Answers a request, or does something else. */
    private interface Play {

        void answer(Wire wire) throws IOException;
    }

    /** The server's side of a connection. */
    private record Wire(Socket socket) {

        static final String ACK = "BITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n";
        private static final int ROUND = 1 << 16;

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        }

        /** Sends a text again and again until this many bytes have gone out, or the client has given up. */
        void repeat(String text, long bytes) throws IOException {
            byte[] once = text.getBytes(ISO_8859_1);
            byte[] round = new byte[ROUND / once.length * once.length];
            for (int at = 0; at < round.length; at += once.length) {
                System.arraycopy(once, 0, round, at, once.length);
            }
            OutputStream out = socket.getOutputStream();
            long left = bytes;
            while (left > 0) {
                int length = (int) Math.min(left, round.length);
                out.write(length == round.length ? round : Arrays.copyOf(round, length));
                left -= length;
            }
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits for this many milliseconds (0: as long as the client stays); throws when the client leaves. */
        void pause(int millis) throws IOException {
            socket.setSoTimeout(millis);
            try {
                if (socket.getInputStream().read() < 0) {
                    throw new EOFException("the client left");
                }
            } catch (SocketTimeoutException over) {
                // The time is over.
            }
        }
    }
}
