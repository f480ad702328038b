package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTests {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Trust INSECURE = new Trust(Optional.empty(), true);
    private static final String HELP =
            ". Check host and port of the URL, and that the server uses TLS there; if it does not, give an http: URL.";
    private static final String PLAIN = ". The server speaks HTTP without TLS: try http: in the URL.";
    private static final String INSECURELY = "or --insecure to accept any certificate.";

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

    /** Warms up: the first handshake of a Java virtual machine takes longer than the time limits of some tests. */
    private static void getReady() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG, INSECURE));
                BitsClient client = bench.openCase("ping")) {
            client.ping();
        }
    }

    @Test
    void trustsTheGivenAuthorityAndRecordsPlainText() {
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

    /** RFC 6066 3: unencrypted, in the first message of a handshake; with the client library and the raw socket alike. */
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
                    .hasValue("TLS failed: the certificate of the server is self-signed. Give --ca FILE with that"
                            + " certificate to trust it, " + INSECURELY);
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
                    .hasValue("TLS failed: the certificate of the server is for elsewhere.example, not for localhost."
                            + " Give a name that it is for in the URL, " + INSECURELY);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        expired | expired on 2011-01-01T00:00:00Z. Renew it, or give --insecure to accept any certificate.
        early   | is not valid before 2090-01-01T00:00:00Z. Check the clocks of both machines, or give --insecure to accept any certificate.
        signed  | is signed by CN=test authority, which is not trusted. The server sends no other certificate: an intermediate one may be missing. Give --ca FILE to trust the authority that signed it, or --insecure to accept any certificate.
        """)
    void saysWhatIsWrongWithACertificate(String name, String what) throws Exception {
        TestCertificate flawed = TestCertificate.forName(name, folder);
        try (ScriptedServer server = ScriptedServer.secured(flawed.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url(), LONG))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("TLS failed: the certificate of the server " + what);
        }
    }

    /** A fatal alert, and a ServerHello of TLS 1.0. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0015\u0003\u0003\u0000\u0002\u0002F",
                "\u0016\u0003\u0001\u0000*\u0002\u0000\u0000&\u0003\u0001abcdefghijklmnopqrstuvwxyz123456\u0000\u0000/\u0000"
            })
    void saysThatThereIsNoCommonVersion(String answer) {
        assertThat(diagnosisOfHandshake(answer))
                .startsWith("TLS failed: the server does not support a version of TLS that the suite supports (")
                .endsWith(
                        "); the suite supports 1.2 and 1.3. Let the server, or the proxy that ends TLS, support one of"
                                + " these.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        40  | handshake_failure | it asks for a client certificate, or has no cipher suite in common with the suite. Give "clientCertificate" in a target file, or look at the TLS settings of the server.
        112 | unrecognized_name | it has no certificate for localhost. Give a host name that it knows in the URL.
        80  | internal_error    | its log says why. Look at the TLS settings of the server.
        """)
    void quotesTheAlertOfARefusedHandshake(int code, String alert, String advice) {
        assertThat(diagnosisOfHandshake("\u0015\u0003\u0003\u0000\u0002\u0002" + (char) code))
                .isEqualTo("The server refused the TLS handshake (" + alert + "): " + advice);
    }

    private static String diagnosisOfHandshake(String answer) {
        try (ScriptedServer server = ScriptedServer.conducting(connection -> {
                    connection.readBody(5);
                    connection.send(answer);
                    connection.awaitEnd();
                });
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), LONG))) {
            return bench.link().preflight().diagnosis().orElseThrow();
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
    void aServerThatEndsTheHandshakeIsReportedAsSuch() {
        try (ScriptedServer server = ScriptedServer.conducting(ScriptedServer.Connection::reset);
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), LONG))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("TLS failed: the connection ended in the TLS handshake (")
                    .endsWith(HELP);
        }
    }

    @Test
    void anHttpServerThatWaitsIsReportedAsSuch() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url().replace("http:", "https:"), SHORT))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("TLS failed: the server did not finish the TLS handshake in time" + PLAIN);
        }
    }

    @Test
    void aServerThatAnswersInPlainHttpIsReportedAsSuch() {
        Conduct plain = connection -> {
            connection.read();
            connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        };
        try (ScriptedServer server = ScriptedServer.conducting(
                        connection -> connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), plain);
                Bench bench = Bench.at(Bench.secretTarget(
                        server.url().replace("http:", "https:"), ReadBackMode.NONE, new Credentials("u", "hidden1")))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("TLS failed: Unsupported or unrecognized SSL message" + PLAIN);
            assertThat(server.requests()).hasSize(1).noneMatch(request -> request.contains("Authorization"));
        }
    }

    @Test
    void aTlsServerAtAnHttpUrlIsReportedAsSuch() {
        try (ScriptedServer server = ScriptedServer.secured(localhost.context(), Reply.ack(200));
                Bench bench = Bench.at(Bench.target(server.url().replace("https:", "http:"), LONG))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("The server does not speak HTTP: its answer begins with \"\\x15\\x03")
                    .endsWith("It looks like TLS: try https: in the URL.");
        }
    }

    /** Answers like those of nginx, Apache and Go, and like Windows, which ends the connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>400 The plain HTTP request was sent to HTTPS port</title>",
                "Reason: You're speaking plain HTTP to an SSL-enabled server port.",
                "Client sent an HTTP request to an HTTPS server.",
                ""
            })
    void aTlsPortThatRefusesPlainHttpIsReportedAsSuch(String body) {
        Conduct plain = connection -> {
            connection.read();
            connection.send(body.isEmpty() ? "" : page("400 Bad Request", body));
        };
        Conduct secured = connection -> {
            connection.readBody(5);
            connection.send("\u0015\u0003\u0003\u0000\u0002\u0002(");
        };
        try (ScriptedServer server = ScriptedServer.conducting(plain, plain, secured);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith(
                            "The server uses TLS, but the URL begins with http: try https: in the URL. A Ping without"
                                    + " TLS got ")
                    .endsWith(
                            body.isEmpty()
                                    ? "no answer."
                                    : body.replaceAll("<title>400 (.*)</title>", "with the page \"400 $1") + "\".");
        }
    }

    /** A page that only mentions TLS. */
    @Test
    void aBadRequestIsNotMistakenForTls() {
        Conduct plain = connection -> {
            while (!connection.read().isEmpty()) {
                connection.send(page("400 Bad Request", "Ask for TLS at the desk."));
            }
        };
        try (ScriptedServer server = ScriptedServer.conducting(plain, plain, connection -> {});
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .isEqualTo("The answer to a Ping is HTTP/1.1 400 Bad Request, which says \"Ask for TLS at the"
                            + " desk.\", with no BITS header: the server at this URL is not a BITS server. Check"
                            + " the path of the URL, and that BITS uploads are enabled for it.");
        }
    }

    private static String page(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
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
