package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The reason why a requirement was not judged: what came instead, and what would complete it. */
class UnreachedTests {

    private final List<Exchange> exchanges = new ArrayList<>();

    @Test
    void aSessionIsMissingIfCreateSessionIsRefused() {
        sent(Purpose.SET_UP, "Create-Session", "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");

        assertThat(driven("fragment.status.next"))
                .isEqualTo("Create-Session was answered 400; a session would complete it");
        assertThat(stopped("session-id.same", "Create-Session gave no session"))
                .isEqualTo("Create-Session was answered 400; a session would complete it");
    }

    @Test
    void aSessionIsMissingIfCreateSessionNamesNone() {
        sent(Purpose.SET_UP, "Create-Session", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(driven("close-session.status"))
                .isEqualTo("Create-Session was answered 200 without a session id; a session would complete it");
    }

    @ParameterizedTest
    @CsvSource({
        "fragment.status.next, a fragment that is taken",
        "delivery.complete, an upload that is taken to its end",
        "close-session.status, an upload that is taken to its end",
        "closed-session.fragment, a session that can be brought to its end",
        "cancel-session.status, a packet of the session that is taken",
        "ping.status, an Ack to the packet"
    })
    void theRefusedPacketIsNamed(String requirement, String completing) {
        created();
        sent(Purpose.CASE, "Fragment", "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");

        assertThat(driven(requirement)).isEqualTo("Fragment was answered 500; " + completing + " would complete it");
    }

    @Test
    void theDriversReasonIsQuoted() {
        created();
        sent(Purpose.SET_UP, "Fragment", "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");

        assertThat(stopped("fragment.length", "a fragment was answered 500"))
                .isEqualTo("a fragment was answered 500; a fragment that is taken would complete it");
    }

    @Test
    void aReasonWithAdviceIsUnchanged() {
        sent(Purpose.CASE, "Create-Session", "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n");

        assertThat(stopped("fragment.status.next", "Create-Session was refused; look at the limits"))
                .isEqualTo("Create-Session was refused; look at the limits");
    }

    @ParameterizedTest
    @CsvSource({
        "answer.body-read, an Ack that refuses the packet",
        "error.code, an Ack that refuses the packet",
        "close-session.status, an answer that the documents permit"
    })
    void aWronglyAcceptedPacketIsNamed(String requirement, String completing) {
        created();
        sent(Purpose.CASE, "Fragment", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        sent(Purpose.CASE, "Close-Session", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        assertThat(driven(requirement)).isEqualTo("Fragment was answered 200; " + completing + " would complete it");
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSED, the connection was closed without an answer to Ping",
        "TIMED_OUT, there was no answer to Ping",
        "NOT_HTTP, the answer to Ping was not HTTP"
    })
    void aMissingAnswerIsNamed(Exchange.Ending ending, String came) {
        sent(Purpose.CASE, "Ping", "", ending);

        assertThat(driven("ping.status")).isEqualTo(came + "; an Ack to the packet would complete it");
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseEnd.Ending.class,
            names = {"NOT_APPLICABLE", "TARGET_DEAD", "SUITE_ERROR", "INTERRUPTED"})
    void theEndOfTheRunOrALimitIsEnoughOfAReason(CaseEnd.Ending ending) {
        created();

        assertThat(Unreached.reason("ping.status", new CaseEnd("case", ending, "why"), exchanges))
                .isEqualTo("why");
    }

    private void created() {
        sent(Purpose.SET_UP, "Create-Session", "HTTP/1.1 200 OK\r\nBITS-Session-Id: {1}\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void whatWasNotWaitedForIsNotCalledUnanswered() {
        created();
        sent(Purpose.CASE, "Close-Session", "", Exchange.Ending.CUT_OFF);

        assertThat(driven("close-session.status"))
                .isEqualTo("the answer to Close-Session was not waited for; an upload that is taken to its end would"
                        + " complete it");
    }

    private void sent(Purpose purpose, String packet, String answer) {
        sent(purpose, packet, answer, Exchange.Ending.ANSWERED);
    }

    private void sent(Purpose purpose, String packet, String answer, Exchange.Ending ending) {
        exchanges.add(new Exchange(
                "x" + exchanges.size(),
                "case",
                purpose,
                1,
                1,
                "c1",
                1,
                WireBytes.NONE,
                WireBytes.of("BITS_POST / HTTP/1.1\r\nHost: h\r\nBITS-Packet-Type: " + packet
                        + "\r\nContent-Length: 0\r\n\r\n"),
                WireBytes.of(answer),
                ending,
                new Timing(0, 0, OptionalLong.empty(), 0),
                SendContext.USUAL));
    }

    private String driven(String requirement) {
        return Unreached.reason(requirement, new CaseEnd("case", CaseEnd.Ending.DRIVEN, ""), exchanges);
    }

    private String stopped(String requirement, String reason) {
        return Unreached.reason(
                requirement, new CaseEnd("case", CaseEnd.Ending.PREREQUISITE_MISSING, reason), exchanges);
    }
}
