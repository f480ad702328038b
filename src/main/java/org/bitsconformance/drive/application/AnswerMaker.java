package org.bitsconformance.drive.application;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitsconformance.transcript.http.Header;

/**
 * Produces the bytes of answers with the HTTP stack of a WireMock server on the loopback address, which starts in the
 * background.
 */
final class AnswerMaker implements AutoCloseable {

    private final AtomicInteger answers = new AtomicInteger();
    private final CompletableFuture<WireMockServer> starting = CompletableFuture.supplyAsync(AnswerMaker::started);

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options()
                .dynamicPort()
                .bindAddress(InetAddress.getLoopbackAddress().getHostAddress())
                .jettyStopTimeout(1L)
                .disableRequestJournal()
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .adminAuthenticator(request -> false)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER));
        server.start();
        return server;
    }

    /**
     * The complete answer, after its delay.
     *
     * @throws IOException when it has been closed
     */
    byte[] bytes(ApplicationAnswer answer) throws IOException {
        WireMockServer wireMock = starting.join();
        String path = "/answer/" + answers.incrementAndGet();
        ResponseDefinitionBuilder response = aResponse()
                .withStatus(answer.status())
                .withHeader("Connection", "close")
                .withFixedDelay((int) answer.delay().toMillis());
        for (Header header : answer.headers()) {
            response.withHeader(header.name(), header.value());
        }
        response.withBody(answer.reply()
                .filter(reply -> !answer.replyInFile())
                .map(reply -> reply.range(0, Math.toIntExact(reply.length())))
                .orElseGet(() -> new byte[0]));
        StubMapping stub = wireMock.stubFor(get(urlEqualTo(path)).willReturn(response));
        try (Socket socket = connected(wireMock)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().readAllBytes();
        } finally {
            wireMock.removeStub(stub);
        }
    }

    private static Socket connected(WireMockServer wireMock) throws IOException {
        try {
            return new Socket(InetAddress.getLoopbackAddress(), wireMock.port());
        } catch (IllegalStateException e) {
            throw new IOException("the server application has stopped", e);
        }
    }

    /** While it stops, Jetty may complain that it is stopped, even with a checked exception; it has stopped either way. */
    @Override
    public void close() {
        try {
            starting.join().stop();
        } catch (Exception e) {
            return;
        }
    }
}
