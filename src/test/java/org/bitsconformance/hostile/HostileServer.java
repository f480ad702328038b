package org.bitsconformance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Listens on 127.0.0.1 and misbehaves, at once or after it has passed for a BITS server. */
public final class HostileServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d{1,9})\r\n");
    private static final String PING_ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n";

    private final ServerSocket listening;
    private final Hostility hostility;
    private final boolean answersPings;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private HostileServer(Hostility hostility, boolean answersPings) throws IOException {
        this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.hostility = hostility;
        this.answersPings = answersPings;
    }

    /**
     * Starts one on any free port.
     *
     * @param answersPings whether it answers Pings correctly, so that a run begins
     */
    public static HostileServer start(Hostility hostility, boolean answersPings) {
        try {
            HostileServer server = new HostileServer(hostility, answersPings);
            daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/up/";
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            while (!head.isEmpty()) {
                if (answersPings && head.contains("\r\nbits-packet-type: ping\r\n")) {
                    socket.getOutputStream().write(PING_ACK.getBytes(ISO_8859_1));
                } else {
                    hostility.answer(socket);
                }
                head = head(socket.getInputStream());
            }
        } catch (IOException e) {
            // The client has given up.
        } finally {
            connections.remove(socket);
        }
    }

    /** The header of the next request in lower case, after its body has been read; empty at the end. */
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        while (!read.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            read.write(next);
        }
        String head = read.toString(ISO_8859_1).toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            in.skipNBytes(Long.parseLong(length.group(1)));
        }
        return head;
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        thread.start();
    }
}
