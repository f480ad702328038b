package org.bitsconformance.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A relay in front of a server that can be told to hold a connection back until another one has come in. */
final class MeetingPoint implements AutoCloseable {

    /** Long enough for a busy machine. */
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final ServerSocket listening;
    private final int serverPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch arrivals = new CountDownLatch(2);
    private volatile boolean holding;

    private MeetingPoint(ServerSocket listening, int serverPort) {
        this.listening = listening;
        this.serverPort = serverPort;
    }

    static MeetingPoint before(int serverPort) throws IOException {
        MeetingPoint point = new MeetingPoint(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), serverPort);
        inBackground(point::accept);
        return point;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next connection waits for the one after it. */
    void hold() {
        holding = true;
    }

    /** Whether two connections have been open at once since {@link #hold}. */
    boolean met() {
        return arrivals.getCount() == 0;
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
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            open.add(server);
            if (holding) {
                arrivals.countDown();
                if (!arrivals.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            }
            inBackground(() -> pass(server, client));
            pass(client, server);
        } catch (IOException e) {
            // One of the two is gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One of the two is gone.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "meeting-point");
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
