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

/** A server application that answers each notification as the next of its scripts says, and then as the last. */
final class ScriptedApplication implements AutoCloseable {

    /** Long enough for a busy machine; nobody waits for it unless the application keeps silent. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A notification as it came. */
    record Heard(String startLine, HeaderFields headers, Bytes body) {

        Optional<String> header(String name) {
            return headers.first(name);
        }
    }

    /** What is done once a notification has come; the connection is closed after it. */
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

    /** A success with those header lines, each without its end, and that body. */
    static Script ok(String body, String... lines) {
        return says(200, body, lines);
    }

    static Script says(int status, String body, String... lines) {
        StringBuilder fields = new StringBuilder();
        List.of(lines).forEach(line -> fields.append(line).append("\r\n"));
        return raw(
                "HTTP/1.1 " + status + " Said\r\n" + fields + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** These bytes. */
    static Script raw(String bytes) {
        return (heard, socket) -> socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** These bytes, and a reset. */
    static Script reset(String bytes) {
        return (heard, socket) -> {
            raw(bytes).play(heard, socket);
            socket.setSoLinger(true, 0);
        };
    }

    /** These bytes, and silence until the other side has enough of it. */
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

    /** What came so far, in order. */
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
