package org.bitsconformance.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A relay in front of a correct server that dies: it ends all connections, and refuses new ones until it comes back, if
 * ever.
 */
public final class Outage implements AutoCloseable {

    private static final int BUFFER = 8 << 10;

    private final URI server;
    private final int deadly;
    private final AtomicInteger fragments = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listening;
    private volatile CountDownLatch left;

    private Outage(URI server, int deadly) throws IOException {
        this.server = server;
        this.deadly = deadly;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = listening.getLocalPort();
    }

    /**
     * Starts one on any free port.
     *
     * @param server the upload URL of the correct server
     * @param fragment number of the first fragment, from 1, that does not reach the server
     */
    public static Outage of(URI server, int fragment) {
        try {
            Outage outage = new Outage(server, fragment);
            outage.listen();
            return outage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Accepts connections again, if it has died. */
    public void comeBack() {
        if (listening.isClosed()) {
            try {
                listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                listen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The upload URL through this relay. */
    public String url() {
        return "http://127.0.0.1:" + port + server.getPath();
    }

    /** Whether it has died, even if it has come back. */
    public boolean hasDied() {
        return fragments.get() >= deadly;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        endConnections();
    }

    private void listen() {
        ServerSocket taking = listening;
        CountDownLatch done = new CountDownLatch(1);
        left = done;
        HostileServer.daemon(() -> {
            accept(taking);
            done.countDown();
        });
    }

    private void accept(ServerSocket taking) {
        while (!taking.isClosed()) {
            try {
                carry(taking.accept());
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void carry(Socket client) throws IOException {
        Socket backend = new Socket(server.getHost(), server.getPort());
        connections.add(client);
        connections.add(backend);
        HostileServer.daemon(() -> pump(client, backend, true));
        HostileServer.daemon(() -> pump(backend, client, false));
    }

    private void pump(Socket from, Socket to, boolean requests) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (requests && isFragment(buffer, count) && fragments.incrementAndGet() == deadly) {
                    die();
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One of the two is gone.
        } finally {
            connections.remove(from);
            connections.remove(to);
        }
    }

    /** While a thread still waits in accept, the system accepts one more connection; nobody may come back before that. */
    private void die() throws IOException {
        listening.close();
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endConnections();
    }

    private void endConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** Assumes that the header of a packet comes in one piece. */
    private static boolean isFragment(byte[] buffer, int count) {
        return new String(buffer, 0, count, ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("\r\nbits-packet-type: fragment\r\n");
    }
}
