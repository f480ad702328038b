package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.transport.CutOff;
import org.bitsconformance.drive.transport.CutOff.How;
import org.bitsconformance.drive.transport.CutOff.Place;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.target.Credentials;
import org.bitsconformance.target.ReadBackMode;
import org.bitsconformance.target.Trust;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server sees, and what is recorded, when the suite breaks off a packet or its connection. */
class BrokenOffTests {

    private static final int SIZE = 10;
    private static final String SESSION =
            Reply.ack(200, "BITS-Session-Id: {s1}").text();
    private static final String TAKEN =
            Reply.ack(200, "BITS-Received-Content-Range: 10").text();
    private static final String REFUSED = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";

    private final CompletableFuture<String> heard = new CompletableFuture<>();

    @ParameterizedTest
    @CsvSource({"CLOSE, 0", "CLOSE, 1", "CLOSE, 9", "HALF_CLOSE, 0", "HALF_CLOSE, 9"})
    void theServerGetsTheHeaderAndAPartOfTheBody(How how, int sent) {
        try (ScriptedServer server = server(this::listen);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.inBody(sent, how));

            String[] parts = heard.join().split("\r\n\r\n", 2);
            assertThat(parts[0])
                    .startsWith("BITS_POST /upload/bits-")
                    .contains("\r\nBITS-Session-Id: {s1}\r\n")
                    .contains("\r\nContent-Range: bytes 0-9/10\r\n")
                    .endsWith("\r\nContent-Length: 10");
            assertThat(parts[1]).isEqualTo(content(sent));
            Exchange last = last(bench);
            assertThat(last.ending()).isEqualTo(Ending.CUT_OFF);
            assertThat(last.request().text()).isEqualTo(heard.join());
            assertThat(last.answer().isEmpty()).isTrue();
            assertThat(last.requestOnConnection()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"REQUEST_LINE, BITS_POST /upl", "HEADER, Content-Range"})
    void theServerGetsAPartOfTheHeader(Place place, String end) {
        try (ScriptedServer server = server(this::listen);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.before(place, How.CLOSE));

            assertThat(heard.join()).contains(end).doesNotContain("Content-Length", "\r\n\r\n");
            assertThat(last(bench).request().text()).isEqualTo(heard.join());
        }
    }

    @Test
    void noSecretIsSplit() {
        Credentials credentials = new Credentials("user", "a long password");
        try (ScriptedServer server = server(this::listen);
                Bench bench = Bench.at(Bench.secretTarget(server.url(), ReadBackMode.NONE, credentials));
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.before(Place.HEADER, How.CLOSE));

            assertThat(heard.join()).contains("Content-Range").doesNotContain("Authorization");
        }
    }

    @Test
    void aResetReachesTheServer() {
        try (ScriptedServer server = server(connection -> {
                    try {
                        heard.complete(connection.awaitEnd());
                    } catch (IOException e) {
                        heard.complete("reset");
                    }
                });
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.inBody(5, How.RESET));

            assertThat(heard.join()).isEqualTo("reset");
            assertThat(last(bench).ending()).isEqualTo(Ending.CUT_OFF);
            assertThat(bench.events(ConnectionEnded.class))
                    .extracting(ConnectionEnded::by, ConnectionEnded::how)
                    .contains(tuple(ConnectionEnded.By.SUITE, "reset by the case"));
        }
    }

    @Test
    void theAnswerToAPartIsKeptAndChangesNothing() {
        try (ScriptedServer server = server(connection -> {
                    heard.complete(connection.awaitEnd());
                    connection.send(REFUSED);
                });
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = breakOff(client, CutOff.inBody(5, How.HALF_CLOSE));

            assertThat(last(bench).ending()).isEqualTo(Ending.CUT_OFF);
            assertThat(last(bench).answer().text()).isEqualTo(REFUSED);
            assertThat(upload.nextOffset()).isZero();
        }
    }

    @Test
    void aWholePacketIsAnsweredAfterAHalfClose() {
        try (ScriptedServer server = server(connection -> {
                    heard.complete(connection.awaitEnd());
                    connection.send(TAKEN);
                });
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = breakOff(client, CutOff.inBody(SIZE, How.HALF_CLOSE));

            assertThat(heard.join()).endsWith("\r\n\r\n" + content(SIZE));
            assertThat(last(bench).ending()).isEqualTo(Ending.ANSWERED);
            assertThat(upload.nextOffset()).isEqualTo(SIZE);
        }
    }

    @Test
    void aMissingAnswerAfterAHalfCloseIsNotInvestigated() {
        try (ScriptedServer server = server(this::listen);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = breakOff(client, CutOff.inBody(SIZE, How.HALF_CLOSE));

            assertThat(bench.exchanges()).extracting(Exchange::ending).containsExactly(Ending.ANSWERED, Ending.CUT_OFF);
            assertThat(upload.nextOffset()).isZero();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void afterAHalfCloseTheTimeLimitOfAnAnswerApplies() {
        try (ScriptedServer server = server(ScriptedServer.Connection::hang);
                Bench bench = Bench.at(Bench.target(server.url(), Duration.ofMillis(300)));
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.inBody(5, How.HALF_CLOSE));

            assertThat(last(bench).ending()).isEqualTo(Ending.CUT_OFF);
            assertThat(bench.events(ConnectionEnded.class))
                    .extracting(ConnectionEnded::how)
                    .contains("the time limit for the answer passed");
        }
    }

    @Test
    void theUploadGoesOnOverANewConnection() {
        try (ScriptedServer server = ScriptedServer.conducting(BrokenOffTests::create, this::listen, connection -> {
                    connection.read();
                    connection.send(TAKEN);
                    connection.read();
                    connection.send(TAKEN);
                });
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.inBody(5, How.CLOSE)).sendRest(SIZE);

            assertThat(bench.exchanges()).extracting(Exchange::connection).containsExactly("c1", "c2", "c3");
            assertThat(server.requests()).last().asString().endsWith(content(SIZE));
        }
    }

    @ParameterizedTest
    @CsvSource({"CLOSE", "HALF_CLOSE"})
    void aPartIsSentOverTlsToo(How how, @TempDir Path folder) throws IOException, GeneralSecurityException {
        TestCertificate localhost = TestCertificate.forName("localhost", folder);
        try (ScriptedServer server = ScriptedServer.conductingSecured(
                        localhost.context(), BrokenOffTests::create, this::listen, BrokenOffTests::create);
                Bench bench = Bench.at(
                        Bench.target(server.url(), Duration.ofSeconds(10), new Trust(Optional.empty(), true)));
                BitsClient client = bench.openCase("upload")) {
            breakOff(client, CutOff.inBody(5, how));

            assertThat(heard.join()).endsWith("\r\n\r\n" + content(5));
            assertThat(last(bench).ending()).isEqualTo(Ending.CUT_OFF);
        }
    }

    @Test
    void drivingStopsIfThereIsNoServer() {
        try (ScriptedServer server = server(this::listen);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(SIZE);
            upload.create();
            server.leave();

            assertThatThrownBy(() -> upload.fragmenting(0, SIZE - 1).breakOff(CutOff.inBody(5, How.CLOSE)))
                    .isInstanceOfSatisfying(
                            DrivingStopped.class,
                            stopped -> assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.TARGET_DEAD));
            assertThat(last(bench).ending()).isEqualTo(Ending.NOT_CONNECTED);
        }
    }

    private static Upload breakOff(BitsClient client, CutOff cutOff) {
        Upload upload = client.upload(SIZE);
        upload.create();
        upload.fragmenting(0, SIZE - 1).breakOff(cutOff);
        return upload;
    }

    /** A server that gives a session, serves the next connection as told, and accepts the Cancel-Session at the end. */
    private static ScriptedServer server(Conduct second) {
        return ScriptedServer.conducting(BrokenOffTests::create, second, BrokenOffTests::create);
    }

    private static void create(ScriptedServer.Connection connection) throws IOException {
        connection.read();
        connection.send(SESSION);
        connection.read();
    }

    private void listen(ScriptedServer.Connection connection) throws IOException {
        heard.complete(connection.awaitEnd());
    }

    private static Exchange last(Bench bench) {
        return bench.exchanges().get(bench.exchanges().size() - 1);
    }

    /** The first bytes of a case's first upload. */
    private static String content(int length) {
        return new String(new Payload(0xB175, SIZE).range(0, length), StandardCharsets.ISO_8859_1);
    }
}
