package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.bitsconformance.drive.client.ScriptedServer.Reply;
import org.bitsconformance.drive.client.ScriptedServer.Then;
import org.bitsconformance.drive.transport.Packet;
import org.bitsconformance.drive.transport.Packet.Content;
import org.bitsconformance.drive.transport.Tap;
import org.bitsconformance.drive.transport.Traffic;
import org.bitsconformance.transcript.ConnectionEnded;
import org.bitsconformance.transcript.ConnectionEnded.By;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.http.Payload;
import org.junit.jupiter.api.Test;

class BrokenAnswerTests extends ConnectedToServer {

    @Test
    void anAnswerWithoutLengthOnAConnectionThatStaysOpenIsCutAndKept() {
        connect(SHORT, ScriptedServer.answering(Reply.of("HTTP/1.1 500 Oh\r\nBITS-Packet-Type: Ack\r\n\r\n")));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(traffic.answer().text()).isEqualTo("HTTP/1.1 500 Oh\r\nBITS-Packet-Type: Ack\r\n\r\n");
    }

    @Test
    void aHeaderThatTheLibraryRefusesIsStillRecordedToItsEnd() {
        connect(LONG, ScriptedServer.conducting(connection -> {
            connection.read();
            connection.send("HTTP/1.1 200 OK\r\nno colon here\r\nContent-Length: 5\r\n");
            connection.send("\r\nhel");
            connection.drip("lo");
        }));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(traffic.answer().text()).endsWith("\r\n\r\nhello");
    }

    @Test
    void aChunkWithoutASizeEndsAtOnce() {
        connect(
                LONG,
                ScriptedServer.answering(Reply.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzebra\r\n")));

        Traffic traffic = send();

        assertThat(traffic.answer().text()).endsWith("zebra\r\n");
        assertThat(traffic.ending()).isNotEqualTo(Ending.ANSWERED);
        assertThat(micros(traffic)).isLessThan(LONG.toMillis() * 1000);
    }

    @Test
    void aResetKeepsWhatHadArrived() {
        connect(LONG, ScriptedServer.conducting(connection -> {
            connection.read();
            connection.reset();
        }));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.RESET);
        assertThat(traffic.answer().isEmpty()).isTrue();
        assertThat(events(ConnectionEnded.class))
                .extracting(ConnectionEnded::how)
                .containsExactly("reset");
    }

    @Test
    void aCloseInTheMiddleKeepsWhatHadArrived() {
        connect(
                LONG,
                ScriptedServer.answering(Reply.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
                        .then(Then.CLOSE)));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.CLOSED);
        assertThat(traffic.answer().text()).endsWith("\r\n\r\n12345");
    }

    @Test
    void silenceTimesOut() {
        connect(SHORT, ScriptedServer.answering(Reply.of("").then(Then.HANG)));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(traffic.timing().firstByteMicros()).isEmpty();
        assertThat(micros(traffic)).isBetween(300_000L, 5_000_000L);
        assertThat(events(ConnectionEnded.class))
                .extracting(ConnectionEnded::by)
                .containsExactly(By.SUITE);
    }

    @Test
    void aDripIsCutAtTheLimitOfTheWholeAnswer() {
        connect(SHORT, ScriptedServer.conducting(connection -> {
            connection.read();
            connection.drip(ACK.repeat(10));
        }));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(ACK).startsWith(traffic.answer().text());
        assertThat(traffic.answer().isEmpty()).isFalse();
        assertThat(micros(traffic)).isBetween(300_000L, 5_000_000L);
    }

    @Test
    void sendingToAServerThatDoesNotReadIsBounded() {
        connect(SHORT, ScriptedServer.conducting(ScriptedServer.Connection::hang));

        Traffic traffic = connection.send(fragment(LARGE), "agent/1");

        assertThat(traffic.ending()).isEqualTo(Ending.SENDING_STALLED);
        assertThat(traffic.answer().isEmpty()).isTrue();
        assertThat(traffic.request().length()).isLessThan(LARGE);
        assertThat(events(ConnectionEnded.class))
                .extracting(ConnectionEnded::how)
                .containsExactly("the server stopped reading the request");
    }

