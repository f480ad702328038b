package org.bitsconformance.reference;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.HttpClientFactory;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.bitsconformance.certificate.Certificates;

/** Listens on 127.0.0.1 with WireMock and lets a {@link BitsServer} answer every request. */
final class WireMockFrontEnd implements Listener {

    /** Maximum header size, in bytes; well above the 4 KB that a BITS server refuses. */
    private static final int HEADER_ROOM = 64 << 10;

    /** More threads than usual, because each silent answer occupies one. */
    private static final int THREADS = 200;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final WireMockServer wireMock;
    private final boolean secure;

    private WireMockFrontEnd(int port, BitsServer server, Optional<Certificates> certificates) {
        this.secure = certificates.isPresent();
        WireMockConfiguration configuration = configuration();
        certificates.ifPresentOrElse(made -> secure(configuration, port, made), () -> configuration.port(port));
        this.wireMock = new WireMockServer(
                configuration.extensions(new AnsweringTransformer(server, closing), new NoProxying()));
    }

    /** Binds the port, or any free one for 0. Throws {@link ReferenceServerException} on failure. */
    static WireMockFrontEnd start(int port, BitsServer server, Optional<Certificates> certificates) {
        WireMockFrontEnd frontEnd = new WireMockFrontEnd(port, server, certificates);
        try {
            frontEnd.wireMock.start();
        } catch (RuntimeException failure) {
            frontEnd.abandon(failure);
            throw Listener.cannotListen(port, failure);
        }
        frontEnd.wireMock.stubFor(any(anyUrl()).willReturn(ok()));
        return frontEnd;
    }

    @Override
    public int port() {
        return secure ? wireMock.httpsPort() : wireMock.port();
    }

    /** Releases the answers that never come, then stops listening; does nothing if it has already stopped. */
    @Override
    public void close() {
        if (closing.getCount() > 0) {
            closing.countDown();
            stop();
        }
    }

    /** While it stops, Jetty may complain that it is stopped, even with a checked exception; it has stopped either way. */
    private void stop() {
        try {
            wireMock.stop();
        } catch (Exception e) {
            return;
        }
    }

    /** Stops what a failed start left behind; if there is nothing, stopping fails too. */
    private void abandon(RuntimeException failure) {
        try {
            close();
        } catch (Exception secondFailure) {
            failure.addSuppressed(secondFailure);
        }
    }

    private static void secure(WireMockConfiguration configuration, int port, Certificates made) {
        configuration
                .httpDisabled(true)
                .httpsPort(port)
                .keystoreType("PKCS12")
                .keystorePath(made.server().toString())
                .keystorePassword(made.password())
                .keyManagerPassword(made.password());
        if (Files.exists(made.trusted())) {
            configuration
                    .needClientAuth(true)
                    .trustStoreType("PKCS12")
                    .trustStorePath(made.trusted().toString())
                    .trustStorePassword(made.password());
        }
    }

    /** Makes no client: WireMock's own would read the JDK's trust store, and nothing is ever proxied to another server. */
    private static final class NoProxying implements HttpClientFactory {

        @Override
        public HttpClient buildHttpClient(
                Options options, boolean trustAll, List<String> trusted, boolean useSystemProperties) {
            return request -> {
                throw new IOException("the reference server passes no request on");
            };
        }
    }

    /** Loads no stub files: the only stub is set up in {@link #start}. */
    private static final class NoFiles implements MappingsSource {

        @Override
        public void loadMappingsInto(StubMappings mappings) {}

        @Override
        public void save(List<StubMapping> mappings) {}

        @Override
        public void save(StubMapping mapping) {}

        @Override
        @SuppressWarnings("removal") // the interface has no other yet
        public void remove(StubMapping mapping) {}

        @Override
        public void removeAll() {}
    }

    /** Answers carry their own Content-Length, and are chunked if they have none. */
    private static WireMockConfiguration configuration() {
        return options()
                .bindAddress(ADDRESS)
                .containerThreads(THREADS)
                .jettyHeaderRequestSize(HEADER_ROOM)
                .jettyStopTimeout(1L)
                .disableRequestJournal()
                .mappingSource(new NoFiles())
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.ALWAYS)
                .adminAuthenticator(request -> false)
                .httpServerFactory(UnalteringHttpServer::new);
    }
}
