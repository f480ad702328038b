package org.bitsconformance.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A relay in front of a server that serves a limited number of connections at a time; one more waits until another
 * ends.
 */
final class NarrowDoor implements AutoCloseable {

    private final ServerSocket listening;
    private final int serverPort;
    private final Semaphore room;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private NarrowDoor(ServerSocket listening, int serverPort, int width) {
        this.listening = listening;
        this.serverPort = serverPort;
        this.room = new Semaphore(width);
    }

    static NarrowDoor before(int serverPort, int width) throws IOException {
        NarrowDoor door = new NarrowDoor(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), serverPort, width);
        inBackground(door::accept);
        return door;
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/upload/";
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                inBackground(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        room.acquireUninterruptibly();
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            inBackground(() -> pass(server, client));
            pass(client, server);
        } catch (IOException e) {
            // One of the two is gone.
        } finally {
            room.release();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two is gone.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "narrow-door");
        thread.setDaemon(true);
        thread.start();
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
