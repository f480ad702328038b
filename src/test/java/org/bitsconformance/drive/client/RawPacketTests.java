package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.transport.DrivingStopped;
import org.bitsconformance.target.RequestSettings;
import org.bitsconformance.target.Target;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.http.Answer;
import org.junit.jupiter.api.Test;

class RawPacketTests {

    private static final Reply OK = Reply.ack(200);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final String ACK = OK.text();

    @Test
    void isSentLikeAnyOtherPacketIfNothingIsChanged() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            assertThat(client.pinging().raw().send()).map(Answer::status).contains(200);

            assertThat(server.requests().get(0))
                    .startsWith("BITS_POST /upload/bits-")
                    .contains(" HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n")
                    .contains("\r\nUser-Agent: suite/1.2 (ping)\r\nBITS-Packet-Type: Ping\r\n")
                    .endsWith("\r\nContent-Length: 0\r\n\r\n");
            assertThat(bench.exchanges().get(0).request().text())
                    .isEqualTo(server.requests().get(0));
        }
    }

    @Test
    void changesTheRequestLine() {
        String url = "http://localhost:PORT/upload/";

        assertThat(sent(RawPacket::absoluteTarget)).startsWith("BITS_POST " + url + "bits-");
        assertThat(sent(RawPacket::relativeTarget)).startsWith("BITS_POST upload/bits-");
        assertThat(sent(packet -> packet.version("HTTP/1.0"))
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .endsWith(".bin HTTP/1.0");
        assertThat(sent(packet -> packet.method("POST"))).startsWith("POST /upload/bits-");
    }

    @Test
    void changesTheHeader() {
        assertThat(sent(packet -> packet.without("content-length"))).doesNotContain("Content-Length");
        assertThat(sent(packet -> packet.repeating("BITS-Packet-Type")))
                .contains("\r\nBITS-Packet-Type: Ping\r\nContent-Length: 0\r\nBITS-Packet-Type: Ping\r\n\r\n");
        assertThat(sent(packet -> packet.with("BITS-Packet-Type", "Close-Session")))
                .contains("\r\nBITS-Packet-Type: Ping\r\n")
                .endsWith("\r\nBITS-Packet-Type: Close-Session\r\n\r\n");
        assertThat(sent(packet -> packet.replacing("BITS-Packet-Type", "")))
                .contains("\r\nBITS-Packet-Type:\r\nContent-Length: 0\r\n\r\n");
        assertThat(sent(packet -> packet.folding("BITS-Packet-Type"))).contains("\r\nBITS-Packet-Type:\r\n Ping\r\n");
        assertThat(sent(packet -> packet.surrounding("\t", "  ")))
                .contains("\r\nBITS-Packet-Type:\tPing  \r\nContent-Length: 0\r\n");
    }

    @Test
    void sendsABodyInChunksAndKeepsItInTheRecord() {
        Conduct chunks = connection -> {
            connection.readHead();
            connection.send(ACK);
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(chunks);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("fragment")) {
            client.upload(2000).fragmenting(0, 1999).raw().chunked(3).send();

            Exchange exchange = bench.exchanges().get(0);
            assertThat(exchange.request().text())
                    .contains("\r\nTransfer-Encoding: chunked\r\n\r\n29B\r\n")
                    .endsWith("\r\n0\r\n\r\n")
                    .doesNotContain("Content-Length");
            assertThat(exchange.request().omitted()).isEmpty();
        }
    }

    @Test
    void sendsABodyAfterTheInterimAnswer() {
        Conduct interim = connection -> {
            String head = connection.readHead();
            assertThat(head).contains("\r\nExpect: 100-continue\r\n");
            connection.send("HTTP/1.1 100 Continue\r\n\r\n");
            connection.readBody(100);
            connection.send(ACK);
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(interim);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("fragment")) {
            Optional<Answer> answer = client.upload(100)
                    .fragmenting(0, 99)
                    .raw()
                    .expectingContinue()
                    .send();

            assertThat(answer.orElseThrow().interim()).isEqualTo(1);
            assertThat(bench.exchanges().get(0).answer().text()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n" + ACK);
            assertThat(bodyOf(bench.exchanges().get(0))).hasSize(100);
        }
    }

    @Test
    void sendsTheBodyAfterAWhileWithoutAnInterimAnswer() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(Bench.target(server.url(), SHORT));
                BitsClient client = bench.openCase("fragment")) {
            Optional<Answer> answer = client.upload(100)
                    .fragmenting(0, 99)
                    .raw()
                    .expectingContinue()
                    .send();

            assertThat(answer.orElseThrow().interim()).isZero();
            assertThat(bodyOf(bench.exchanges().get(0))).hasSize(100);
        }
    }

    @Test
    void doesNotSendTheBodyIfTheAnswerComesFirst() {
        Conduct refusing = connection -> {
            connection.readHead();
            connection.send(Reply.ack(417).text());
            connection.awaitEnd();
        };
        try (ScriptedServer server = ScriptedServer.conducting(refusing);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("fragment")) {
            Optional<Answer> answer = client.upload(100)
                    .fragmenting(0, 99)
                    .raw()
                    .expectingContinue()
                    .send();

            assertThat(answer.orElseThrow().status()).isEqualTo(417);
            assertThat(bodyOf(bench.exchanges().get(0))).isEmpty();
            assertThat(bench.exchanges().get(0).ending()).isEqualTo(Ending.ANSWERED);
        }
    }

    @Test
    void goesOverItsOwnConnection() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            client.ping();
            client.pinging().raw().send();
            client.ping();

            assertThat(bench.exchanges())
                    .extracting(Exchange::connection, Exchange::requestOnConnection)
                    .containsExactly(tuple("c1", 1), tuple("c2", 1), tuple("c3", 1));
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void passesOnlyAcksToTheUpload() {
        Reply page = Reply.of("HTTP/1.1 200 OK\r\nBITS-Session-Id: {1}\r\nContent-Length: 0\r\n\r\n");
        try (ScriptedServer server = ScriptedServer.answering(page, Reply.ack(200, "BITS-Session-Id: {2}"));
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("create")) {
            Upload upload = client.upload(1);

            upload.creating().raw().send();
            assertThat(upload.isOpen()).isFalse();

            upload.creating().raw().send();
            assertThat(upload.sessionId()).contains("{2}");
        }
    }

    @Test
    void goesOnWithoutAnAnswerIfTheTargetIsAlive() {
        try (ScriptedServer server = ScriptedServer.answering(Reply.of("").then(Then.CLOSE), OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            assertThat(client.pinging().raw().version("HTTP/1.0").send()).isEmpty();

            assertThat(bench.exchanges())
                    .extracting(Exchange::purpose, Exchange::ending)
                    .containsExactly(tuple(Purpose.CASE, Ending.CLOSED), tuple(Purpose.PROBE, Ending.ANSWERED));
        }
    }

    @Test
    void stopsIfTheTargetIsGone() {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            server.leave();

            DrivingStopped stopped = catchThrowableOfType(
                    DrivingStopped.class, () -> client.pinging().raw().send());

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.TARGET_DEAD);
            assertThat(bench.exchanges()).extracting(Exchange::ending).contains(Ending.NOT_CONNECTED);
        }
    }

    @Test
    void keepsTheMethodIfTheTargetAcceptsPost() {
        Target overriding =
                Bench.target("http://localhost:1/upload/").with(new RequestSettings(List.of(), true, SHORT));
        try (Bench bench = Bench.at(overriding);
                BitsClient client = bench.openCase("ping")) {
            DrivingStopped stopped = catchThrowableOfType(
                    DrivingStopped.class, () -> client.pinging().raw().method("POST"));

            assertThat(stopped.ending()).isEqualTo(CaseEnd.Ending.NOT_APPLICABLE);
        }
    }

    /** The bytes of a Ping in this form, with PORT instead of the port. */
    private static String sent(UnaryOperator<RawPacket> form) {
        try (ScriptedServer server = ScriptedServer.answering(OK);
                Bench bench = Bench.at(server);
                BitsClient client = bench.openCase("ping")) {
            form.apply(client.pinging().raw()).send();
            return bench.exchanges().get(0).request().text().replace(":" + server.port(), ":PORT");
        }
    }

    private static String bodyOf(Exchange exchange) {
        return exchange.request().text().split("\r\n\r\n", 2)[1];
    }
}
