package org.bitsconformance.judge.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstBoundaryIsNearTests {

    private static final FirstBoundaryIsNear RULE = new FirstBoundaryIsNear();

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "\r\n\r\n", "\n\n", "for old clients\r\n\r\n"})
    void holdsForTwoLineEndsAtMost(String before) {
        assertThat(after(before)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForMore() {
        assertThat(after("\r\n\r\n\r\n"))
                .containsExactly(Judgement.broken(
                        "at most 2 line ends before its first boundary",
                        "3 line ends there",
                        "The 206 answer to the GET of the reply with Range: bytes=0-3,50-59 has 3 line ends there where"
                                + " at most 2 line ends before its first boundary is expected."));
    }

    private static List<Judgement> after(String before) {
        Message right = Replied.parts(Replied.part(0, 3), Replied.part(50, 59));
        String body = right.text().substring(right.text().indexOf("--B"));
        return Replied.ranged("bytes=0-3,50-59", right.body(before + body)).by(RULE);
    }
}
