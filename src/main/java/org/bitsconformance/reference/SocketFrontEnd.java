package org.bitsconformance.reference;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Listens on a plain socket, with a thread for each connection. */
public final class SocketFrontEnd implements Listener {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** Connections beyond this number are closed at once. */
    private static final int MOST_CONNECTIONS = 300;

    private final ServerSocket listening;
    private final BitsServer server;
    private final SingleWorker worker;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private SocketFrontEnd(ServerSocket listening, BitsServer server) {
        this.listening = listening;
        this.server = server;
        this.worker = new SingleWorker(server);
    }

    /** Binds the port, or any free one for 0. Throws {@link ReferenceServerException} on failure. */
    static SocketFrontEnd start(int port, BitsServer server) {
        try {
            SocketFrontEnd frontEnd = new SocketFrontEnd(bound(port), server);
            new Thread(frontEnd::accept, "bits-accept-" + frontEnd.port()).start();
            return frontEnd;
        } catch (IOException failure) {
            throw Listener.cannotListen(port, failure);
        }
    }

    @Override
    public int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new ReferenceServerException("cannot stop listening", e);
        }
        connections.forEach(SocketFrontEnd::end);
    }

    private static ServerSocket bound(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), MOST_CONNECTIONS);
            return socket;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                take(listening.accept());
            } catch (IOException e) {
                // Closed, or the client was gone before its turn.
            }
        }
    }

    private void take(Socket socket) {
        connections.add(socket);
        if (listening.isClosed() || connections.size() > MOST_CONNECTIONS) {
            connections.remove(socket);
            end(socket);
            return;
        }
        Thread thread = new Thread(() -> serve(socket), "bits-connection-" + socket.getPort());
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            if (server.waitsForClosedConnections()) {
                worker.serve(socket);
            } else {
                new SocketConnection(socket, server).serve();
            }
        } catch (IOException e) {
            // The client is gone, or the server was closed.
        } finally {
            connections.remove(socket);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is given up either way.
        }
    }
}
