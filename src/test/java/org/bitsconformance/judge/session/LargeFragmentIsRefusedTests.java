package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.session.BeyondCases.fragment;
import static org.bitsconformance.judge.session.BeyondCases.limited;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class LargeFragmentIsRefusedTests {

    private static final LargeFragmentIsRefused FRAGMENT = new LargeFragmentIsRefused();

    @Test
    void holdsForItsCodeAndFor413() {
        assertThat(fragment(ack -> ack.error(500, "0x80200020")).by(FRAGMENT)).isEqualTo(Judgement.held());
        assertThat(fragment(ack -> ack.status(413)).by(FRAGMENT)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAnotherStatusOrCode() {
        assertThat(fragment(ack -> ack.error(404, "0x80200020")).by(FRAGMENT))
                .isEqualTo(Judgement.broken(
                        "413, or 500 with 0x80200020 (BG_E_TOO_LARGE)",
                        "404 with BITS-Error: 0x80200020",
                        "A Fragment over maxFragment was answered 404 with BITS-Error: 0x80200020 where 413, or 500"
                                + " with 0x80200020 (BG_E_TOO_LARGE) is expected."));
        assertThat(fragment(ack -> ack.error(500, "0x80070057")).broken())
                .containsExactly("refusal.too-large.fragment");
    }

    @Test
    void observesThatItIsAcceptedOrCutOff() {
        assertThat(fragment(ack -> ack).by(FRAGMENT))
                .isEqualTo(Judgement.observed("A fragment over maxFragment was taken."));
        CaseBuilder reset = limited()
                .create()
                .purpose(Purpose.BEYOND)
                .nextUnanswered(Ending.RESET)
                .fragment(0, 20, 21)
                .probe(true);
        assertThat(reset.broken()).isEmpty();
    }
}
