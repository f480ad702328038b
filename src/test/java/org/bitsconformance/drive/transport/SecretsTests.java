package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitsconformance.drive.client.Bench;
import org.bitsconformance.drive.client.BitsClient;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.Upload;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    private static final String PASSWORD = "p4ss wörd/and+more";
    private static final String TOKEN = "eyJtoken.of.the.test";
    private static final String COOKIE = "c00kieValue";
    private static final Credentials CREDENTIALS = new Credentials("user", PASSWORD);
    private static final List<String> PLANTED = List.of(
            PASSWORD,
            new String(PASSWORD.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
            URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
            "p4ss",
            CREDENTIALS.token(),
            TOKEN,
            COOKIE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 401, 404, 501})
    void aServerThatEchoesEverythingLeaksNothing(int status) throws IOException {
        Conduct echo = connection -> {
            for (String request = connection.read(); !request.isEmpty(); request = connection.read()) {
                connection.send(echoing(status, request));
            }
        };
        try (ScriptedServer server = ScriptedServer.conducting(echo);
                Bench bench = Bench.at(
                        target(server.url() + "?password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)))) {
            Probed probed = bench.link().preflight();
            Optional<DrivingStopped> stopped = drive(bench);

            assertThat(server.requests().get(0))
                    .contains(CREDENTIALS.token())
                    .contains(TOKEN)
                    .contains(COOKIE);
            assertLeaksNothing(bench.written(folder));
            assertLeaksNothing(bench.events().toString());
            assertLeaksNothing(probed.toString());
            assertLeaksNothing(stopped.map(Throwable::toString).orElse(""));
        }
    }

    @Test
    void aBodyKeepsItsLength() {
        try (ScriptedServer server = ScriptedServer.conducting(connection -> {
                    connection.read();
                    connection.send(echoing(500, "GET / HTTP/1.1\r\n\r\n"));
                });
                Bench bench = Bench.at(target(server.url()));
                BitsClient client = bench.openCase("echo")) {
            client.ping();

            Exchange exchange = bench.exchanges().get(0);
            assertThat(exchange.ending()).isEqualTo(Exchange.Ending.ANSWERED);
            assertThat(exchange.received().orElseThrow().complete()).isTrue();
        }
    }

    @Test
    void aSecretInUnaskedBytesIsMasked() throws IOException {
        Conduct chatty = connection -> {
            connection.read();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nhello " + TOKEN);
        };
        try (ScriptedServer server = ScriptedServer.conducting(chatty);
                Bench bench = Bench.at(target(server.url()));
                BitsClient client = bench.openCase("echo")) {
            client.ping();
            client.ping();

            assertLeaksNothing(bench.written(folder));
        }
    }

    @Test
    void nothingThatMayBePrintedShowsASecret() {
        assertLeaksNothing(target("http://localhost/").toString());
        assertLeaksNothing(CREDENTIALS.toString());
    }

    private static Optional<DrivingStopped> drive(Bench bench) {
        try (BitsClient client = bench.openCase("echo")) {
            Upload upload = client.upload(10);
            upload.create();
            upload.fragment(0, 9);
            upload.close();
            upload.destination().lookForNothing();
            return Optional.empty();
        } catch (DrivingStopped e) {
            return Optional.of(e);
        }
    }

    private static Target target(String url) {
        return Bench.secretTarget(
                url,
                ReadBackMode.URL,
                CREDENTIALS,
                new Header("X-Api-Key", "Bearer " + TOKEN),
                new Header("Cookie", "theme=dark; sid=" + COOKIE));
    }

    private static String echoing(int status, String request) {
        String password = new String(PASSWORD.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String body = "You sent: " + request + " and the password is " + password + ", token " + TOKEN + ", "
                + CREDENTIALS.token() + ", cookie " + COOKIE;
        return "HTTP/1.1 " + status + " Echo " + TOKEN + "\r\n"
                + "Server: echo/" + TOKEN + "\r\n"
                + "WWW-Authenticate: Basic realm=\"" + password + "\"\r\n"
                + "Location: /elsewhere?token=" + TOKEN + "\r\n"
                + "BITS-Packet-Type: Ack\r\n"
                + "BITS-Session-Id: {s1}\r\n"
                + "X-Api-Key: Bearer " + TOKEN + "\r\n"
                + "X-Echo: " + CREDENTIALS.basic() + " " + COOKIE + "\r\n"
                + "Authorization: " + CREDENTIALS.basic() + "\r\n"
                + "Set-Cookie: other=" + COOKIE + "\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void assertLeaksNothing(String text) {
        for (String planted : PLANTED) {
            assertThat(text).doesNotContain(planted);
        }
    }
}
