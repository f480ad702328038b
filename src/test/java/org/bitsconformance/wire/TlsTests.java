package org.bitsconformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.wire.ScriptedServer.Reply;
import org.bitsconformance.wire.ScriptedServer.Then;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Trust INSECURE = new Trust(Optional.empty(), true);
    private static final String HELP =
            ". Give --ca FILE to trust the authority that signed the certificate, --insecure to"
                    + " accept any certificate, or an http: URL if the server does not use TLS.";

    @TempDir
    static Path folder;

    private static TestCertificate localhost;
    private static TestCertificate elsewhere;

    @BeforeAll
    static void makeCertificates() throws Exception {
        localhost = TestCertificate.forName("localhost", folder);
        elsewhere = TestCertificate.forName("elsewhere.example", folder);
        getReady();
    }

    /** The first handshake of a Java virtual machine takes longer than the time limits of some tests. */
    private static void getReady() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG, INSECURE));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
        }
    }

    @Test
    void trustsTheGivenAuthorityAndRecordsInClear() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG, trust(localhost)));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            client.ping();

            List<Exchange> exchanges = bench.exchanges();
            assertThat(exchanges).extracting(Exchange::ending).containsOnly(Ending.ANSWERED);
            assertThat(exchanges).extracting(Exchange::connection).containsOnly("c1");
            assertThat(server.requests())
                    .containsExactlyElementsOf(exchanges.stream()
                            .map(exchange -> exchange.request().text())
                            .toList());
            assertThat(exchanges.get(0).answer().text())
                    .isEqualTo(Reply.ack(200).text());
            assertThat(bench.events(ConnectionOpened.class).get(0).security()).startsWith("TLSv1.3 TLS_");
        }
    }

    @Test
    void insecureAcceptsAnyIssuerAndName() {
        try (ScriptedServer server = ScriptedServer.secured(elsewhere.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG, INSECURE));
                BitsClient client = bench.openCase("ping")) {
            client.ping();

            assertThat(bench.exchanges()).extracting(Exchange::ending).containsOnly(Ending.ANSWERED);
        }
    }

    /** RFC 6066 3: in clear, in the first message of a handshake; by the client library as by raw socket. */
    @Test
    void tellsTheServerItsName() {
        List<String> hellos = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = ScriptedServer.conducting(connection -> hellos.add(connection.awaitEnd()));
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), SHORT));
                BitsClient client = bench.openCase("ping")) {
            assertThat(bench.link().preflight().diagnosis()).isPresent();
            assertThat(catchThrowableOfType(DrivingStopped.class, client::ping)).isNotNull();
        }
        assertThat(hellos).hasSizeGreaterThan(1).allMatch(hello -> hello.contains("localhost"));
    }

    @Test
    void refusesAnUnknownIssuer() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG));
                BitsClient client = bench.openCase("ping")) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("TLS failed: unable to find valid certification path to requested target" + HELP);
            assertThat(catchThrowableOfType(DrivingStopped.class, client::ping).ending())
                    .isEqualTo(CaseEnd.Ending.TARGET_DEAD);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void refusesAnotherName() {
        try (ScriptedServer server = ScriptedServer.secured(elsewhere.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG, trust(elsewhere)))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("TLS failed: No subject alternative DNS name matching localhost found. The certificate is"
                            + " for another name than that of the URL. Give the name that it is for in the URL, or"
                            + " --insecure to accept any certificate.");
        }
    }

    @Test
    void trustsOnlyTheGivenAuthority() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG, trust(elsewhere)))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow()).startsWith("TLS failed: ");
        }
    }

    @Test
    void aServerThatEndsTheHandshakeIsNamedAsSuch() {
        try (ScriptedServer server = ScriptedServer.conducting(ScriptedServer.Connection::reset);
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), LONG))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("TLS failed: the connection ended in the TLS handshake (")
                    .endsWith(HELP);
        }
    }

    @Test
    void anHttpServerThatWaitsIsNamedAsSuch() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), SHORT))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("TLS failed: ")
                    .endsWith(HELP);
        }
    }

    @Test
    void aServerThatAnswersInPlainHttpIsNamedAsSuch() {
        try (ScriptedServer server = ScriptedServer.conducting(
                        connection -> connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), LONG))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("TLS failed: ")
                    .endsWith(HELP);
        }
    }

    @Test
    void aTlsServerIsNamedAsSuchToAnHttpUrl() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url().replace("https:", "http:"), LONG))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("What answers there does not speak HTTP: its answer begins with \"\\x15\\x03")
                    .endsWith("It looks like TLS: use https: in the URL.");
        }
    }

    @Test
    void aHandshakeThatDripsIsCut() {
        try (ScriptedServer server = ScriptedServer.conducting(
                        connection -> connection.drip("\u0016\u0003\u0003@\u0000".repeat(50)));
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), SHORT))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("TLS failed: the server did not finish the TLS handshake in time" + HELP);
        }
    }

    @Test
    void anAnswerThatNeverComesIsCut() {
        try (ScriptedServer server = ScriptedServer.secured(
                        localhost.context(), Reply.of("HTTP/1.1 200 OK\r\n").then(Then.HANG));
                Bench bench = Bench.at(Bench.target(server.url(), SHORT, trust(localhost)));
                BitsClient client = bench.openCase("ping")) {
            DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, client::ping);

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.TARGET_DEAD);
            assertThat(bench.exchanges()).extracting(Exchange::ending).containsOnly(Ending.TIMED_OUT);
            assertThat(bench.exchanges())
                    .extracting(exchange -> exchange.answer().text())
                    .containsOnly("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void sendingToAServerThatDoesNotReadIsBounded() {
        try (ScriptedServer server = ScriptedServer.conductingSecured(localhost.context(), connection -> {
                    connection.read();
                    connection.send(Reply.ack(200, "BITS-Session-Id: {s1}").text());
                    connection.hang();
                });
                Bench bench = Bench.at(Bench.target(server.url(), SHORT, trust(localhost)));
                BitsClient client = bench.openCase("fragment")) {
            Upload upload = client.upload(16 << 20);
            upload.create();

            assertThat(catchThrowableOfType(DrivingStopped.class, () -> upload.fragment(0, (16 << 20) - 1))
                            .ending())
                    .isEqualTo(CaseEnd.Ending.TARGET_DEAD);

            assertThat(bench.exchanges()).extracting(Exchange::ending).contains(Ending.SENDING_STALLED);
        }
    }

    private static Trust trust(TestCertificate certificate) {
        return new Trust(Optional.of(certificate.pem()), false);
    }
}
