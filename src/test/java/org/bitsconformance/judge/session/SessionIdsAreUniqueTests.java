package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;

class SessionIdsAreUniqueTests {

    private static final SessionIdsAreUnique RULE = new SessionIdsAreUnique();

    @Test
    void holdsForTwoIds() {
        assertThat(CaseBuilder.created().create().by(RULE)).containsExactly(Judgement.held());
    }

    @Test
    void breaksForOneIdOfTwoOpenSessions() {
        String id = CaseBuilder.id(1);

        assertThat(CaseBuilder.created()
                        .create(ack -> ack.with("BITS-Session-Id", id))
                        .by(RULE))
                .containsExactly(Judgement.broken(
                        "a separate id for each session",
                        "BITS-Session-Id: " + id,
                        "Two sessions that are open at the same time have the same BITS-Session-Id, " + id
                                + ": the first was given in x1."));
    }

    @Test
    void isOpenOnceTheFirstHasEnded() {
        assertThat(CaseBuilder.created()
                        .close()
                        .create(ack -> ack.with("BITS-Session-Id", CaseBuilder.id(1)))
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isOpenIfTheFirstMayHaveEnded() {
        assertThat(CaseBuilder.created()
                        .nextUnanswered(Ending.CLOSED)
                        .close()
                        .create(ack -> ack.with("BITS-Session-Id", CaseBuilder.id(1)))
                        .by(RULE))
                .isEmpty();
    }

    @Test
    void isNotAboutOneSessionNorRefusedOnes() {
        assertThat(CaseBuilder.created().by(RULE)).isEmpty();
        assertThat(CaseBuilder.created()
                        .create(ack -> ack.error(500, "0x1").with("BITS-Session-Id", CaseBuilder.id(1)))
                        .by(RULE))
                .isEmpty();
    }
}
