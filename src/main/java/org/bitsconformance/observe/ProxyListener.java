package org.bitsconformance.observe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.bitsconformance.transcript.http.HostPort;

/** A port of the proxy, which leads to one server. */
final class ProxyListener {

    private static final int BACKLOG = 200;

    private final ServerSocket listening;
    private final Node node;
    private final boolean named;
    private final RecordingProxy proxy;

    private ProxyListener(ServerSocket listening, Node node, boolean named, RecordingProxy proxy) {
        this.listening = listening;
        this.node = node;
        this.named = named;
        this.proxy = proxy;
    }

    /**
     * Begins to listen.
     *
     * @param node where the port leads
     * @param named whether the server named that host, so that it was not given by the user
     */
    static ProxyListener start(
            InetSocketAddress address, Optional<SSLContext> tls, Node node, boolean named, RecordingProxy proxy)
            throws IOException {
        ServerSocket socket =
                tls.isPresent() ? tls.get().getServerSocketFactory().createServerSocket() : new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, BACKLOG);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        ProxyListener listener = new ProxyListener(socket, node, named, proxy);
        RecordingProxy.daemon(listener::accept, "bits-observe-" + socket.getLocalPort())
                .start();
        return listener;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                proxy.take(listening.accept(), this);
            } catch (IOException e) {
                // Closed, or the client was gone before its turn.
            }
        }
    }

    Node node() {
        return node;
    }

    boolean named() {
        return named;
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Host and port, as a client may call it. */
    String address() {
        InetAddress at = listening.getInetAddress();
        String host = at.isAnyLocalAddress() ? "localhost" : at.getHostAddress();
        return new HostPort(host, port()).written() + ":" + port();
    }

    void close() {
        try {
            listening.close();
        } catch (IOException e) {
            // Nobody can connect any more either way.
        }
    }
}
