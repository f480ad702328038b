package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Connection;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.transport.StaleConnections;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Declared;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found out before the first case, besides whether there is a BITS server. */
class ProbesTests {

    private static final String ID = "{A0FF5911-4144-45B3-BF27-27AFC8EC8A01}";
    private static final Reply PONG = Reply.ack(200);
    private static final Reply CREATED = Reply.ack(200, "BITS-Session-Id: " + ID);
    private static final Reply CANCELLED = Reply.ack(200);
    private static final Reply REFUSED = Reply.ack(500, "BITS-Error: 0x8020001F");

    /** Long enough for a busy machine if an answer comes, and short if none does. */
    private static final Duration LIMIT = Duration.ofMillis(600);

    @Test
    void findsOutWhatTheDocumentsLeaveOpenAndLeavesNoSession() {
        try (ScriptedServer server = ScriptedServer.answering(PONG, CREATED, CANCELLED, REFUSED, PONG);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight())
                    .isEqualTo(new Probed(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("BITS-Error"),
                            Optional.of("a GUID in braces"),
                            Optional.of(true),
                            Optional.of(true)));
            assertThat(bench.link().staleConnections().patienceMillis())
                    .isEqualTo(new StaleConnections().patienceMillis());

            assertThat(server.requests()).hasSize(8);
            assertThat(bench.exchanges())
                    .extracting(Exchange::connection)
                    .containsExactly("c1", "c2", "c2", "c2", "c3", "c2", "c3", "c2");
            assertThat(server.requests().get(2))
                    .contains("\r\nBITS-Packet-Type: Cancel-Session\r\n")
                    .contains("\r\nBITS-Session-Id: " + ID + "\r\n");
            assertThat(bench.exchanges()).extracting(Exchange::purpose).containsOnly(Purpose.PROBE);
            assertThat(bench.events(ConnectionEnded.class)).hasSameSizeAs(bench.events(ConnectionOpened.class));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{A0FF5911-4144-45B3-BF27-27AFC8EC8A01}', a GUID in braces",
        "A0FF5911-4144-45B3-BF27-27AFC8EC8A01, a GUID without braces",
        "-77, another string"
    })
    void namesTheFormOfASessionId(String id, String form) {
        try (ScriptedServer server = ScriptedServer.answering(
                        PONG, Reply.ack(200, "BITS-Session-Id: " + id), CANCELLED, REFUSED, PONG);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().sessionIdForm()).contains(form);
        }
    }

    @Test
    void readsTheErrorHeaderOfARefusedCreateSession() {
        try (ScriptedServer server =
                        ScriptedServer.answering(PONG, Reply.ack(403, "bits-error-code: 0x80070005"), PONG);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight())
                    .returns(Optional.of("BITS-Error-Code"), Probed::errorHeader)
                    .returns(Optional.empty(), Probed::sessionIdForm);
        }
    }

    @Test
    void seesThatAConnectionIsNotKeptAndCancelsOverAnother() {
        try (ScriptedServer server = ScriptedServer.answering(
                        PONG,
                        CREATED.then(Then.CLOSE),
                        CANCELLED.then(Then.CLOSE),
                        REFUSED.then(Then.CLOSE),
                        PONG.then(Then.CLOSE));
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight())
                    .returns(Optional.of(false), Probed::keepsConnections)
                    .returns(Optional.of("BITS-Error"), Probed::errorHeader)
                    .returns(Optional.of(true), Probed::severalConnections);
            assertThat(server.requests())
                    .filteredOn(request -> request.contains("Cancel-Session"))
                    .hasSize(2);
            assertThat(bench.link().staleConnections().patienceMillis())
                    .isGreaterThan(new StaleConnections().patienceMillis());
        }
    }

    @Test
    void aServerThatServesOneConnectionAtATimeServesTheSecondAfterTheFirstIsClosed() {
        Conduct bits = ProbesTests::serve;
        try (ScriptedServer server = ScriptedServer.conducting(bits);
                Bench bench = Bench.at(Bench.target(server.url(), LIMIT))) {
            assertThat(bench.link().preflight())
                    .returns(Optional.empty(), Probed::diagnosis)
                    .returns(Optional.of(true), Probed::keepsConnections)
                    .returns(Optional.of(false), Probed::severalConnections);

            assertThat(bench.exchanges()).extracting(Exchange::ending).containsOnly(Exchange.Ending.ANSWERED);
            assertThat(bench.events(ConnectionEnded.class)).hasSameSizeAs(bench.events(ConnectionOpened.class));
        }
    }

    @Test
    void connectionsThatAreNotKeptAreOpenedInPairs() {
        try (ScriptedServer server = ScriptedServer.answering(
                        PONG,
                        CREATED.then(Then.CLOSE),
                        CANCELLED.then(Then.CLOSE),
                        REFUSED.then(Then.CLOSE),
                        PONG.then(Then.CLOSE));
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().severalConnections()).contains(true);

            List<String> pings =
                    bench.exchanges().stream().map(Exchange::connection).skip(5).toList();
            assertThat(pings).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void aServerThatAnswersEachConnectionOnceDoesNotCountAsServingSeveral() {
        Reply silence = Reply.of("").then(Then.HANG);
        try (ScriptedServer server = ScriptedServer.answering(PONG, CREATED, CANCELLED, REFUSED, PONG, silence);
                Bench bench = Bench.at(Bench.target(server.url(), LIMIT))) {
            assertThat(bench.link().preflight().severalConnections()).isEmpty();
        }
    }

    @Test
    void aConnectionThatEndsWhileAnotherIsServedShowsNothing() {
        try (ScriptedServer server = ScriptedServer.answering(
                        PONG,
                        CREATED,
                        CANCELLED,
                        REFUSED,
                        PONG,
                        PONG,
                        PONG.then(Then.CLOSE),
                        Reply.of("").then(Then.RESET));
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().severalConnections()).isEmpty();
        }
    }

    @Test
    void theRefusalOfAFrontEndShowsNothing() {
        Reply busy = Reply.of("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
        try (ScriptedServer server = ScriptedServer.answering(PONG, CREATED, CANCELLED, REFUSED, busy);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight().severalConnections()).isEmpty();
        }
    }

    @Test
    void whatIsDeclaredIsNotProbed() {
        Declared one =
                new Declared(false, Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.of("one"));
        try (ScriptedServer server = ScriptedServer.conducting(ProbesTests::serve);
                Bench bench = Bench.at(server, one)) {
            assertThat(bench.link().preflight().severalConnections()).isEmpty();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatDoesNotAnswerTheProbesPasses() {
        Conduct pingOnly = connection -> {
            if (connection.read().contains("BITS-Packet-Type: Ping")) {
                connection.send(PONG.text());
                connection.awaitEnd();
            }
        };
        try (ScriptedServer server = ScriptedServer.conducting(pingOnly);
                Bench bench = Bench.at(server)) {
            assertThat(bench.link().preflight()).isEqualTo(new Probed(Optional.empty(), Optional.empty()));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void aServerThatNeverAnswersARefusalCostsOneTimeLimit() {
        try (ScriptedServer server = ScriptedServer.answering(
                        PONG, CREATED, CANCELLED, Reply.of("").then(Then.HANG));
                Bench bench = Bench.at(Bench.target(server.url(), LIMIT))) {
            assertThat(bench.link().preflight())
                    .returns(Optional.of("a GUID in braces"), Probed::sessionIdForm)
                    .returns(Optional.empty(), Probed::errorHeader)
                    .returns(Optional.empty(), Probed::severalConnections);
            assertThat(server.requests()).hasSize(4);
        }
    }

    private static void serve(Connection connection) throws java.io.IOException {
        boolean cancelled = false;
        for (String request = connection.read(); !request.isEmpty(); request = connection.read()) {
            boolean cancels = request.contains("BITS-Packet-Type: Cancel-Session");
            Reply reply = cancels && cancelled ? REFUSED : request.contains("Create-Session") ? CREATED : PONG;
            cancelled = cancelled || cancels;
            connection.send(reply.text());
        }
    }
}
