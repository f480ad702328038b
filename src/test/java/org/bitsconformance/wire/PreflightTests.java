package org.bitsconformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.wire.ScriptedServer.Conduct;
import org.bitsconformance.wire.ScriptedServer.Connection;
import org.bitsconformance.wire.ScriptedServer.Reply;
import org.bitsconformance.wire.ScriptedServer.Then;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTests {

    private static final String BLOCKED =
            " and not from a BITS server: something there blocks the verb BITS_POST. Let the verb through in the proxy or"
                    + " request filter, enable BITS uploads for the URL, or try --method-override.";
    private static final String ENDED =
            "The server ended the connection without an answer to a Ping. A filter or proxy may"
                    + " drop the verb BITS_POST: let it through, or try --method-override.";

    @Test
    void aBitsServerIsLetThroughAndNamed() {
        assertThat(probe(Reply.ack(200, "Server: Example/1.0")))
                .returns(Optional.of("Example/1.0"), Probed::server)
                .returns(Optional.empty(), Probed::diagnosis);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 500, 503})
    void aBitsHeaderIsEnoughWhateverTheStatus(int status) {
        assertThat(probe(Reply.ack(status)).diagnosis()).isEmpty();
    }

    @Test
    void aMisspeltBitsHeaderIsEnough() {
        assertThat(probe(Reply.of("HTTP/1.1 200 OK\r\nbits-packet-typo: x\r\nContent-Length: 0\r\n\r\n"))
                        .diagnosis())
                .isEmpty();
    }

    @Test
    void nothingListens() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(200));
                Bench bench = Bench.at(server)) {
            server.leave();

            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("Nothing listens at localhost:" + server.port()
                            + ": the connection was refused. Start the server, or check host and port of the URL.");
        }
    }

    @Test
    void theNameIsNotFound() {
        try (Bench bench = Bench.at(Bench.target("http://no-such-host.invalid/"))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("The host name no-such-host.invalid was not found. Check the spelling of the URL, and the"
                            + " name service.");
        }
    }

    @Test
    void asksForCredentials() {
        assertThat(diagnosis("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"uploads\""))
                .isEqualTo(
                        "The server asks for authentication (401; Basic realm=\"uploads\"). Give --user NAME:PASSWORD,"
                                + " or set BITS_USER and BITS_PASSWORD.");
    }

    @Test
    void refusesCredentials() {
        try (ScriptedServer server =
                        ScriptedServer.answering(Reply.of("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"));
                Bench bench = Bench.at(
                        Bench.secretTarget(server.url(), ReadBackMode.NONE, new Credentials("u", "wrong password")))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("The server refused the credentials (401; no scheme named). Check user and password.");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aProxyAsksForCredentials() {
        assertThat(diagnosis("407 Proxy Authentication Required"))
                .isEqualTo("A proxy asks for authentication (407). Use a way to the server without that proxy.");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 501})
    void theVerbIsBlocked(int status) {
        assertThat(diagnosis(status + " No")).isEqualTo("The answer to a Ping is " + status + BLOCKED);
    }

    @Test
    void uploadsAreNotEnabled() {
        assertThat(probe(Reply.ack(501)).diagnosis())
                .hasValue(
                        "The server knows BITS but answers 501: uploads are not enabled for this URL. Enable BITS uploads"
                                + " for the virtual directory, or give the URL of one where they are.");
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "307", "308"})
    void redirects(int status) {
        assertThat(diagnosis(status + " Moved\r\nLocation: https://elsewhere.example/bits/"))
                .isEqualTo("The server redirects (" + status
                        + ") to https://elsewhere.example/bits/. Give that URL if it is"
                        + " the upload URL; BITS packets are not redirected.");
    }

    @Test
    void aWebPage() {
        assertThat(probe(Reply.of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"))
                        .diagnosis())
                .hasValue(
                        "The answer to a Ping is HTTP/1.1 200 OK with a web page (HTML): what answers at this URL is not a"
                                + " BITS server. Check the path of the URL, and that BITS uploads are enabled for it.");
    }

    @Test
    void anHttpServerWithoutBits() {
        assertThat(diagnosis("404 Not Found"))
                .isEqualTo(
                        "The answer to a Ping is HTTP/1.1 404 Not Found with no BITS header: what answers at this URL is"
                                + " not a BITS server. Check the path of the URL, and that BITS uploads are enabled for it.");
    }

    @Test
    void garbage() {
        assertThat(probe(Reply.of("SSH-2.0-OpenSSH_9.6\r\n").then(Then.HANG)).diagnosis())
                .hasValue(
                        "What answers there does not speak HTTP: its answer begins with \"SSH-2.0-OpenSSH_9.6\\r\\n\"."
                                + " Check host and port of the URL.");
    }

    @Test
    void silence() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of("").then(Then.HANG));
                Bench bench = Bench.at(Bench.target(server.url(), Duration.ofMillis(250)))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue(
                            "The server took the connection but did not answer a Ping within 250 ms. Check that it is not"
                                    + " busy with another connection, or give it more --timeout.");
        }
    }

    @Test
    void aDripIsCut() {
        try (ScriptedServer server = ScriptedServer.conducting(connection -> {
                    connection.read();
                    connection.drip("HTTP/1.1 200 OK\r\n".repeat(10));
                });
                Bench bench = Bench.at(Bench.target(server.url(), Duration.ofMillis(250)))) {
            assertThat(bench.link().preflight().diagnosis().orElseThrow())
                    .startsWith("The server took the connection but did not answer a Ping within 250 ms.");
        }
    }

    @Test
    void theConnectionIsClosed() {
        assertThat(probe(Reply.of("").then(Then.CLOSE)).diagnosis()).hasValue(ENDED);
    }

    @Test
    void theConnectionIsReset() {
        assertThat(probe(Reply.of("").then(Then.RESET)).diagnosis()).hasValue(ENDED);
    }

    @Test
    void anAnswerWithoutEnd() {
        assertThat(probe(Reply.of("HTTP/1.1 200 OK\r\nX: " + "x".repeat(300 << 10)))
                        .diagnosis())
                .hasValue("The answer to a Ping could not be read: it begins with"
                        + " \"HTTP/1.1 200 OK\\r\\nX: xxxxxxxxxxxxxxxxxxxx\". Check host and port of the URL.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 501 Not Implemented\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
                ""
            })
    void aServerThatIsPoorAtPingAloneIsLetThrough(String toPing) {
        Conduct poorAtPing = connection -> {
            connection.read();
            connection.send(toPing);
        };
        Conduct bits = connection -> answerAll(connection, Reply.ack(200, "BITS-Session-Id: {s1}"));
        try (ScriptedServer server = ScriptedServer.conducting(poorAtPing, bits);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis()).isEmpty();

            assertThat(server.requests().get(1)).contains("\r\nBITS-Packet-Type: Create-Session\r\n");
            assertThat(server.requests().get(2))
                    .contains("\r\nBITS-Packet-Type: Cancel-Session\r\n")
                    .contains("\r\nBITS-Session-Id: {s1}\r\n");
        }
    }

    @Test
    void aServerThatDoesNotAnswerPingAloneIsLetThrough() {
        Conduct silent = Connection::read;
        try (ScriptedServer server =
                        ScriptedServer.conducting(silent, connection -> answerAll(connection, Reply.ack(500)));
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis()).isEmpty();
        }
    }

    @Test
    void probesAreRecordedAsSuchAndEveryConnectionEnds() {
        try (ScriptedServer server =
                        ScriptedServer.answering(Reply.of("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
                Bench bench = Bench.at(server)) {
            Probed probed = bench.link().preflight();

            assertThat(bench.exchanges())
                    .hasSize(2)
                    .extracting(Exchange::purpose)
                    .containsOnly(Purpose.PROBE);
            assertThat(bench.events().get(bench.events().size() - 1)).isEqualTo(probed);
            assertThat(bench.events(ConnectionEnded.class)).hasSameSizeAs(bench.events(ConnectionOpened.class));
            assertThat(server.requests().get(0)).contains("\r\nUser-Agent: suite/1.2 (preflight)\r\n");
        }
    }

    private static void answerAll(Connection connection, Reply reply) throws IOException {
        while (!connection.read().isEmpty()) {
            connection.send(reply.text());
        }
    }

    private static String diagnosis(String head) {
        return probe(Reply.of("HTTP/1.1 " + head + "\r\nContent-Length: 0\r\n\r\n"))
                .diagnosis()
                .orElseThrow();
    }

    private static Probed probe(Reply reply) {
        try (ScriptedServer server = ScriptedServer.answering(reply);
                Bench bench = Bench.at(server)) {
            return bench.link().preflight();
        }
    }
}
