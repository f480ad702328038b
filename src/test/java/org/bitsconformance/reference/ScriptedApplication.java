package org.bitsconformance.reference;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.protocol.BitsHeaders;
import org.bitsconformance.reference.http.Bytes;
import org.bitsconformance.reference.http.HeaderFields;
import org.bitsconformance.reference.http.MalformedRequest;
import org.bitsconformance.reference.http.RequestHead;
import org.bitsconformance.reference.http.RequestReader;
import org.bitsconformance.reference.server.Notifying;

/** A server application that answers each notification with the next of its scripts, and repeats the last one. */
final class ScriptedApplication implements AutoCloseable {

    /** Long enough for a busy machine; nobody waits that long unless the application is silent. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A notification as it arrived. */
    record Heard(String startLine, HeaderFields headers, Bytes body) {

        Optional<String> header(String name) {
            return headers.first(name);
        }
    }

    /** What happens after a notification has arrived; then the connection is closed. */
    interface Script {
        void play(Heard heard, Socket socket) throws IOException;
    }

    private final ServerSocket listening;
    private final List<Script> scripts;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    ScriptedApplication(Script... scripts) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.scripts = List.of(scripts);
        Thread thread = new Thread(this::listen, "application");
        thread.setDaemon(true);
        thread.start();
    }

    /** Success with these header lines, each without its line end, and this body. */
    static Script ok(String body, String... lines) {
        return says(200, body, lines);
    }

    static Script says(int status, String body, String... lines) {
        StringBuilder fields = new StringBuilder();
        List.of(lines).forEach(line -> fields.append(line).append("\r\n"));
        return raw(
                "HTTP/1.1 " + status + " Said\r\n" + fields + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Sends these bytes. */
    static Script raw(String bytes) {
        return (heard, socket) -> socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends these bytes, and resets the connection. */
    static Script reset(String bytes) {
        return (heard, socket) -> {
            raw(bytes).play(heard, socket);
            socket.setSoLinger(true, 0);
        };
    }

    /** Sends these bytes, and stays silent until the other side gives up. */
    static Script silence(String bytes) {
        return (heard, socket) -> {
            raw(bytes).play(heard, socket);
            socket.getInputStream().read();
        };
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/app/handle?kind=a");
    }

    Notifying byValue() {
        return new Notifying(url(), Optional.empty(), PATIENCE);
    }

    /** The notifications so far, in order. */
    List<Heard> heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                answer(socket);
            } catch (IOException | MalformedRequest e) {
                // Closed, or the server was gone.
            }
        }
    }

    private void answer(Socket socket) throws IOException, MalformedRequest {
        RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
        RequestReader.Section head = reader.section().orElseThrow(() -> new IOException("nothing came"));
        long length = head.headers().contains("Transfer-Encoding")
                ? RequestHead.CHUNKED
                : head.headers()
                        .first(BitsHeaders.CONTENT_LENGTH)
                        .map(Long::parseLong)
                        .orElse(0L);
        Heard notification =
                new Heard(head.startLine(), head.headers(), reader.body(length).bytes());
        heard.add(notification);
        scripts.get(Math.min(heard.size(), scripts.size()) - 1).play(notification, socket);
    }
}
