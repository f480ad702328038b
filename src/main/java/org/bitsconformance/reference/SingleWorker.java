package org.bitsconformance.reference;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Serves one connection at a time. If the client closes a connection in the middle of an upload, the next one waits
 * three more seconds, or none if it has already waited two seconds, so that waiting ends.
 */
final class SingleWorker {

    private static final long WAITS_ON_SECONDS = 3;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ReentrantLock turn = new ReentrantLock(true);
    private final BitsServer server;

    SingleWorker(BitsServer server) {
        this.server = server;
    }

    /** Serves a connection when its turn comes. Throws {@link IOException} if it has already ended. */
    void serve(Socket socket) throws IOException {
        long arrived = System.nanoTime();
        turn.lock();
        try {
            boolean waited = System.nanoTime() - arrived >= PATIENCE_NANOS;
            new SocketConnection(socket, server).serve();
            if (!waited && server.openSessions(session -> session.connection() == socket.getPort()) > 0) {
                waitOn();
            }
        } finally {
            turn.unlock();
        }
    }

    private static void waitOn() {
        try {
            TimeUnit.SECONDS.sleep(WAITS_ON_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
