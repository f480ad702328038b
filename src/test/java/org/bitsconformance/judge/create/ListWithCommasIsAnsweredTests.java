package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListWithCommasIsAnsweredTests {

    private static final ListWithCommasIsAnswered RULE = new ListWithCommasIsAnswered();

    private static final String WITH_COMMAS =
            "{00000000-0000-4000-8000-000000000001},{7df0354d-249b-430f-820d-3d2a9bef4931}";

    @ParameterizedTest
    @CsvSource({"ANY, 200", "ANY, 201", "WINDOWS, 200", "MC_BUP, 200"})
    void holdsForSuccessUnderMcBup(Dialect dialect, int status) {
        assertThat(answered(dialect, status)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void holdsForRefusalUnderTheWin32Pages(Dialect dialect) {
        assertThat(answered(dialect, 400)).isEqualTo(Judgement.held());
    }

    @Test
    void holdsForSuccessUnderTheWin32PagesToo() {
        assertThat(answered(Dialect.WIN32, 200)).isEqualTo(Judgement.held());
    }

    @Test
    void leavesTheStatusOfSuccessToAnotherRule() {
        assertThat(answered(Dialect.MC_BUP, 201)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"ANY, 500, 200 or 201 or 400", "WIN32, 500, 200 or 201 or 400", "MC_BUP, 400, 200"})
    void breaksForAnyOtherStatus(Dialect dialect, int status, String expected) {
        assertThat(answered(dialect, status))
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.message())
                                .isEqualTo("Create-Session was answered " + status + " where " + expected
                                        + " is expected."));
    }

    @Test
    void isNotAboutOtherLists() {
        assertThat(CaseBuilder.session().create().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(Dialect dialect, int status) {
        return CaseBuilder.session()
                .dialect(dialect)
                .nextRequest(request -> request.with("BITS-Supported-Protocols", WITH_COMMAS))
                .create(ack -> ack.status(status))
                .by(RULE);
    }
}
