package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Connection;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BitsClientTests {

    private static final Reply SESSION = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Reply OK = Reply.ack(200);
    private static final String ACK = OK.text();
    private static final Duration SHORT = Duration.ofSeconds(1);

    @Test
    void aReusedConnectionThatEndedIsReplacedAndJudgesNothing() {
        Conduct oneAnswer = connection -> {
            connection.read();
            connection.send(ACK);
            connection.read();
        };
        try (ScriptedServer server = ScriptedServer.conducting(oneAnswer);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            client.ping();

            List<Exchange> exchanges = bench.exchanges();
            assertThat(exchanges).extracting(Exchange::attempt).containsExactly(1, 1, 2);
            assertThat(exchanges).extracting(Exchange::connection).containsExactly("c1", "c1", "c2");
            assertThat(exchanges)
                    .extracting(Exchange::ending)
                    .containsExactly(Ending.ANSWERED, Ending.CLOSED, Ending.ANSWERED);
            assertThat(exchanges).extracting(Exchange::judgesNothing).containsExactly(false, true, false);
        }
    }

    @Test
    void anAnswerToAnUnreadBodyIsNotTheAnswerToTheNextPacket() {
        Reply refusal = Reply.ack(416, "BITS-Received-Content-Range: 0");
        Reply page = Reply.of("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        try (ScriptedServer server = ScriptedServer.answering(SESSION, refusal, page, OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("gap")) {
            Upload upload = client.upload(20);
            upload.create();
            upload.fragment(10, 19);
            client.ping();

            assertThat(bench.exchanges()).extracting(Exchange::attempt).containsExactly(1, 1, 1, 2);
            assertThat(bench.exchanges()).extracting(Exchange::connection).containsExactly("c1", "c1", "c1", "c2");
        }
    }

    @Test
    void aFreshConnectionThatEndsIsNotRetried() {
        try (ScriptedServer server = ScriptedServer.conducting(Connection::read, BitsClientTests::answerAll);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            DrivingStopped stopped = stopped(client::ping);

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING);
            assertThat(stopped).hasMessage("there was no answer to Ping");
            assertThat(bench.exchanges())
                    .extracting(Exchange::purpose, Exchange::attempt, Exchange::ending, Exchange::connection)
                    .containsExactly(
                            tuple(Purpose.CASE, 1, Ending.CLOSED, "c1"),
                            tuple(Purpose.PROBE, 1, Ending.ANSWERED, "c2"));
        }
    }

    @Test
    void aSilentServerThatStillAnswersPingIsNotDead() {
        Conduct silent = connection -> {
            connection.read();
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(silent, BitsClientTests::answerAll);
                Bench bench = Bench.at(Bench.target(server.url(), SHORT));
                BitsClient client = bench.openCase("create")) {
            DrivingStopped stopped = stopped(() -> client.upload(1).create());

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING);
            assertThat(stopped).hasMessage("there was no answer to Create-Session");
        }
    }

    @Test
    void aServerThatNoLongerAnswersIsDead() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of("").then(Then.HANG));
                Bench bench = Bench.at(Bench.target(server.url(), SHORT));
                BitsClient client = bench.openCase("create")) {
            DrivingStopped stopped = stopped(() -> client.upload(1).create());

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.TARGET_DEAD);
            assertThat(stopped)
                    .hasMessage("the target no longer answers: neither Create-Session nor a Ping on a new connection");
        }
    }

    @Test
    void garbageIsReportedAsGarbage() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of("220 mail\r\n"), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            assertThat(stopped(client::ping)).hasMessage("there was an answer that is not HTTP to Ping");
        }
    }

    @Test
    void aServerThatIsGoneIsDead() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            server.leave();

            DrivingStopped stopped = stopped(client::ping);

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.TARGET_DEAD);
            assertThat(stopped).hasMessage("no connection could be established for Ping");
            assertThat(bench.exchanges()).extracting(Exchange::ending).containsExactly(Ending.NOT_CONNECTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"413,X-None: 1", "500,BITS-Error: 0x80200020", "500,BITS-Error-Code: 80070112"})
    void aDocumentedScarcityIsTheTargetsLimit(int status, String header) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(status, header));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("create")) {
            DrivingStopped stopped = stopped(() -> client.upload(1).create());

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.NOT_APPLICABLE);
            assertThat(stopped).hasMessage("the target's limit: Create-Session was answered " + status);
        }
    }

    @Test
    void anotherErrorIsNotALimit() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(500, "BITS-Error: 0x80070057"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            client.ping();

            assertThat(bench.exchanges()).hasSize(1);
        }
    }

    @Test
    void cleanUpCancelsOpenSessions() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION);
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("open")) {
                client.upload(1).create();
                client.upload(1).create();
                Upload closed = client.upload(1);
                closed.create();
                closed.close();
            }

            assertThat(bench.exchanges())
                    .filteredOn(exchange -> exchange.purpose() == Purpose.CLEAN_UP)
                    .extracting(Exchange::session)
                    .containsExactly(1, 2);
            assertThat(server.requests())
                    .filteredOn(request -> request.contains("Cancel-Session"))
                    .hasSize(2);
            assertThat(bench.events().get(bench.events().size() - 1)).isInstanceOf(ConnectionEnded.class);
        }
    }

    @Test
    void cleanUpCancelsEverySessionWhateverTheCaseDidWithIt() {
        Queue<Integer> numbers = new ArrayDeque<>(List.of(1, 2, 3, 4));
        Conduct sessions = connection -> {
            for (String request = connection.read(); !request.isEmpty(); request = connection.read()) {
                boolean creates = request.contains("BITS-Packet-Type: Create-Session");
                boolean fragment = request.contains("BITS-Packet-Type: Fragment");
                connection.send(
                        creates
                                ? Reply.ack(200, "BITS-Session-Id: {s" + numbers.remove() + "}")
                                        .text()
                                : fragment ? Reply.ack(413).text() : ACK);
            }
        };
        try (ScriptedServer server = ScriptedServer.conducting(sessions);
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("odd")) {
                Upload again = client.upload(1);
                again.creating().send();
                again.creating().send();
                Upload pretending = client.upload(1);
                pretending.create();
                pretending.pretendSession("{other}");
                pretending.close();
                Upload forgetting = client.upload(1);
                forgetting.create();
                forgetting.forgetSession();
                stopped(() -> forgetting.fragment(0, 0));
            }

            assertThat(server.requests())
                    .filteredOn(request -> request.contains("Cancel-Session"))
                    .extracting(request -> request.replaceAll("(?s).*BITS-Session-Id: (\\S+)\r.*", "$1"))
                    .containsExactly("{s1}", "{s2}", "{s3}", "{s4}");
        }
    }

    @Test
    void cleanUpGoesOnAfterARefusal() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, SESSION, Reply.ack(413), OK);
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("open")) {
                client.upload(1).create();
                client.upload(1).create();
            }

            assertThat(server.requests())
                    .filteredOn(request -> request.contains("Cancel-Session"))
                    .hasSize(2);
        }
    }

    @Test
    void aNinthOpenSessionIsAnErrorOfTheSuite() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION);
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("many")) {
                for (int i = 1; i <= 8; i++) {
                    client.upload(1).create();
                }
                Upload ninth = client.upload(1);
                assertThatIllegalStateException()
                        .isThrownBy(ninth::create)
                        .withMessage("a case may hold at most 8 sessions open at once");
            }

            assertThat(server.requests())
                    .filteredOn(request -> request.contains("Create-Session"))
                    .hasSize(8);
            assertThat(server.requests())
                    .filteredOn(request -> request.contains("Cancel-Session"))
                    .hasSize(8);
        }
    }

    @Test
    void sessionsThatHaveEndedMakeRoomForOthers() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("many")) {
            for (int i = 1; i <= 9; i++) {
                Upload upload = client.upload(1);
                upload.create();
                upload.cancel();
            }
            assertThat(server.requests()).hasSize(18);
        }
    }

    @Test
    void cleanUpStopsIfItIsNotAnswered() {
        Conduct creates = connection -> {
            connection.read();
            connection.send(SESSION.text());
            connection.read();
        };
        try (ScriptedServer server = ScriptedServer.conducting(creates, Connection::read);
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("open")) {
                client.upload(1).create();
            }

            assertThat(bench.exchanges())
                    .extracting(Exchange::purpose)
                    .containsExactly(Purpose.CASE, Purpose.CLEAN_UP, Purpose.CLEAN_UP);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void everyConnectionThatWasOpenedIsEnded(int status) {
        try (ScriptedServer server = ScriptedServer.answering(Reply.ack(status).then(Then.CLOSE));
                Bench bench = Bench.at(server)) {
            try (BitsClient client = bench.openCase("ping")) {
                client.ping();
                client.ping();
            }

            assertThat(bench.events(ConnectionEnded.class))
                    .extracting(ConnectionEnded::connection)
                    .containsExactlyElementsOf(bench.events(ConnectionOpened.class).stream()
                            .map(ConnectionOpened::connection)
                            .toList());
        }
    }

    private static void answerAll(Connection connection) throws IOException {
        while (!connection.read().isEmpty()) {
            connection.send(ACK);
        }
    }

    private static DrivingStopped stopped(ThrowingCallable driving) {
        DrivingStopped stopped = catchThrowableOfType(DrivingStopped.class, driving);
        assertThat(stopped).as("driving stopped").isNotNull();
        return stopped;
    }
}
