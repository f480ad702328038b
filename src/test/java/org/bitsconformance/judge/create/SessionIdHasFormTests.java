package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdHasFormTests {

    private static final SessionIdHasForm RULE = new SessionIdHasForm();

    @ParameterizedTest
    @EnumSource
    void holdsForAGuidInBracesInEveryDialect(Dialect dialect) {
        assertThat(given(dialect, "{a0ff5911-4144-45B3-BF27-27AFC8EC8A67}")).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1234567890", "A0FF5911-4144-45B3-BF27-27AFC8EC8A67", "/sessions/1?x", "a b"})
    void holdsForOtherTextUnderTheWin32Pages(String id) {
        assertThat(given(Dialect.ANY, id)).isEqualTo(Judgement.held());
        assertThat(given(Dialect.WIN32, id)).isEqualTo(Judgement.held());
        assertThat(given(Dialect.WINDOWS, id)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksForOtherTextUnderMcBup() {
        assertThat(given(Dialect.MC_BUP, "42"))
                .isEqualTo(Judgement.broken(
                        "a GUID in curly braces",
                        "BITS-Session-Id: 42",
                        "The 200 answer to Create-Session has BITS-Session-Id: 42 where a GUID in curly braces is"
                                + " expected."));
    }

    @Test
    void breaksBeyond100Characters() {
        String id = "x".repeat(101);
        String expected = "a GUID in curly braces or an HTTP-legal string of up to 100 characters";

        assertThat(given(Dialect.ANY, "x".repeat(100))).isEqualTo(Judgement.held());
        assertThat(given(Dialect.WIN32, id))
                .isEqualTo(Judgement.broken(
                        expected,
                        "BITS-Session-Id: " + id + " (101 characters)",
                        "The 200 answer to Create-Session has BITS-Session-Id: " + id + " (101 characters) where "
                                + expected + " is expected."));
    }

    @Test
    void breaksForControlCharacters() {
        assertThat(given(Dialect.ANY, "a\0b")).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void breaksForTwoThatDiffer() {
        String id = "{a0ff5911-4144-45B3-BF27-27AFC8EC8A67}";
        String other = "{0BADC0DE-0000-4000-8000-000000000000}";

        assertThat(given(id, other))
                .isEqualTo(Judgement.broken(
                        "one session id",
                        "BITS-Session-Id: " + id + ", " + other,
                        "The 200 answer to Create-Session has BITS-Session-Id: " + id + ", " + other
                                + " where one session id is expected."));
        assertThat(given(id, id)).isEqualTo(Judgement.held());
    }

    @Test
    void isNotAboutAnAbsentIdNorRefusalsNorOtherPackets() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.without("BITS-Session-Id"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.status(400).with("BITS-Session-Id", "\0"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.with("BITS-Session-Id", "\0"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement given(String id, String other) {
        return CaseBuilder.session()
                .create(ack -> ack.with("BITS-Session-Id", id).and("BITS-Session-Id: " + other))
                .by(RULE);
    }

    private static Judgement given(Dialect dialect, String id) {
        return CaseBuilder.session()
                .dialect(dialect)
                .create(ack -> ack.with("BITS-Session-Id", id))
                .by(RULE);
    }
}
