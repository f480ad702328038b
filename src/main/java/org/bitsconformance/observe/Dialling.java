package org.bitsconformance.observe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.bitsconformance.drive.tls.TlsSockets;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.http.HostPort;

/** Opens connections to the servers behind the proxy. */
final class Dialling {

    /** Longest time for a connection and for its TLS handshake; clients wait meanwhile. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final TlsSockets tls;

    Dialling(Target upstream) {
        this.tls = new TlsSockets(upstream.trust(), upstream.access().certificate(), upstream.secure());
    }

    /**
     * A connected socket, with TLS if the server speaks it.
     *
     * @throws IOException whose message says in a few words why there is none
     */
    Socket open(Node node) throws IOException {
        HostPort address = node.address();
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(address.host());
        } catch (UnknownHostException e) {
            throw new IOException("the host name is not known", e);
        }
        IOException first = null;
        for (InetAddress one : all) {
            try {
                return open(node, new InetSocketAddress(one, address.port()));
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    private Socket open(Node node, InetSocketAddress address) throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.connect(address, (int) LONGEST.toMillis());
            if (!node.secure()) {
                return plain;
            }
            plain.setSoTimeout((int) LONGEST.toMillis());
            Socket secured = tls.over(plain, node.address().host(), address.getPort());
            plain.setSoTimeout(0);
            return secured;
        } catch (SocketTimeoutException e) {
            plain.close();
            throw new IOException("no answer within " + LONGEST.toSeconds() + " s", e);
        } catch (SSLException e) {
            plain.close();
            throw new IOException("no TLS connection: " + e.getMessage(), e);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /** TLS protocol and cipher suite, or {@code none}. */
    static String security(Socket socket) {
        if (socket instanceof SSLSocket secured) {
            SSLSession session = secured.getSession();
            return session.getProtocol() + " " + session.getCipherSuite();
        }
        return "none";
    }
}
