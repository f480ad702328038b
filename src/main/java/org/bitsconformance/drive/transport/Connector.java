package org.bitsconformance.drive.transport;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.bitsconformance.drive.auth.Authentication;
import org.bitsconformance.drive.tls.TlsSockets;
import org.bitsconformance.target.Proxy;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.http.HostPort;

/** Opens tapped connections to the target, and records when they open and end. */
public final class Connector {

    private final Shared shared;
    private final AnswerLimit limit;
    private final boolean cleanUp;

    /** What connectors with different time limits share. */
    private record Shared(
            Target target,
            Recorder recorder,
            TlsSockets tls,
            Deadlines deadlines,
            Interruption interruption,
            Expenses expenses,
            Authentication authentication) {}

    public Connector(Target target, Recorder recorder, Deadlines deadlines, AnswerLimit limit, Expenses expenses) {
        this(
                new Shared(
                        target,
                        recorder,
                        new TlsSockets(target.trust(), target.access().certificate(), target.secure()),
                        deadlines,
                        new Interruption(),
                        expenses,
                        new Authentication(target, recorder::keepSecret)),
                limit,
                false);
    }

    private Connector(Shared shared, AnswerLimit limit, boolean cleanUp) {
        this.shared = shared;
        this.limit = limit;
        this.cleanUp = cleanUp;
    }

    /** A connector with another time limit that still connects after the run has been interrupted. */
    public Connector toCleanUp(Duration otherLimit) {
        return new Connector(shared, new AnswerLimit(otherLimit), true);
    }

    /** A connector with another time limit. */
    public Connector within(Duration otherLimit) {
        return new Connector(shared, new AnswerLimit(otherLimit), cleanUp);
    }

    /** Counts what is sent over its connections. */
    public Expenses expenses() {
        return shared.expenses;
    }

    /** The credentials that go over its connections. */
    public Authentication authentication() {
        return shared.authentication;
    }

    /** Whether a server has asked for a client certificate. */
    public boolean askedForCertificate() {
        return shared.tls.askedForCertificate();
    }

    /** The certificates that a server presented last, its own first. */
    public List<X509Certificate> shownCertificates() {
        return shared.tls.shown();
    }

    /** Breaks off the connections that this connector opens. */
    public Interruption interruption() {
        return shared.interruption;
    }

    /**
     * Connects to the host of a URL, or to the proxy on the way to it, at the first address that accepts the
     * connection, with TLS for https.
     *
     * @throws ConnectException with the reason
     * @throws DrivingStopped when the run has been interrupted
     */
    public TappedSocket open(URI url) throws ConnectException {
        try {
            return openAny(url);
        } catch (ConnectException e) {
            throw shared.target.access().proxy().isPresent() ? e.ofProxy() : e;
        }
    }

    private TappedSocket openAny(URI url) throws ConnectException {
        String host = shared.target
                .access()
                .proxy()
                .map(Proxy::host)
                .orElseGet(() -> HostPort.of(url).host());
        int port = shared.target
                .access()
                .proxy()
                .map(Proxy::port)
                .orElseGet(() -> HostPort.of(url).port());
        ConnectException first = null;
        for (InetAddress address : addresses(host)) {
            try {
                return open(url, address, host, port);
            } catch (ConnectException e) {
                if (e.last()) {
                    throw e;
                }
                first = first == null ? e : first;
            }
        }
        throw first;
    }

    private static InetAddress[] addresses(String host) throws ConnectException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new ConnectException(ConnectException.Cause.NAME_NOT_FOUND, host, e);
        }
    }

    private TappedSocket open(URI url, InetAddress address, String host, int port) throws ConnectException {
        Socket plain = new Socket();
        try {
            shared.interruption.watch(plain, cleanUp, () -> closeQuietly(plain));
            Socket carrier = connect(url, plain, address, host, port);
            Tap tap = new Tap(
                    shared.recorder.clock(),
                    shared.deadlines,
                    limit,
                    () -> closeQuietly(plain),
                    () -> stopSending(plain));
            shared.interruption.watch(plain, cleanUp, tap::breakOff);
            String id = shared.recorder.nextId("c");
            shared.recorder.record(new ConnectionOpened(
                    id, HostPort.of(url).written() + ":" + port, security(carrier), shared.recorder.micros()));
            return new TappedSocket(id, plain, carrier, tap, this);
        } catch (ConnectException | DrivingStopped e) {
            shared.interruption.forget(plain);
            closeQuietly(plain);
            if (!cleanUp) {
                shared.interruption.check();
            }
            throw e;
        }
    }

    void ended(String id, Socket plain, ConnectionEnded.By by, String how) {
        shared.interruption.forget(plain);
        shared.recorder.record(new ConnectionEnded(id, by, how, shared.recorder.micros()));
    }

    private Socket connect(URI url, Socket plain, InetAddress address, String host, int port) throws ConnectException {
        try {
            plain.setTcpNoDelay(true);
            plain.connect(
                    new InetSocketAddress(address, port),
                    Math.toIntExact(limit.now().toMillis()));
        } catch (SocketTimeoutException e) {
            throw new ConnectException(ConnectException.Cause.NO_ANSWER, host + ":" + port, e);
        } catch (java.net.ConnectException e) {
            throw new ConnectException(ConnectException.Cause.REFUSED, host + ":" + port, e);
        } catch (IOException e) {
            throw notConnected(e, host, port, isSecure(url));
        }
        return isSecure(url) ? secure(url, plain) : plain;
    }

    /** A reset can arrive before the system reports the connection as open; it then looks like a failure to connect. */
    private static ConnectException notConnected(IOException e, String host, int port, boolean secure) {
        boolean reset = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("reset");
        if (!reset) {
            return new ConnectException(ConnectException.Cause.UNREACHABLE, e.getMessage(), e);
        }
        return secure
                ? new ConnectException(ConnectException.Cause.TLS, inHandshake(e, false), e)
                : new ConnectException(ConnectException.Cause.ENDED_AT_ONCE, host + ":" + port, e);
    }

    /** Sets a limit for the whole handshake: a limit for each read would never end one that drips. */
    private Socket secure(URI url, Socket plain) throws ConnectException {
        AtomicBoolean timeIsUp = new AtomicBoolean();
        Future<?> deadline = shared.deadlines.after(limit.now(), () -> {
            timeIsUp.set(true);
            closeQuietly(plain);
        });
        try {
            if (shared.target.access().proxy().isPresent()) {
                ProxyTunnel.open(plain, url, shared.target.access().proxy().get());
            }
            return shared.tls.over(
                    plain, HostPort.of(url).host(), HostPort.of(url).port());
        } catch (ConnectException e) {
            throw e;
        } catch (IOException e) {
            throw new ConnectException(ConnectException.Cause.TLS, inHandshake(e, timeIsUp.get()), e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static String inHandshake(IOException e, boolean timeIsUp) {
        if (timeIsUp) {
            return "the server did not finish the TLS handshake in time";
        }
        boolean ended = !(e instanceof SSLException)
                || e.getCause() instanceof SocketException
                || e.getCause() instanceof EOFException;
        return ended ? "the connection ended in the TLS handshake (" + rootMessage(e) + ")" : rootMessage(e);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceFirst("\\.+$", "");
    }

    private static String security(Socket socket) {
        if (socket instanceof SSLSocket secured) {
            SSLSession session = secured.getSession();
            return session.getProtocol() + " " + session.getCipherSuite();
        }
        return "none";
    }

    private static boolean isSecure(URI url) {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private static void stopSending(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            // Nothing more is sent over it either way.
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is given up either way.
        }
    }
}
