package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Connection;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.diagnosis.ConnectionDiagnosis;
import org.bitsconformance.drive.transport.ConnectException;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTests {

    private static final String ENDED =
            "The server ended the connection without an answer to a Ping. A filter or proxy may"
                    + " drop the verb BITS_POST: let it through, or try --method-override.";

    @Test
    void aBitsServerPassesAndIsNamed() {
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
                    .hasValue("The host name no-such-host.invalid was not found. Check the spelling"
                            + " of the URL, and DNS.");
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
                .isEqualTo("A proxy asks for authentication (407). Use a route to the server without that proxy.");
    }

    /** Like {@code limit_except} of nginx if GET finds nothing, and like a filter that lets only POST through. */
    @ParameterizedTest
    @CsvSource({"403, GET, 404", "405, GET, 200", "501, GET, 403", "403, POST, 411"})
    void onlyTheVerbIsBlocked(int status, String other, int otherStatus) {
        Conduct filter = connection -> {
            for (String request = connection.read(); !request.isEmpty(); request = connection.read()) {
                connection.send(page(
                        (request.startsWith(other + " ") ? otherStatus : status) + " No", "<title>Denied</title>"));
            }
        };
        try (ScriptedServer server = ScriptedServer.conducting(filter);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue("The verb BITS_POST is answered " + status + ", " + other + " " + otherStatus
                            + ": a front end permits only some verbs, for example limit_except of nginx or a request"
                            + " filter. Let the verb through, enable BITS uploads for the URL, or try"
                            + " --method-override. A Ping got HTTP/1.1 " + status + " No with the page \"Denied\".");
            assertThat(bench.exchanges()).extracting(Exchange::purpose).containsOnly(Purpose.PROBE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 405, 501})
    void everyVerbIsBlocked(int status) {
        assertThat(diagnosis(status + " No"))
                .isEqualTo(
                        "Every verb is answered " + status + ", so not only BITS_POST is refused: a Ping got HTTP/1.1 "
                                + status
                                + " No. Check the path of the URL, that BITS uploads are enabled for it and permitted"
                                + " to this client, and filters by address or user agent.");
    }

    @Test
    void uploadsAreNotEnabled() {
        assertThat(probe(Reply.ack(501)).diagnosis())
                .hasValue("The server knows BITS but answers 501: uploads are not enabled for this URL. Enable BITS"
                        + " uploads for the virtual directory, or give the URL of one where they are.");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirects(int status) {
        assertThat(diagnosis(status + " Moved\r\nLocation: https://elsewhere.example/bits/"))
                .isEqualTo("The server redirects a Ping (" + status + ") to https://elsewhere.example/bits/. Give that"
                        + " URL if it is the upload URL; if it is a login,"
                        + " let BITS packets through without, or give"
                        + " credentials or \"headers\". BITS packets"
                        + " do not follow redirects.");
    }

    /** {@code *} stands for the name that the probe has. */
    @ParameterizedTest
    @CsvSource({
        "https://h.example/upload/*, https://h.example/upload/",
        "https://h.example/upload/*/, https://h.example/upload/",
        "https://h.example/*?a=1, https://h.example/",
        "//h.example/up/*, http://h.example/up/"
    })
    void aRedirectOfTheNameShowsItsFolder(String location, String folder) {
        assertThat(redirected(location, ""))
                .isEqualTo("The server redirects a Ping (301) to the same name under " + folder
                        + ". BITS packets do not follow redirects: if uploads go there, give --url " + folder
                        + ", or that as url in the target file.");
    }

    @Test
    void aRedirectOfTheNameKeepsItsPlace() {
        assertThat(redirected("https://h.example/up/*?area=a", "{name}?area=a"))
                .contains("give --url https://h.example/up/{name}?area=a, or");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        https://login.example/?to=%2Fupload%2F* | to https://login.example/?to=%2Fupload%2FNAME. Give that URL
        *                                       | to the same URL, as servers do that expect a cookie or a login.
        ''                                      | to nowhere: it gives no Location.
        """)
    void otherRedirectsDoNotShowTheNameEither(String location, String says) {
        assertThat(redirected(location, "")).startsWith("The server redirects a Ping (301) " + says);
    }

    private static String redirected(String location, String form) {
        Conduct redirecting = connection -> {
            String request = connection.read();
            String name = request.replaceFirst("(?s)\\S+ \\S*/([^/? ]*).*", "$1");
            connection.send(
                    "HTTP/1.1 301 Moved\r\nLocation: " + location.replace("*", name) + "\r\nContent-Length: 0\r\n\r\n");
        };
        try (ScriptedServer server = ScriptedServer.conducting(redirecting);
                Bench bench = Bench.at(Bench.target(server.url() + form))) {
            return bench.link().preflight().diagnosis().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 520})
    void theServerBehindAProxyDoesNotAnswer(int status) {
        assertThat(diagnosis(status + " Gateway"))
                .isEqualTo("The proxy answers, but the server behind it does not: a Ping got HTTP/1.1 " + status
                        + " Gateway. Start the server, or check where the proxy sends this URL.");
    }

    @Test
    void theServerBehindAcceptsNoRequests() {
        assertThat(diagnosis("503 Service Unavailable\r\nRetry-After: 3600"))
                .isEqualTo("The proxy or web server answers, but the server behind it does not: a Ping got HTTP/1.1 503"
                        + " Service Unavailable. Start the server behind it, on IIS its application pool, or"
                        + " wait until it takes requests (Retry-After: 3600).");
    }

    @Test
    void requestsAreLimited() {
        assertThat(diagnosis("429 Too Many Requests"))
                .isEqualTo(
                        "The server limits requests: a Ping got HTTP/1.1 429 Too Many Requests. Wait, raise the limit"
                                + " for this client, or set a budget in the plan.");
    }

    @Test
    void otherAnswersOfAFrontEndAreQuotedToo() {
        assertThat(diagnosis("421 Misdirected Request"))
                .isEqualTo(
                        "The front end answered 421 to a Ping; it does not serve this host: check the host of the URL."
                                + " It is HTTP/1.1 421 Misdirected Request.");
    }

    @Test
    void whatAPageSaysIsQuotedInOneLine() {
        String page =
                "<html><head><title>\r\n Not\there </title><style>p {}</style></head>\n<body><h1>Sorry,\u00c3\u00bc"
                        + " \"you\"</h1><!-- no --><script>x</script>" + "y".repeat(300) + "</body></html>";
        assertThat(probe(Reply.of(page("404 Not Found", page))).diagnosis().orElseThrow())
                .isEqualTo("The answer to a Ping is HTTP/1.1 404 Not Found with the page \"Not here\", which says"
                        + " \"Sorry,\u00fc 'you' " + "y".repeat(186)
                        + "\u2026\": the server at this URL is not a BITS server. Check the path"
                        + " of the URL, and that BITS uploads are enabled for it.");
    }

    @Test
    void aProxyInTheEnvironmentIsNamedIfNobodyIsReached() {
        Map<String, String> environment =
                Map.of("HTTP_PROXY", "http://u:hidden@proxy.example:3128", "HTTPS_PROXY", "http://other.example:3128");
        try (Bench bench = Bench.at(Bench.target("http://no-such-host.invalid/"))) {
            ConnectionDiagnosis diagnosis = new ConnectionDiagnosis(
                    bench.link().target(), bench.link().connector(), new SecondProbe(bench.link()), "1 s", environment);
            assertThat(diagnosis.of(new ConnectException(ConnectException.Cause.NAME_NOT_FOUND, "h.example", null)))
                    .isEqualTo("The host name h.example was not found. Check the spelling of the URL, and DNS."
                            + " HTTP_PROXY is set in the environment (http://proxy.example:3128), which the"
                            + " suite ignores: if that proxy leads to the server, give it as \"proxy\" in a"
                            + " target file.");
            assertThat(diagnosis.of(new ConnectException(ConnectException.Cause.NO_ANSWER, "h.example:80", null)))
                    .contains("\"proxy\" in a target file");
            assertThat(diagnosis.of(new ConnectException(ConnectException.Cause.REFUSED, "h.example:80", null)))
                    .doesNotContain("proxy");
        }
    }

    private static String page(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @Test
    void aWebPage() {
        assertThat(probe(Reply.of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"))
                        .diagnosis())
                .hasValue(
                        "The answer to a Ping is HTTP/1.1 200 OK with a web page (HTML): the server at this URL is not"
                                + " a BITS server. Check the path of the URL, and that BITS uploads are enabled for it.");
    }

    @Test
    void anHttpServerWithoutBits() {
        assertThat(diagnosis("404 Not Found"))
                .isEqualTo("The answer to a Ping is HTTP/1.1 404 Not Found, with no BITS header: the server at this URL"
                        + " is not a BITS server. Check the path of the URL, and that BITS uploads are enabled for"
                        + " it.");
    }

    @Test
    void garbage() {
        assertThat(probe(Reply.of("SSH-2.0-OpenSSH_9.6\r\n").then(Then.HANG)).diagnosis())
                .hasValue("The server does not speak HTTP: its answer begins with \"SSH-2.0-OpenSSH_9.6\\r\\n\"."
                        + " Check host and port of the URL.");
    }

    @Test
    void silence() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of("").then(Then.HANG));
                Bench bench = Bench.at(Bench.target(server.url(), Duration.ofMillis(250)))) {
            assertThat(bench.link().preflight().diagnosis())
                    .hasValue(
                            "The server accepted the connection but did not answer a Ping within 250 ms. Check that it"
                                    + " is not busy with another connection, or give it a longer --timeout.");
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
                    .startsWith("The server accepted the connection but did not answer a Ping within 250 ms.");
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
    void aServerThatOnlyHandlesPingBadlyPasses(String toPing) {
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
    void aServerThatOnlyDoesNotAnswerPingPasses() {
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
