package org.bitsconformance.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server that behaves, and dies: ends all connections at once, and takes no more, or not for a while. */
public final class Outage implements AutoCloseable {

    private static final int BUFFER = 8 << 10;

    private final ServerSocket listening;
    private final URI server;
    private final int dyingPiece;
    private final int resets;
    private final AtomicInteger pieces = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean dead;

    private Outage(URI server, int dyingPiece, int resets) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        this.dyingPiece = dyingPiece;
        this.resets = resets;
    }

    /**
     * Dies for good.
     *
     * @param server the upload URL of the server that behaves
     * @param pieces how many pieces of requests reach it; a packet comes in one or two
     */
    public static Outage forGood(URI server, int pieces) {
        return start(server, pieces, 0);
    }

    /**
     * Dies, and comes back.
     *
     * @param pieces how many pieces of requests reach the server before that
     * @param resets how many connections are reset until it is back
     */
    public static Outage forConnections(URI server, int pieces, int resets) {
        return start(server, pieces, resets);
    }

    private static Outage start(URI server, int pieces, int resets) {
        try {
            Outage outage = new Outage(server, pieces, resets);
            HostileServer.daemon(outage::accept);
            return outage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The upload URL of the server as it is to be reached. */
    public String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + server.getPath();
    }

    /** Whether it has died, be it back or not. */
    public boolean hasDied() {
        return pieces.get() >= dyingPiece;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        endConnections();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (dead) {
                    reset(client);
                    dead = refused.incrementAndGet() < resets;
                } else {
                    carry(client);
                }
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
                if (requests && pieces.incrementAndGet() == dyingPiece) {
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

    private void die() throws IOException {
        if (resets == 0) {
            listening.close();
        }
        dead = true;
        endConnections();
    }

    private void endConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
