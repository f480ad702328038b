package org.bitsconformance.drive.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class RetryWaitTests {

    private final List<Duration> waits = new ArrayList<>();
    private final RetryWait wait = new RetryWait(waits::add, () -> Instant.EPOCH);

    @Test
    void waits_as_long_as_a_front_end_asks() {
        assertThat(wait.hasPassed(answer(503, "Retry-After: 3"))).isTrue();
        assertThat(wait.hasPassed(answer(429, "Retry-After: Thu, 01 Jan 1970 00:00:05 GMT")))
                .isTrue();
        assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(5));
    }

    @Test
    void does_not_wait_for_a_server_or_if_nothing_is_asked() {
        assertThat(wait.hasPassed(answer(503, "Retry-After: 3\r\nBITS-Packet-Type: Ack")))
                .isFalse();
        assertThat(wait.hasPassed(answer(400, "Retry-After: 3"))).isFalse();
        assertThat(wait.hasPassed(answer(503, "Server: x"))).isFalse();
        assertThat(waits).isEmpty();
    }

    @Test
    void waits_neither_long_nor_often() {
        Answer long11 = answer(503, "Retry-After: 11");
        assertThat(wait.hasPassed(long11)).isFalse();
        assertThat(wait.refused(long11)).isEqualTo("; it asks to wait 11 s, but a run waits 10 s at most");
        for (int times = 0; times < 6; times++) {
            assertThat(wait.hasPassed(answer(503, "Retry-After: 10"))).isTrue();
        }
        assertThat(wait.hasPassed(answer(503, "Retry-After: 1"))).isFalse();
        assertThat(wait.hasPassed(answer(503, "Retry-After: 0"))).isTrue();
        assertThat(wait.refused(answer(503, "Retry-After: 10"))).isEmpty();
    }

    private static Answer answer(int status, String fields) {
        return WireBytes.of("HTTP/1.1 " + status + " Some\r\nContent-Length: 0\r\n" + fields + "\r\n\r\n")
                .answer("GET", true)
                .orElseThrow();
    }
}
