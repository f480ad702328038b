package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.drive.transport.Pacing;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server sees, and what is recorded, when a packet is sent in pieces. */
class InPiecesTests {

    private static final int SIZE = 40;
    private static final Reply SESSION = Reply.ack(200, "BITS-Session-Id: {s1}");
    private static final Reply TAKEN = Reply.ack(200, "BITS-Received-Content-Range: 40");

    @ParameterizedTest
    @CsvSource({"1, 1", "2000, 40", "100, 7"})
    void theServerGetsAllOfIt(int head, int body) {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, TAKEN);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(SIZE);
            upload.create();
            upload.fragmenting(0, SIZE - 1).send(new Pacing(head, body, Duration.ZERO));

            Exchange exchange = bench.exchanges().get(1);
            assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
            assertThat(exchange.request().text()).isEqualTo(server.requests().get(1));
            assertThat(exchange.connection()).isEqualTo("c2");
            assertThat(exchange.answer().text()).isEqualTo(TAKEN.text());
            assertThat(upload.nextOffset()).isEqualTo(SIZE);
        }
    }

    @Test
    void thePausesAreBetweenThePieces() {
        try (ScriptedServer server = ScriptedServer.answering(SESSION, TAKEN);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(SIZE);
            upload.create();
            upload.fragmenting(0, SIZE - 1).send(new Pacing(2000, 10, Duration.ofMillis(5)));

            Exchange.Timing timing = bench.exchanges().get(1).timing();
            assertThat(timing.sentMicros() - timing.startedMicros()).isGreaterThanOrEqualTo(4 * 5_000);
        }
    }

    @Test
    void theFirstPieceGoesOutBeforeTheLast() {
        Conduct impatient = connection -> {
            connection.readHead();
            connection.send(TAKEN.text());
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(
                        connection -> {
                            connection.read();
                            connection.send(SESSION.text());
                            connection.read();
                        },
                        impatient);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(SIZE);
            upload.create();
            upload.fragmenting(0, SIZE - 1).send(new Pacing(2000, 1, Duration.ZERO));

            assertThat(bench.exchanges().get(1).ending()).isEqualTo(Ending.ANSWERED);
            assertThat(bench.exchanges().get(1).request().text())
                    .startsWith(server.requests().get(1))
                    .hasSize(server.requests().get(1).length() + SIZE);
        }
    }

    @Test
    void silenceIsHandledAsForAnyPacket() {
        Conduct create = connection -> {
            connection.read();
            connection.send(SESSION.text());
            connection.read();
        };
        Conduct silent = ScriptedServer.Connection::read;
        Conduct pong = connection -> {
            connection.read();
            connection.send(Reply.ack(200).text());
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(create, silent, pong);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("upload")) {
            Upload upload = client.upload(SIZE);
            upload.create();

            assertThatThrownBy(() -> upload.fragmenting(0, SIZE - 1).send(new Pacing(100, 1, Duration.ZERO)))
                    .isInstanceOfSatisfying(
                            DrivingStopped.class,
                            stopped -> assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.PREREQUISITE_MISSING));
            assertThat(bench.exchanges())
                    .extracting(Exchange::ending)
                    .containsExactly(Ending.ANSWERED, Ending.CLOSED, Ending.ANSWERED);
        }
    }
}
