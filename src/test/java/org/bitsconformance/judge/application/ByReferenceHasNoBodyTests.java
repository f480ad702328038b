package org.bitsconformance.judge.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class ByReferenceHasNoBodyTests {

    private static final CaseRule RULE = NamedRule.ofCases("ByReferenceHasNoBody");

    @Test
    void holdsWithoutABody() {
        assertThat(Notified.byReference()
                        .notified(notification -> notification.naming("/a", "/b"))
                        .fragment(0, 99, 100)
                        .by(RULE))
                .containsExactly(Judgement.held());
    }

    @Test
    void breaksWithABody() {
        assertThat(Notified.byReference().notified().fragment(0, 99, 100).by(RULE))
                .containsExactly(
                        Judgement.broken("no body", "6 bytes", "The notification by reference has a body of 6 bytes."));
    }

    @Test
    void isSkippedByValue() {
        assertThat(Notified.upload(notification -> notification).by(RULE))
                .containsExactly(Judgement.skipped("the target passes uploads by value"));
    }
}
