package org.bitsconformance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Listens on 127.0.0.1 and answers every packet correctly, except fragments, which it never answers. */
public final class UnansweredFragments implements AutoCloseable {

    /** The id of every session. */
    public static final String SESSION = "{11111111-2222-3333-4444-555555555555}";

    private static final long LONGEST_SECONDS = 60;
    private static final String ACK = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n";
    private static final String CREATED =
            "BITS-Protocol: {7df0354d-249b-430f-820d-3d2a9bef4931}\r\nBITS-Session-Id: " + SESSION + "\r\n";

    private final ServerSocket listening;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch fragment = new CountDownLatch(1);

    private UnansweredFragments(ServerSocket listening) {
        this.listening = listening;
    }

    /** Starts one on any free port. */
    public static UnansweredFragments start() {
        try {
            UnansweredFragments server =
                    new UnansweredFragments(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            HostileServer.daemon(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/up/";
    }

    /** Waits for the first fragment. */
    public void awaitFragment() {
        try {
            if (!fragment.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no fragment came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The headers of all requests, in lower case. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                HostileServer.daemon(() -> serve(socket));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (String head = HostileServer.head(socket.getInputStream());
                    !head.isEmpty();
                    head = HostileServer.head(socket.getInputStream())) {
                requests.add(head);
                if (head.contains("\r\nbits-packet-type: fragment\r\n")) {
                    fragment.countDown();
                } else {
                    boolean creating = head.contains("\r\nbits-packet-type: create-session\r\n");
                    String answer = ACK + (creating ? CREATED : "") + "\r\n";
                    socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                }
            }
        } catch (IOException e) {
            // The client has given up.
        }
    }
}
