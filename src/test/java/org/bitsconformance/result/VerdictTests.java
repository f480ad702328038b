package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTests {

    @Test
    void areOrderedFromTheWorst() {
        assertThat(Verdict.values())
                .extracting(Verdict::word)
                .containsExactly("fail", "unstable", "incomplete", "warn", "known", "info", "pass", "skip");
    }

    @Test
    void countAsTheWorstOfSeveral() {
        List<Verdict> some = new ArrayList<>(List.of(Verdict.values()));
        for (Verdict worst : Verdict.values()) {
            List<Verdict> reversed = new ArrayList<>(some);
            Collections.reverse(reversed);

            assertThat(Verdict.worst(some)).isEqualTo(worst);
            assertThat(Verdict.worst(reversed)).isEqualTo(worst);
            some.remove(worst);
        }
        assertThat(Verdict.worst(some)).isEqualTo(Verdict.SKIP);
    }
}
