package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

/** Each session here has a time-out of 1000 ms. */
class ProgressKeepsSessionTests {

    private static final ProgressKeepsSession KEPT = new ProgressKeepsSession();

    @Test
    void holdsForProgressThatRestartsTheTime() {
        CaseBuilder twice = IdleCases.session()
                .create()
                .resting(600)
                .fragment(0, 9, 30)
                .resting(600)
                .purpose(Purpose.OPEN);

        assertThat(twice.fragment(10, 19, 30).by(KEPT)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForASessionThatTheServerGaveUp() {
        CaseBuilder given = IdleCases.after(600, IdleCases::unknown);

        assertThat(given.by(KEPT))
                .containsExactly(Judgement.broken(
                        "status 200",
                        "500 with BITS-Error: 0x8020001F",
                        "A Fragment that came 600 ms after the last progress, in a session with a time-out of 1000 ms,"
                                + " was answered 500 with BITS-Error: 0x8020001F."));
        assertThat(given.broken()).containsExactly("session-timeout.kept");
    }

    @Test
    void ignoresALastByteThatTheServerApplicationRefuses() {
        CaseBuilder refused = IdleCases.session()
                .create()
                .fragment(0, 9, 20)
                .resting(600)
                .purpose(Purpose.OPEN)
                .fragment(10, 19, 20, ack -> ack.error(411, "0x80190193").with("BITS-Error-Context", "0x7"));

        assertThat(refused.by(KEPT)).singleElement().isInstanceOf(Judgement.Skipped.class);
        assertThat(refused.broken()).doesNotContain("session-timeout.kept");
    }
}
