package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedListIsAnsweredTests {

    private static final MixedListIsAnswered RULE = new MixedListIsAnswered();

    private static final String MIXED = "{7df0354d-249b-430f-820d-3d2a9bef4931} nonsense";

    @ParameterizedTest
    @CsvSource({"ANY, 200", "ANY, 400", "WIN32, 200", "WIN32, 400", "MC_BUP, 200", "MC_BUP, 400"})
    void holdsForSuccessAndForRefusal(Dialect dialect, int status) {
        assertThat(answered(dialect, status)).isEqualTo(Judgement.held());
    }

    @Test
    void leavesTheStatusOfSuccessToAnotherRule() {
        assertThat(answered(Dialect.ANY, 201)).isEqualTo(Judgement.held());
        assertThat(answered(Dialect.MC_BUP, 201)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, 500, 200 or 201 or 400",
        "WINDOWS, 409, 200 or 201 or 400",
        "WIN32, 403, 200 or 201 or 400",
        "MC_BUP, 500, 200 or 400"
    })
    void breaksForAnyOtherStatus(Dialect dialect, int status, String expected) {
        assertThat(answered(dialect, status)).isInstanceOfSatisfying(Judgement.Broken.class, broken -> {
            assertThat(broken.expected()).isEqualTo("status " + expected);
            assertThat(broken.message())
                    .isEqualTo("Create-Session was answered " + status + " where " + expected + " is expected.");
        });
    }

    @Test
    void isNotAboutOtherLists() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(Dialect dialect, int status) {
        return CaseBuilder.session()
                .dialect(dialect)
                .nextRequest(request -> request.with("BITS-Supported-Protocols", MIXED))
                .create(ack -> ack.status(status))
                .by(RULE);
    }
}
