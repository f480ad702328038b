package org.bitsconformance.drive.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.http.HttpHost;
import org.apache.http.client.params.HttpClientParams;
import org.apache.http.conn.HttpInetSocketAddress;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.BasicHttpProcessor;
import org.apache.http.protocol.RequestContent;
import org.apache.http.protocol.RequestTargetHost;
import org.apache.http.util.EntityUtils;
import org.bitsconformance.target.Target;

/**
 * The HTTP client below REST Assured: one tapped connection, no retry, no redirect, no cookie, no header of its own
 * except Host and Content-Length. REST Assured needs the older API of Apache HttpClient.
 */
@SuppressWarnings("deprecation")
public final class SingleConnectionClient extends DefaultHttpClient {

    /** Ignores how long a server says it keeps a connection: ending it is up to the server. */
    private static final long UNTIL_ENDED = -1;

    private final boolean ownContentType;
    private Optional<HttpRoutePlanner> way = Optional.empty();
    private TappedSocket socket;

    /** A client for packets: keeps the traffic, and reads whole answers before it hands them on. */
    public SingleConnectionClient(Connector connector, Target target) {
        this(connector, target, true, opened -> {});
    }

    /** A client for content too long to keep; {@code opened} makes sure that the connection ends in time. */
    public SingleConnectionClient(Connector connector, Target target, Consumer<TappedSocket> opened) {
        this(connector, target, false, opened);
    }

    private SingleConnectionClient(Connector connector, Target target, boolean tapped, Consumer<TappedSocket> opened) {
        super(new PoolingClientConnectionManager(new SchemeRegistry(), SingleConnectionClient::unresolved));
        this.ownContentType = target.sets("Content-Type");
        boolean secure = target.secure();
        Sockets sockets = new Sockets(connector, secure, tapped, opened);
        getConnectionManager()
                .getSchemeRegistry()
                .register(new Scheme(secure ? "https" : "http", secure ? 443 : 80, sockets));
        target.askedProxy()
                .map(proxy -> new HttpHost(proxy.host(), proxy.port(), "http"))
                .ifPresent(proxy ->
                        way = Optional.of((host, request, context) -> new HttpRoute(host, null, proxy, false)));
        super.setRoutePlanner(way.orElse(null));
        HttpConnectionParams.setStaleCheckingEnabled(getParams(), false);
        HttpClientParams.setRedirecting(getParams(), false);
        HttpClientParams.setAuthenticating(getParams(), false);
        setKeepAliveStrategy((response, context) -> UNTIL_ENDED);
        setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        addResponseInterceptor((response, context) -> {
            if (tapped && response.getEntity() != null) {
                byte[] body = EntityUtils.toByteArray(response.getEntity());
                response.setEntity(new ByteArrayEntity(body));
            }
        });
    }

    /** Ignored: REST Assured sets its own route planner, which knows no proxy. */
    @Override
    public synchronized void setRoutePlanner(HttpRoutePlanner other) {
        super.setRoutePlanner(way.orElse(other));
    }

    /** Leaves the look-up of names to the connector: behind a proxy they may not resolve. */
    private static InetAddress[] unresolved(String host) throws UnknownHostException {
        return new InetAddress[] {InetAddress.getByAddress(host, new byte[4])};
    }

    @Override
    protected BasicHttpProcessor createHttpProcessor() {
        BasicHttpProcessor processor = new BasicHttpProcessor();
        processor.addRequestInterceptor(new RequestContent());
        processor.addRequestInterceptor((request, context) -> {
            if (!ownContentType) {
                request.removeHeaders("Content-Type");
            }
        });
        processor.addRequestInterceptor(new RequestTargetHost());
        return processor;
    }

    /** The connection in use, or the last one; empty if none has been opened since the last was abandoned. */
    Optional<TappedSocket> socket() {
        return Optional.ofNullable(socket);
    }

    public void abandon() {
        if (socket != null) {
            socket.end();
            socket = null;
        }
        getConnectionManager().closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    private final class Sockets implements SchemeSocketFactory {

        private final Connector connector;
        private final boolean secure;
        private final boolean tapped;
        private final Consumer<TappedSocket> opened;

        Sockets(Connector connector, boolean secure, boolean tapped, Consumer<TappedSocket> opened) {
            this.connector = connector;
            this.secure = secure;
            this.tapped = tapped;
            this.opened = opened;
        }

        @Override
        public Socket createSocket(HttpParams params) {
            return new Socket();
        }

        @Override
        public Socket connectSocket(Socket unused, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
                throws IOException {
            abandon();
            HttpHost host = remote instanceof HttpInetSocketAddress named
                    ? named.getHttpHost()
                    : new HttpHost(remote.getHostString(), remote.getPort());
            String scheme = secure ? "https" : "http";
            String name = host.getHostName().replaceAll("[\\[\\]]", "");
            String written = name.contains(":") ? "[" + name + "]" : name;
            socket = connector.open(URI.create(scheme + "://" + written + ":" + host.getPort() + "/"));
            socket.tap().begin();
            opened.accept(socket);
            return tapped ? socket : socket.untapped();
        }

        /** Answers for the library, which calls a route secure only when it adds TLS itself. */
        @Override
        public boolean isSecure(Socket candidate) {
            return false;
        }
    }
}
