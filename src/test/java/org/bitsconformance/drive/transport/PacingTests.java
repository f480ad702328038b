package org.bitsconformance.drive.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacingTests {

    @Test
    void separatesTheHeaderFromTheBody() {
        assertThat(pieces(100, 100, 60, 40)).containsExactly(60, 40);
        assertThat(pieces(25, 20, 60, 40)).containsExactly(25, 25, 10, 20, 20);
        assertThat(pieces(100, 1, 60, 3)).containsExactly(60, 1, 1, 1);
        assertThat(pieces(100, 100, 60, 0)).containsExactly(60);
    }

    @Test
    void hasNoEmptyPieces() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pacing(0, 1, Duration.ZERO))
                .withMessage("a piece has at least 1 byte");
        assertThatIllegalArgumentException().isThrownBy(() -> new Pacing(1, 0, Duration.ZERO));
    }

    private static Iterable<Integer> pieces(int head, int body, int headLength, int bodyLength) {
        return new Pacing(head, body, Duration.ZERO).pieces(headLength, bodyLength);
    }
}
