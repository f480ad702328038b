package org.bitsconformance.innocent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bitsconformance.protocol.Document;

/** A conformant server on its own port of 127.0.0.1; uploads go below {@link #uploadUrl()} and stay in memory. */
public final class InnocentServer implements AutoCloseable {

    private static final String FOLDER = "/uploads/";

    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(run -> {
        Thread thread = new Thread(run, "innocent");
        thread.setDaemon(true);
        return thread;
    });
    private final UploadServer uploads;
    private final Set<Freedom> freedoms;

    private InnocentServer(Document document, Set<Freedom> freedoms) throws IOException {
        this.freedoms = Set.copyOf(freedoms);
        this.uploads = new UploadServer(document, FOLDER, this.freedoms);
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts a server.
     *
     * @param document which document it follows if they differ
     * @param freedoms what it does differently from an ordinary server
     */
    public static InnocentServer start(Document document, Set<Freedom> freedoms) throws IOException {
        InnocentServer server = new InnocentServer(document, freedoms);
        server.threads.execute(server::accept);
        return server;
    }

    /** The folder for uploads, ending in a slash. */
    public String uploadUrl() {
        return "http://127.0.0.1:" + listening.getLocalPort() + FOLDER;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                if (freedoms.contains(Freedom.ONE_CONNECTION)) {
                    converse(socket);
                } else {
                    threads.execute(() -> converse(socket));
                }
            } catch (IOException ended) {
                // The server is being closed, or a client gave up while it waited.
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            new Conversation(socket, uploads, freedoms).hold();
        } catch (IOException gone) {
            // The client is gone: there is no one left to tell.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdown();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
