package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.drive.client.ConnectedToServer;
import org.bitsconformance.drive.client.ScriptedServer;
import org.bitsconformance.drive.client.ScriptedServer.Conduct;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionEnded.By;
import org.bitsconformance.transcript.ConnectionOpened;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class KeptConnectionTests extends ConnectedToServer {

    @Test
    void recordsExactlyWhatTheServerGotAndSent() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));

        Traffic ping = connection.send(ping(), "agent/1");
        Traffic fragment = connection.send(fragment(100), "agent/1");

        assertThat(server.requests())
                .containsExactly(ping.request().text(), fragment.request().text());
        assertThat(ping.answer().text()).isEqualTo(ACK);
        assertThat(fragment.request().text())
                .endsWith("\r\n\r\n" + new String(new Payload(7, 100).range(0, 100), StandardCharsets.ISO_8859_1));
        assertThat(fragment.request().omitted()).isEmpty();
    }

    @Test
    void addsNoHeaderThatAPacketDoesNotNeed() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));

        connection.send(fragment(1), "agent/1");

        assertThat(server.requests().get(0).lines().filter(line -> line.contains(": ")))
                .containsExactlyInAnyOrder(
                        "Accept: */*",
                        "User-Agent: agent/1",
                        "BITS-Packet-Type: Fragment",
                        "Content-Length: 1",
                        "Host: localhost:" + server.port());
    }

    @Test
    void usesOneConnectionAsLongAsHttpAllows() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));

        List<Traffic> all = List.of(send(), send(), send());

        assertThat(all).extracting(Traffic::connection).containsOnly("c1");
        assertThat(all).extracting(Traffic::requestOnConnection).containsExactly(1, 2, 3);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void timesAreInOrder() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));

        Traffic traffic = send();

        assertThat(List.of(
                        traffic.timing().startedMicros(),
                        traffic.timing().sentMicros(),
                        traffic.timing().firstByteMicros().getAsLong(),
                        traffic.timing().endedMicros()))
                .isSorted();
    }

    @Test
    void honoursConnectionClose() {
        Conduct oneAnswer = connection -> {
            connection.read();
            connection.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            connection.awaitEnd();
        };
        connect(LONG, ScriptedServer.conducting(oneAnswer));

        List<Traffic> both = List.of(send(), send());

        assertThat(both).extracting(Traffic::ending).containsOnly(Ending.ANSWERED);
        assertThat(both).extracting(Traffic::connection).containsExactly("c1", "c2");
        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("ConnectionOpened", "ConnectionEnded", "ConnectionOpened", "ConnectionEnded");
    }

    @Test
    void noticesThatTheServerHasEndedTheConnectionWithoutSayingSo() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK).then(Then.CLOSE)));

        List<Traffic> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(send());
            server.awaitEnd();
        }

        assertThat(all).extracting(Traffic::ending).containsOnly(Ending.ANSWERED);
        assertThat(all).extracting(Traffic::connection).containsExactly("c1", "c2", "c3");
        assertThat(events(ConnectionEnded.class).subList(0, 2))
                .extracting(ConnectionEnded::by)
                .containsOnly(By.SERVER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        HTTP/1.1 200 OK\\r\\nContent-Length: 0                                        | c1
        HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: x, Close              | c2
        HTTP/1.1 200 OK\\nContent-Length: 0                                           | c1
        HTTP/1.1 204 None                                                             | c1
        HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nContent-Length: 0                  | c2
        HTTP/1.0 200 OK\\r\\nContent-Length: 0                                        | c2
        HTTP/1.0 200 OK\\r\\nContent-Length: 0\\r\\nConnection: Keep-Alive            | c1
        """)
    void keepsAConnectionThatHttpSaysStaysOpen(String head, String second) {
        String end = head.contains("\\r") ? "\r\n" : "\n";
        connect(LONG, ScriptedServer.answering(Reply.of(head.translateEscapes() + end + end)));

        assertThat(List.of(send(), send())).extracting(Traffic::connection).containsExactly("c1", second);
    }

    @Test
    void readsALongAnswerThatComesInPieces() {
        String body = "0123456789abcde\n".repeat(8 << 10);
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
        connect(LONG, ScriptedServer.conducting(connection -> {
            connection.read();
            connection.send(head + body.substring(0, 5));
            for (int at = 5; at < body.length(); at += 1000) {
                connection.send(body.substring(at, Math.min(body.length(), at + 1000)));
            }
            connection.awaitEnd();
        }));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(traffic.answer().text()).isEqualTo(head + body);
    }

    @Test
    void leavesItToTheServerHowLongConnectionsStayOpen() {
        connect(
                LONG,
                ScriptedServer.answering(
                        Reply.of("HTTP/1.1 200 OK\r\nKeep-Alive: timeout=0, max=1\r\nContent-Length: 0\r\n\r\n")));

        assertThat(List.of(send(), send())).extracting(Traffic::connection).containsOnly("c1");
    }

    @Test
    void anAnswerWithoutLengthLastsUntilTheConnectionEnds() {
        connect(
                LONG,
                ScriptedServer.answering(
                        Reply.of("HTTP/1.1 500 Oh\r\n\r\n<html>").then(Then.CLOSE)));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(traffic.answer().text()).endsWith("<html>");
        assertThat(events(ConnectionEnded.class))
                .extracting(ConnectionEnded::by)
                .containsExactly(By.SERVER);
    }

    @Test
    void readsChunkedAnswers() {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        connect(LONG, ScriptedServer.answering(Reply.of(chunked)));

        List<Traffic> both = List.of(send(), send());

        assertThat(both).extracting(traffic -> traffic.answer().text()).containsOnly(chunked);
        assertThat(both).extracting(Traffic::connection).containsOnly("c1");
    }

    @Test
    void recordsInterimAnswersBeforeTheAnswer() {
        connect(LONG, ScriptedServer.answering(Reply.of("HTTP/1.1 100 Continue\r\n\r\n" + ACK)));

        List<Traffic> both = List.of(send(), send());

        assertThat(both)
                .extracting(traffic -> traffic.answer().text())
                .containsOnly("HTTP/1.1 100 Continue\r\n\r\n" + ACK);
        assertThat(both).extracting(Traffic::ending).containsOnly(Ending.ANSWERED);
        assertThat(both).extracting(Traffic::connection).containsOnly("c1");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 401, 407, 413, 417, 500, 501, 503})
    void keepsEveryStatusUnchanged(int status) {
        connect(
                LONG,
                ScriptedServer.answering(Reply.of(
                        "HTTP/1.1 " + status + " X\r\nLocation: /elsewhere\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                                + "Proxy-Authenticate: Negotiate\r\n"
                                + (status == 204 ? "" : "Content-Length: 0\r\n")
                                + "\r\n")));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(traffic.answer().text()).startsWith("HTTP/1.1 " + status + " X");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void bodiesAreRecordedInTheirEncoding() {
        String gzip = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope";
        connect(LONG, ScriptedServer.answering(Reply.of(gzip)));

        assertThat(send().answer().text()).isEqualTo(gzip);
        assertThat(send().connection()).isEqualTo("c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9\r\n",
                "\u0015\u0003\u0003 \u0002",
                "HTTP/1.1 abc Bad\r\n\r\n",
                "\r\n\r\nHTTP/1.1 200"
            })
    void garbageIsNotHttp(String garbage) {
        connect(LONG, ScriptedServer.answering(Reply.of(garbage)));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.NOT_HTTP);
        assertThat(traffic.answer().text()).isEqualTo(garbage);
        assertThat(events(ConnectionEnded.class))
                .extracting(ConnectionEnded::how)
                .containsExactly("the answer was not HTTP");
    }

    @Test
    void neverHoldsTwoConnections() {
        Conduct oneAnswer = connection -> {
            connection.read();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nexcess");
            connection.awaitEnd();
        };
        connect(LONG, ScriptedServer.conducting(oneAnswer));

        List<Traffic> all = List.of(send(), send(), send());

        assertThat(all).extracting(Traffic::ending).containsOnly(Ending.ANSWERED);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void keepsALongRequestAsLengthAndDigest() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));

        Traffic traffic = connection.send(fragment(1 << 20), "agent/1");

        assertThat(traffic.request().length())
                .isEqualTo(server.requests().get(0).length());
        assertThat(traffic.request().text().length()).isLessThan(20 << 10);
    }

    @Test
    void recordsWhereItConnectedTo() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));
        send();

        assertThat(events(ConnectionOpened.class))
                .extracting(ConnectionOpened::remote, ConnectionOpened::security)
                .containsExactly(tuple("localhost:" + server.port(), "none"));
    }
}
