package org.bitsconformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relay between a client and a server on this machine: an HTTP proxy, or a plain relay of bytes. */
final class Relay implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final String HEAD_END = "\r\n\r\n";

    private final ServerSocket listening;
    private final int port;
    private final boolean proxy;
    private final String credentials;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private Relay(InetAddress address, int port, boolean proxy, String credentials) {
        this.port = port;
        this.proxy = proxy;
        this.credentials = credentials;
        try {
            this.listening = new ServerSocket(0, 50, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> {
            while (true) {
                Socket client = accepted();
                start(() -> serve(client));
            }
        });
    }

    /** Passes the bytes of connections to {@code address} on to a port of 127.0.0.1. */
    static Relay from(InetAddress address, int port) {
        return new Relay(address, port, false, "");
    }

    /**
     * A proxy to that port that demands this {@code Proxy-Authorization}; it always connects there, whatever host is
     * requested.
     */
    static Relay proxy(int port, String credentials) {
        return new Relay(InetAddress.getLoopbackAddress(), port, true, credentials);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The request lines that the proxy received. */
    List<String> asked() {
        return asked;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One of the two is gone.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private Socket accepted() throws IOException {
        Socket client = listening.accept();
        open.add(client);
        return client;
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(server);
            boolean tunnel = !proxy || tunnels(client);
            if (!tunnel) {
                return;
            }
            start(() -> copy(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    /** Whether the client got a tunnel; otherwise all its requests have been served. */
    private boolean tunnels(Socket client) throws IOException {
        OutputStream answer = client.getOutputStream();
        String head = head(client.getInputStream());
        if (head.startsWith("CONNECT ")) {
            asked.add(line(head));
            boolean welcome = head.contains("\r\nProxy-Authorization: " + credentials + "\r\n");
            answer.write(bytes(
                    "HTTP/1.1 " + (welcome ? "200 OK" : "407 No\r\nProxy-Authenticate: Basic realm=\"p\"") + HEAD_END));
            return welcome;
        }
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(server);
            start(() -> copy(server, client));
            for (; !head.isEmpty(); head = head(client.getInputStream())) {
                asked.add(line(head));
                if (!head.contains("\r\nProxy-Authorization: " + credentials + "\r\n")) {
                    answer.write(bytes("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0"
                            + HEAD_END));
                    return false;
                }
                forward(head, client.getInputStream(), server.getOutputStream());
            }
            return false;
        }
    }

    private static void forward(String head, InputStream in, OutputStream out) throws IOException {
        String relative =
                head.replaceFirst("^(\\S+) http://[^/ ]+", "$1 ").replaceFirst("\r\nProxy-Authorization: [^\r]*", "");
        Matcher length = LENGTH.matcher(head);
        out.write(bytes(relative));
        out.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
        out.flush();
    }

    private static String line(String head) {
        return head.substring(0, head.indexOf('\r'));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(HEAD_END) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
