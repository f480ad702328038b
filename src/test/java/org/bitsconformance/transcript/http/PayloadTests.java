package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTests {

    private static final Payload PAYLOAD = new Payload(0xB175, 1000);
    private static final byte[] FIRST_EIGHT = {
        (byte) 0x7B, (byte) 0x15, (byte) 0x2A, (byte) 0x66, (byte) 0x11, (byte) 0x2F, (byte) 0xDE, (byte) 0x04
    };

    @Test
    void isTheSameByteByByteAndInAnyRange() {
        byte[] whole = PAYLOAD.range(0, 1000);

        for (int first = 0; first < 40; first++) {
            assertThat(PAYLOAD.range(first, 30)).isEqualTo(Arrays.copyOfRange(whole, first, first + 30));
            assertThat(PAYLOAD.at(first)).isEqualTo(whole[first]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 7, 8, 9, 4294967290L, 4294967296L, 10737418239L})
    void hasTheBytesOfItsOffsetsInAnyRange(long first) {
        for (Payload payload : List.of(new Payload(0xB175, 1L << 40), Payload.ascii(0xB175, 1L << 40))) {
            for (int count : List.of(0, 1, 7, 8, 9, 16, 100)) {
                byte[] range = payload.range(first, count);
                assertThat(range).hasSize(count);
                for (int i = 0; i < count; i++) {
                    assertThat(range[i]).isEqualTo(payload.at(first + i));
                }
            }
        }
    }

    @Test
    void isNeverChangedFromOneVersionToTheNext() {
        assertThat(PAYLOAD.range(0, 8)).isEqualTo(FIRST_EIGHT);
    }

    @Test
    void differsBetweenSeedsAndOffsets() {
        byte[] whole = PAYLOAD.range(0, 500);

        assertThat(new Payload(0xB176, 1000).range(0, 500)).isNotEqualTo(whole);
        assertThat(PAYLOAD.range(1, 500)).isNotEqualTo(whole);
        assertThat(PAYLOAD.range(8, 500)).isNotEqualTo(whole);
    }

    @Test
    void reachesBeyondTwoGigabytes() {
        long far = 5L << 30;

        assertThat(new Payload(1, far + 10).range(far, 1)[0]).isEqualTo(new Payload(1, far + 10).at(far));
    }

    @Test
    void asciiIsPrintableAndDistinguishesOffsetsAndSeeds() {
        Payload ascii = Payload.ascii(7, 5000);

        assertThat(new String(ascii.range(0, 5000), java.nio.charset.StandardCharsets.US_ASCII))
                .matches("[0-o]{5000}");
        assertThat(ascii.range(13, 100)).isEqualTo(java.util.Arrays.copyOfRange(ascii.range(0, 200), 13, 113));
        assertThat(ascii.range(13, 1)[0]).isEqualTo(ascii.at(13));
        assertThat(ascii.range(0, 100)).isNotEqualTo(Payload.ascii(8, 100).range(0, 100));
        assertThat(new Payload(ascii.seed(), 100).range(0, 100)).isEqualTo(ascii.range(0, 100));
    }
}
