package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AckHasNoBodyTests {

    private static final AckHasNoBody RULE = new AckHasNoBody();

    private static final String WHAT = "The 404 answer to Ping has a body of 6 bytes: <html>";

    @Test
    void holdsWithoutABody() {
        assertThat(CaseBuilder.session().ping().by(RULE)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksIfMcBupDecides() {
        assertThat(withBody(Dialect.MC_BUP)).isEqualTo(Judgement.broken("no body", "6 bytes", WHAT));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void isObservedIfTheWin32PagesCount(Dialect dialect) {
        assertThat(withBody(dialect)).isEqualTo(Judgement.observed(WHAT));
    }

    private static Judgement withBody(Dialect dialect) {
        return CaseBuilder.session()
                .dialect(dialect)
                .ping(ack -> ack.status(404).body("<html>"))
                .by(RULE);
    }
}
