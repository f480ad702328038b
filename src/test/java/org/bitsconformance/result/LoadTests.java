package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class LoadTests {

    @Test
    void latency_is_given_in_percentiles() {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 200; i > 0; i--) {
            exchanges.add(exchange(1 + i % 4, Purpose.CASE, Ending.ANSWERED, i));
        }

        Load load = Load.of(List.of(result(exchanges))).get(0);
        assertThat(load.latencyMicros()).isEqualTo(new Load.Latency(100, 180, 198, 200));
        assertThat(load.uploads()).isEqualTo(4);
        assertThat(load.connections()).isEqualTo(4);
        assertThat(load.packets()).isEqualTo(200);
        assertThat(load.bytesSent()).isEqualTo(2000);
        assertThat(load.durationMicros()).isEqualTo(210);
        assertThat(load.packetsPerSecond()).isEqualTo(952_381.0);
        assertThat(load.bytesPerSecond()).isEqualTo(9_523_810);
    }

    @Test
    void one_answer_is_all_of_its_percentiles() {
        Load load = Load.of(List.of(result(List.of(exchange(1, Purpose.CASE, Ending.ANSWERED, 7)))))
                .get(0);
        assertThat(load.latencyMicros()).isEqualTo(new Load.Latency(7, 7, 7, 7));
    }

    @Test
    void only_judged_and_answered_packets_of_parallel_uploads_count() {
        List<Exchange> others = List.of(
                exchange(0, Purpose.CASE, Ending.ANSWERED, 1),
                exchange(1, Purpose.PROBE, Ending.ANSWERED, 2),
                exchange(1, Purpose.CASE, Ending.TIMED_OUT, 3));
        assertThat(Load.of(List.of(result(others)))).isEmpty();
    }

    @Test
    void the_last_drive_counts() {
        CaseResult twice = new CaseResult(
                selected(),
                Verdict.FAIL,
                "",
                List.of(),
                List.of(
                        drive(List.of(exchange(1, Purpose.CASE, Ending.ANSWERED, 90))),
                        drive(List.of(exchange(1, Purpose.CASE, Ending.ANSWERED, 5)))),
                1);
        assertThat(Load.of(List.of(twice)).get(0).latencyMicros().max()).isEqualTo(5);
    }

    private static CaseResult result(List<Exchange> exchanges) {
        return new CaseResult(selected(), Verdict.PASS, "", List.of(), List.of(drive(exchanges)), 1);
    }

    private static Drive drive(List<Exchange> exchanges) {
        return new Drive(Verdict.PASS, "", exchanges);
    }

    private static SelectedCase selected() {
        return new SelectedCase("a-case", "a", "title", Map.of(), List.of());
    }

    /** An exchange that begins at 100, is sent at 110, and is answered this many microseconds later. */
    private static Exchange exchange(int lane, Purpose purpose, Ending ending, long took) {
        return new Exchange(
                "x1",
                "a-case",
                purpose,
                lane,
                1,
                "c" + lane,
                1,
                WireBytes.NONE,
                WireBytes.of("0123456789"),
                WireBytes.NONE,
                ending,
                new Timing(100, 110, OptionalLong.empty(), 110 + took),
                SendContext.USUAL.in(lane));
    }
}
