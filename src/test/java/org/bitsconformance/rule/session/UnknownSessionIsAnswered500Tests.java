package org.bitsconformance.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.bitsconformance.protocol.Dialect;
import org.bitsconformance.rule.Judgement;
import org.bitsconformance.rule.Played;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSessionIsAnswered500Tests {

    private static final UnknownSessionIsAnswered500 RULE = new UnknownSessionIsAnswered500();

    @Test
    void holdsFor500() {
        assertThat(Played.session()
                        .nextSessionId(Played.UNKNOWN_SESSION)
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForAnyOtherStatusInEveryDialect(Dialect dialect) {
        assertThat(Played.session()
                        .dialect(dialect)
                        .nextSessionId(Played.UNKNOWN_SESSION)
                        .fragment(0, 9, 10, ack -> ack.error(404, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 500",
                        "HTTP/1.1 404 Not Found",
                        "Fragment (bytes 0-9/10) was answered 404 where 500 is expected."));
    }

    @Test
    void breaksWhereItSucceeds() {
        assertThat(Played.created()
                        .nextSessionId(Played.UNKNOWN_SESSION)
                        .cancel()
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 500", "HTTP/1.1 200 OK", "Cancel-Session was answered 200 where 500 is expected."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00000000-BEEF-4BAD-8BAD-0123456789AB"})
    void isOpenWhereTheIdIsMalformedToo(String id) {
        assertThat(Played.session()
                        .nextSessionId(id)
                        .close(ack -> ack.status(400))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isOpenWhereTheFragmentIsInvalidToo() {
        assertThat(Played.session()
                        .nextRequest(request -> request.with("BITS-Session-Id", Played.UNKNOWN_SESSION)
                                .with("Content-Range", "bytes 9-0/10"))
                        .fragment(0, 9, 10, ack -> ack.status(400))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutPacketsOfAGivenSessionNorPingsNorNoId() {
        assertThat(Played.created().close().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(Played.session().nextSessionId(Played.UNKNOWN_SESSION).ping().by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(Played.session()
                        .nextRequest(request -> request.without("BITS-Session-Id"))
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAnotherSessionOfTheCaseNorAnotherCaseOfItsId() {
        assertThat(Played.created().create().nextSessionId(Played.id(1)).close().by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(Played.created()
                        .nextSessionId(Played.id(1).toLowerCase(Locale.ROOT))
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
