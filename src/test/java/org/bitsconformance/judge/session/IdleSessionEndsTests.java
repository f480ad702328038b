package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

/** Each session here has a time-out of 1000 ms. */
class IdleSessionEndsTests {

    private static final IdleSessionEnds ENDED = new IdleSessionEnds();
    private static final ProgressKeepsSession KEPT = new ProgressKeepsSession();

    @Test
    void holdsForAnUnknownSession() {
        assertThat(IdleCases.after(1500, IdleCases::unknown).by(ENDED)).containsExactly(Judgement.held());
        assertThat(IdleCases.after(1500, IdleCases::unknown)
                        .dialect(Dialect.WIN32)
                        .by(ENDED))
                .containsExactly(Judgement.held());
        assertThat(IdleCases.after(1500, ack -> ack.error(400, "0x80070057")).by(ENDED))
                .containsExactly(Judgement.held());
        assertThat(IdleCases.after(1500, ack -> ack.error(400, "0x80070057"))
                        .dialect(Dialect.MC_BUP)
                        .by(ENDED))
                .allMatch(Judgement.Broken.class::isInstance);
        assertThat(IdleCases.after(1500, IdleCases::unknown).broken()).isEmpty();
    }

    @Test
    void breaksForASessionThatIsTreatedAsOpen() {
        CaseBuilder taken = IdleCases.after(1500, ack -> ack).dialect(Dialect.MC_BUP);

        assertThat(taken.by(ENDED))
                .containsExactly(Judgement.broken(
                        "500 with 0x8020001F (BG_E_SESSION_NOT_FOUND)",
                        "200",
                        "A Fragment that came 1500 ms after the packet before it, in a session with a time-out of 1000"
                                + " ms, was answered 200 where 500 with 0x8020001F (BG_E_SESSION_NOT_FOUND) is"
                                + " expected."));
        for (Dialect dialect : Dialect.values()) {
            assertThat(IdleCases.after(1500, ack -> ack).dialect(dialect).by(ENDED))
                    .as("the target declares that its sessions end, by " + dialect)
                    .hasOnlyElementsOfType(Judgement.Broken.class)
                    .hasSize(1);
        }
        assertThat(taken.broken()).containsExactly("session-timeout.ended");
        assertThat(IdleCases.after(1500, ack -> ack.error(404, "0x80070002")).broken())
                .containsExactly("session-timeout.ended");
    }

    @Test
    void isSkippedCloseToTheTimeOut() {
        assertThat(IdleCases.after(1100, ack -> ack).by(ENDED))
                .containsExactly(Judgement.skipped("the packet came too close to the session's time-out"));
        assertThat(IdleCases.after(900, IdleCases::unknown).by(KEPT))
                .containsExactly(Judgement.skipped("the packet came too close to the session's time-out"));
        assertThat(IdleCases.after(900, IdleCases::unknown).by(ENDED)).isEmpty();
        assertThat(IdleCases.after(1500, IdleCases::unknown).by(KEPT)).isEmpty();
    }

    @Test
    void judgesNothingWithoutADeclaredTimeOut() {
        CaseBuilder undeclared =
                CaseBuilder.created().resting(1500).purpose(Purpose.OPEN).fragment(0, 9, 30);

        assertThat(List.of(undeclared.by(ENDED), undeclared.by(KEPT))).allMatch(List::isEmpty);
    }
}
