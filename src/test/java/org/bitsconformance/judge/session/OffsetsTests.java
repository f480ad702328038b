package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OffsetsTests {

    @Test
    void areNamedOneByOneIfThereAreFew() {
        assertThat(Offsets.inWords(Set.of())).isEmpty();
        assertThat(Offsets.inWords(Set.of(7L))).isEqualTo("7");
        assertThat(Offsets.inWords(Set.of(7L, 8L))).isEqualTo("7 or 8");
        assertThat(Offsets.inWords(Set.of(9L, 7L, 10L))).isEqualTo("7 or 9 or 10");
    }

    @Test
    void areNamedByTheFirstAndTheLastIfTheyAreConsecutive() {
        assertThat(Offsets.inWords(Set.of(7L, 8L, 9L))).isEqualTo("7 to 9");
        assertThat(Offsets.inWords(Set.of(0L, 7L, 8L, 9L, 20L))).isEqualTo("0 or 7 to 9 or 20");
    }
}
