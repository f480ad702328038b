package org.bitsconformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.ContentRange;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fragments show that uploads fail: those that the suite itself gave no reason to refuse. */
class SentFragmentTests {

    private static final String REFUSED = "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n";
    private static final String TAKEN = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final List<Exchange> exchanges = new ArrayList<>();

    @Test
    void a_fragment_that_is_refused() {
        created();
        fragment(3, "s", "bytes 0-99/200", 100, REFUSED);

        assertThat(SentFragment.in(exchanges))
                .containsExactly(new SentFragment(new ContentRange(0, 99, 200), false, true));
        assertThat(SentFragment.in(exchanges).get(0).isPart()).isTrue();
        assertThat(SentFragment.in(exchanges).get(0).isLast()).isFalse();
    }

    @Test
    void an_accepted_fragment_counts_wherever_it_is() {
        created();
        fragment(1, "s", "bytes 100-199/200", 100, TAKEN);

        assertThat(SentFragment.in(exchanges))
                .containsExactly(new SentFragment(new ContentRange(100, 199, 200), true, false));
        assertThat(SentFragment.in(exchanges).get(0).isLast()).isTrue();
    }

    @Test
    void a_session_that_the_server_did_not_give() {
        created();
        fragment(2, "other", "bytes 0-99/200", 100, REFUSED);

        assertThat(SentFragment.in(exchanges)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 100-199/200", "bytes 0-98/200", "bytes 0-99/50", "bytes"})
    void a_range_that_may_be_refused(String range) {
        created();
        fragment(2, "s", range, 100, REFUSED);

        assertThat(SentFragment.in(exchanges)).isEmpty();
    }

    @Test
    void an_answer_that_was_not_waited_for() {
        created();
        exchange(
                2, Ending.CUT_OFF, request("Fragment", "BITS-Session-Id: s\r\nContent-Range: bytes 0-99/200", 100), "");

        assertThat(SentFragment.in(exchanges)).isEmpty();
    }

    private void created() {
        exchange(
                1,
                Ending.ANSWERED,
                request("Create-Session", "BITS-Supported-Protocols: p", 0),
                "HTTP/1.1 200 OK\r\nBITS-Session-Id: s\r\nContent-Length: 0\r\n\r\n");
    }

    private void fragment(int onConnection, String session, String range, int length, String answer) {
        exchange(
                onConnection,
                Ending.ANSWERED,
                request("Fragment", "BITS-Session-Id: " + session + "\r\nContent-Range: " + range, length),
                answer);
    }

    private static String request(String type, String fields, int length) {
        return "BITS_POST /n HTTP/1.1\r\nBITS-Packet-Type: " + type + "\r\n" + fields + "\r\nContent-Length: " + length
                + "\r\n\r\n" + "x".repeat(length);
    }

    private void exchange(int onConnection, Ending ending, String request, String answer) {
        exchanges.add(new Exchange(
                "x" + exchanges.size(),
                "case",
                Purpose.CASE,
                1,
                1,
                "c1",
                onConnection,
                WireBytes.NONE,
                WireBytes.of(request),
                WireBytes.of(answer),
                ending,
                new Exchange.Timing(0, 0, OptionalLong.empty(), 0),
                SendContext.USUAL));
    }
}
