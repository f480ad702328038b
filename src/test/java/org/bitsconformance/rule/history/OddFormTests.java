package org.bitsconformance.rule.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.protocol.SessionStage;
import org.bitsconformance.rule.Message;
import org.bitsconformance.rule.Played;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

/** What is known of a session after a packet that is owed no Ack. */
class OddFormTests {

    @Test
    void anAckIsHeldToWhatItSays() {
        Played taken = Played.created().nextRequest(OddFormTests::old).fragment(0, 9, 20);

        assertThat(taken.last().flaws()).containsExactly(Flaw.NOT_HTTP);
        assertThat(taken.last().ack()).isEmpty();
        assertThat(taken.last().after().offset()).contains(10L);
        assertThat(taken.fragment(10, 19, 20, ack -> ack.status(500)).broken()).contains("fragment.status.next");
        assertThat(Played.created()
                        .fragment(0, 9, 10)
                        .nextRequest(OddFormTests::old)
                        .close()
                        .last()
                        .after()
                        .closed())
                .isTrue();
    }

    @Test
    void aChunkedFragmentCountsAsWhatItHolds() {
        Played taken = Played.created()
                .nextRequest(request -> request.without("Content-Length")
                        .with("Transfer-Encoding", "chunked")
                        .onlyBody("A\r\n0123456789\r\n0\r\n\r\n"))
                .fragment(0, 9, 20);

        assertThat(taken.last().flaws()).containsExactly(Flaw.NOT_HTTP);
        assertThat(taken.last().after().offset()).contains(10L);
    }

    @Test
    void aRefusalChangesNothing() {
        assertThat(Played.created()
                        .nextRequest(OddFormTests::old)
                        .fragment(0, 9, 20, ack -> ack.status(400))
                        .last()
                        .after()
                        .offset())
                .contains(0L);
    }

    @Test
    void anAnswerThatIsNoAckLeavesItOpen() {
        Played open = Played.created()
                .nextRequest(OddFormTests::old)
                .nextAnswered("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", Ending.ANSWERED)
                .fragment(0, 9, 20);

        assertThat(open.last().after().offset()).isEmpty();
        assertThat(open.fragment(0, 9, 20).broken()).isEmpty();
        assertThat(open.last().after().offset()).contains(10L);
    }

    @Test
    void anOffsetThatNobodyExpectedIsBelievedWhereItIsPossible() {
        assertThat(Played.created()
                        .nextRequest(OddFormTests::old)
                        .fragment(0, 9, 20, ack -> ack.with("BITS-Received-Content-Range", "0"))
                        .last()
                        .after()
                        .offset())
                .contains(0L);
    }

    @Test
    void whichOfTwoValuesWasTakenIsNotKnown() {
        Played repeated = Played.created()
                .nextRequest(request -> request.and("BITS-Packet-Type: Ping"))
                .fragment(0, 9, 20, ack -> ack.without("BITS-Received-Content-Range"));

        assertThat(repeated.last().flaws()).containsExactly(Flaw.FIELD_REPEATED);
        assertThat(repeated.last().after().stage()).isEqualTo(SessionStage.NOT_KNOWN);
        assertThat(repeated.fragment(10, 19, 20, ack -> ack.status(416).with("BITS-Received-Content-Range", "0"))
                        .broken())
                .doesNotContain("fragment.status.next", "fragment.received-range.value");
        assertThat(repeated.last().after().offset()).contains(0L);
    }

    private static Message old(Message request) {
        return request.startLine("BITS_POST /upload/file HTTP/1.0");
    }
}
