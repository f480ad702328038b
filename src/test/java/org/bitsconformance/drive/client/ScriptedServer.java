package org.bitsconformance.drive.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** A server on plain sockets that answers each request with the next reply of its script, whatever the request is. */
public final class ScriptedServer implements AutoCloseable {

    /** Small, so that a large request cannot be sent completely unless the server reads it. */
    private static final int SMALL_BUFFER = 8 << 10;

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    private final ServerSocket server;
    private final String scheme;
    private final Queue<Reply> script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore ended = new Semaphore(0);
    private Optional<DeafPort> left = Optional.empty();

    private ScriptedServer(ServerSocket server, String scheme, List<Reply> script) {
        this(server, scheme, script, List.of());
    }

    private ScriptedServer(ServerSocket server, String scheme, List<Reply> script, List<Conduct> conducts) {
        this.server = server;
        this.scheme = scheme;
        this.script = new ArrayDeque<>(script);
        Thread thread = new Thread(
                conducts.isEmpty() ? this::accept : () -> serveOneByOne(new ArrayDeque<>(conducts)), "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What to do with a request.
     *
     * @param text bytes to send, as ISO 8859-1
     * @param then what to do after them
     */
    public record Reply(String text, Then then) {
        public static Reply of(String text) {
            return new Reply(text, Then.KEEP);
        }

        public static Reply ack(int status, String... headers) {
            return of("HTTP/1.1 " + status + " Something\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n"
                    + String.join(
                            "",
                            Arrays.stream(headers)
                                    .map(header -> header + "\r\n")
                                    .toList()) + "\r\n");
        }

        public Reply then(Then next) {
            return new Reply(text, next);
        }
    }

    /** What follows a reply. */
    public enum Then {
        KEEP,
        CLOSE,
        RESET,
        HANG
    }

    /** What to do with a whole connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Conduct {
        void serve(Connection connection) throws IOException;
    }

    /** A server that serves one connection at a time, each with the next conduct of its script; the last one repeats. */
    public static ScriptedServer conducting(Conduct... script) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReceiveBufferSize(SMALL_BUFFER);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            return new ScriptedServer(server, "http", List.of(), List.of(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Like {@link #conducting}, over TLS. */
    public static ScriptedServer conductingSecured(SSLContext context, Conduct... script) {
        try {
            return new ScriptedServer(
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    "https",
                    List.of(),
                    List.of(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection, as a {@link Conduct} sees it. */
    public final class Connection {

        private final Socket socket;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        /** The next request; empty when the client is gone. */
        public String read() throws IOException {
            return note(ScriptedServer.read(socket.getInputStream()));
        }

        /** The next request without its body. */
        public String readHead() throws IOException {
            return note(head(socket.getInputStream()).toString());
        }

        /** The next bytes, whatever they are. */
        public void readBody(int length) throws IOException {
            socket.getInputStream().readNBytes(length);
        }

        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }

        /** Sends byte by byte, with a pause of 50 ms after each, until everything is sent or the client is gone. */
        public void drip(String text) throws IOException {
            socket.setSoTimeout(50);
            for (byte one : text.getBytes(StandardCharsets.ISO_8859_1)) {
                send(new byte[] {one});
                try {
                    socket.getInputStream().readAllBytes();
                    return;
                } catch (SocketTimeoutException e) {
                    // That was the pause.
                }
            }
        }

        /** Does nothing, not even read, until the server is closed. */
        public void hang() {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Everything that comes until the client ends its side. */
        public String awaitEnd() throws IOException {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }

        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        private String note(String request) {
            if (!request.isEmpty()) {
                requests.add(request);
            }
            return request;
        }
    }

    private void serveOneByOne(Queue<Conduct> conducts) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                open.add(socket);
                accepted.incrementAndGet();
                Conduct conduct = conducts.size() > 1 ? conducts.remove() : conducts.element();
                conduct.serve(new Connection(socket));
            } catch (IOException e) {
                // The client or the server is gone, which some tests are about.
            }
        }
    }

    /** How many connections were accepted. */
    public int connections() {
        return accepted.get();
    }

    public int port() {
        return server.getLocalPort();
    }

    public static ScriptedServer answering(Reply... script) {
        try {
            return new ScriptedServer(
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", List.of(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ScriptedServer secured(SSLContext context, Reply... script) {
        try {
            return new ScriptedServer(
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    "https",
                    List.of(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return scheme + "://localhost:" + server.getLocalPort() + "/upload/";
    }

    /** Waits until one more connection has been ended by a reply that ends it. */
    public void awaitEnd() {
        ended.acquireUninterruptibly();
    }

    /** What was received, as ISO 8859-1, one text per request. */
    public List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            for (String request = read(in); !request.isEmpty(); request = read(in)) {
                requests.add(request);
                Reply reply;
                synchronized (script) {
                    reply = script.size() > 1 ? script.remove() : script.peek();
                }
                socket.getOutputStream().write(reply.text().getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                if (reply.then() == Then.RESET) {
                    socket.setSoLinger(true, 0);
                }
                if (reply.then() == Then.RESET || reply.then() == Then.CLOSE) {
                    socket.close();
                    ended.release();
                    return;
                }
                if (reply.then() == Then.HANG) {
                    in.readAllBytes();
                    return;
                }
            }
        } catch (IOException e) {
            // The client is gone, which some tests are about.
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = head(in);
        Matcher length = LENGTH.matcher(text);
        if (length.find()) {
            text.append(new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    private static StringBuilder head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return new StringBuilder();
            }
            text.append((char) next);
        }
        return text;
    }

    /** Stops listening and ends every connection; until it is closed, nobody else can have its port. */
    public void leave() {
        int port = port();
        close();
        left = Optional.of(DeafPort.bind(port));
    }

    @Override
    public void close() {
        closed.countDown();
        left.ifPresent(DeafPort::close);
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
