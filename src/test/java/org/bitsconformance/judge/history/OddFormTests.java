package org.bitsconformance.judge.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Message;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

/** What is known about a session after a packet that needs no Ack. */
class OddFormTests {

    @Test
    void anAckCountsAsWhatItSays() {
        CaseBuilder taken =
                CaseBuilder.created().nextRequest(OddFormTests::absolute).fragment(0, 9, 20);

        assertThat(taken.last().flaws()).containsExactly(Flaw.NOT_HTTP);
        assertThat(taken.last().ack()).isEmpty();
        assertThat(taken.last().after().offset()).contains(10L);
        assertThat(taken.fragment(10, 19, 20, ack -> ack.status(500)).broken()).contains("fragment.status.next");
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10)
                        .nextRequest(OddFormTests::absolute)
                        .close()
                        .last()
                        .after()
                        .closed())
                .isTrue();
    }

    @Test
    void aChunkedFragmentCountsAsItsContent() {
        CaseBuilder taken = CaseBuilder.created()
                .nextRequest(request -> request.without("Content-Length")
                        .with("Transfer-Encoding", "chunked")
                        .onlyBody("A\r\n0123456789\r\n0\r\n\r\n"))
                .fragment(0, 9, 20);

        assertThat(taken.last().flaws()).containsExactly(Flaw.NOT_HTTP);
        assertThat(taken.last().after().offset()).contains(10L);
    }

    @Test
    void aRefusalChangesNothing() {
        assertThat(CaseBuilder.created()
                        .nextRequest(OddFormTests::absolute)
                        .fragment(0, 9, 20, ack -> ack.status(400))
                        .last()
                        .after()
                        .offset())
                .contains(0L);
    }

    @Test
    void anAnswerThatIsNotAnAckLeavesItOpen() {
        CaseBuilder open = CaseBuilder.created()
                .nextRequest(OddFormTests::absolute)
                .nextAnswered("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", Ending.ANSWERED)
                .fragment(0, 9, 20);

        assertThat(open.last().after().offset()).isEmpty();
        assertThat(open.fragment(0, 9, 20).broken()).isEmpty();
        assertThat(open.last().after().offset()).contains(10L);
    }

    @Test
    void anUnexpectedOffsetIsBelievedIfItIsPossible() {
        assertThat(CaseBuilder.created()
                        .nextRequest(OddFormTests::absolute)
                        .fragment(0, 9, 20, ack -> ack.with("BITS-Received-Content-Range", "0"))
                        .last()
                        .after()
                        .offset())
                .contains(0L);
    }

    private static Message absolute(Message request) {
        return request.startLine("BITS_POST http://server.example/upload/file HTTP/1.1");
    }
}
