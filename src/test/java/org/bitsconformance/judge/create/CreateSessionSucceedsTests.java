package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateSessionSucceedsTests {

    private static final CreateSessionSucceeds RULE = new CreateSessionSucceeds();

    @ParameterizedTest
    @EnumSource
    void holdsFor200InEveryDialect(Dialect dialect) {
        assertThat(answered(dialect, 200)).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "WIN32", "WINDOWS"})
    void holdsFor201UnderTheWin32Pages(Dialect dialect) {
        assertThat(answered(dialect, 201)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksFor201UnderMcBup() {
        assertThat(answered(Dialect.MC_BUP, 201)).isEqualTo(broken("200", "201 Created"));
    }

    @ParameterizedTest
    @CsvSource({"ANY, 200 or 201", "WINDOWS, 200 or 201", "WIN32, 200 or 201", "MC_BUP, 200"})
    void breaksForAnyOtherStatus(Dialect dialect, String expected) {
        assertThat(answered(dialect, 403)).isEqualTo(broken(expected, "403 Forbidden"));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 409})
    void isSkippedIfTheOnlyDestinationMayExist(int status) {
        assertThat(CaseBuilder.session()
                        .url("http://server.example/upload/one.bin")
                        .create(ack -> ack.status(status))
                        .by(RULE))
                .isEqualTo(Judgement.skipped(
                        "the target has one URL for every upload, and its destination may exist already"));
    }

    @ParameterizedTest
    @EnumSource
    void isSkippedIfTheTargetLacksTheRoom(Dialect dialect) {
        assertThat(CaseBuilder.session()
                        .dialect(dialect)
                        .create(ack -> ack.error(500, "0x80070112"))
                        .by(RULE))
                .isEqualTo(Judgement.skipped("the target's limit: Create-Session was answered 500"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{7DF0354D-249B-430F-820D-3D2A9BEF4931}",
                "{00000000-0000-4000-8000-000000000001} {7df0354d-249b-430f-820d-3d2a9bef4931}"
            })
    void breaksIfTheGuidIsAmongOthers(String offered) {
        assertThat(offering(offered)).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BITS",
                "{00000000-0000-4000-8000-000000000001}",
                "{7df0354d-249b-430f-820d-3d2a9bef4931} nonsense"
            })
    void isNotAboutListsThatAServerMayRefuse(String offered) {
        assertThat(offering(offered)).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAMissingList() {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.without("BITS-Supported-Protocols"))
                        .create(ack -> ack.error(400, "0x80070057"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutOtherPackets() {
        assertThat(CaseBuilder.session().ping(ack -> ack.status(500)).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement answered(Dialect dialect, int status) {
        return CaseBuilder.session()
                .dialect(dialect)
                .create(ack -> ack.status(status))
                .by(RULE);
    }

    private static Judgement offering(String list) {
        return CaseBuilder.session()
                .nextRequest(request -> request.with("BITS-Supported-Protocols", list))
                .create(ack -> ack.error(400, "0x80070057"))
                .by(RULE);
    }

    private static Judgement broken(String expected, String actual) {
        return Judgement.broken(
                "status " + expected,
                "HTTP/1.1 " + actual,
                "Create-Session was answered " + actual.substring(0, 3) + " where " + expected + " is expected.");
    }
}