    @Test
    void anAnswerBeforeTheEndOfTheRequestIsReadEvenIfTheServerCloses() {
        connect(LONG, ScriptedServer.conducting(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
        }));

        Traffic traffic = connection.send(fragment(LARGE), "agent/1");

        assertThat(traffic.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(traffic.answer().text()).startsWith("HTTP/1.1 413");
    }

    @Test
    void anAnswerBeforeTheEndOfTheRequestIsReadEvenIfTheServerStopsReading() {
        connect(SHORT, ScriptedServer.conducting(connection -> {
            connection.readHead();
            connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
            connection.hang();
        }));

        Traffic traffic = connection.send(fragment(LARGE), "agent/1");

        assertThat(traffic.ending()).isEqualTo(Ending.ANSWERED);
        assertThat(traffic.answer().text()).startsWith("HTTP/1.1 413");
    }

    @Test
    void aConnectionWhoseRequestWasNotReadIsNotUsedAgain() {
        connect(
                LONG,
                ScriptedServer.conducting(
                        connection -> {
                            connection.readHead();
                            connection.send("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
                        },
                        connection -> {
                            connection.read();
                            connection.send(ACK);
                        }));

        connection.send(fragment(LARGE), "agent/1");

        assertThat(send().connection()).isEqualTo("c2");
    }

    @Test
    void anAnswerOverTheLimitIsTooLong() {
        connect(
                LONG,
                ScriptedServer.answering(
                        Reply.of("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n" + "x".repeat(300 << 10))));

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.TOO_LONG);
        assertThat(traffic.answer().length()).isEqualTo(Tap.LONGEST_ANSWER);
    }

    @Test
    void aStatusLineWithoutEndIsTooLong() {
        connect(LONG, ScriptedServer.answering(Reply.of("HTTP/1.1 200 " + "x".repeat(300 << 10))));

        assertThat(send().ending()).isEqualTo(Ending.TOO_LONG);
    }

    @Test
    void bytesAfterAnAnswerInTheSameReadEndTheUseOfTheConnection() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK + "more"), Reply.of(ACK)));

        List<Traffic> both = List.of(send(), send());

        assertThat(both).extracting(traffic -> traffic.answer().text()).containsExactly(ACK + "more", ACK);
        assertThat(both).extracting(Traffic::connection).containsExactly("c1", "c2");
    }

    @Test
    void bytesThatComeAfterAnAnswerAreNoticedBeforeTheNextRequest() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch added = new CountDownLatch(1);
        connect(
                LONG,
                ScriptedServer.conducting(
                        connection -> {
                            connection.read();
                            connection.send(ACK);
                            await(answered);
                            connection.send("left over");
                            added.countDown();
                            connection.awaitEnd();
                        },
                        connection -> {
                            connection.read();
                            connection.send(ACK);
                            connection.awaitEnd();
                        }));

        Traffic first = send();
        answered.countDown();
        await(added);
        Traffic second = send();

        assertThat(first.unasked().isEmpty()).isTrue();
        assertThat(first.answer().text()).isEqualTo(ACK);
        assertThat(second.unasked().text()).isEqualTo("left over");
        assertThat(second.answer().text()).isEqualTo(ACK);
        assertThat(second.connection()).isEqualTo("c2");
    }

    @Test
    void aMissingServerIsNotConnected() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));
        server.leave();

        Traffic traffic = send();

        assertThat(traffic.ending()).isEqualTo(Ending.NOT_CONNECTED);
        assertThat(traffic.connection()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void anErrorOfTheSuiteIsNotAMissingServer() {
        connect(LONG, ScriptedServer.answering(Reply.of(ACK)));
        Packet impossible = ping().with("BITS-Session-Id", "a").with(new Content(new Payload(1, 1), 0, -1));

        assertThatThrownBy(() -> connection.send(impossible, "agent/1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a packet could not be sent: ");
    }

    @Test
    void afterTheEndOfTheRunNothingWaits() {
        connect(LONG, ScriptedServer.answering(Reply.of("").then(Then.HANG)));
        deadlines.close();

        assertThat(send().ending()).isNotEqualTo(Ending.ANSWERED);
    }
}
