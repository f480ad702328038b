package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownSessionIsAnswered500Tests {

    private static final UnknownSessionIsAnswered500 RULE = new UnknownSessionIsAnswered500();

    @Test
    void holdsFor500() {
        assertThat(CaseBuilder.session()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource
    void breaksForAnyOtherStatusInEveryDialect(Dialect dialect) {
        assertThat(CaseBuilder.session()
                        .dialect(dialect)
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .fragment(0, 9, 10, ack -> ack.error(404, "0x8020001F"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 500",
                        "HTTP/1.1 404 Not Found",
                        "Fragment (bytes 0-9/10) was answered 404 where 500 is expected."));
    }

    @Test
    void breaksIfItSucceeds() {
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .cancel()
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "status 500", "HTTP/1.1 200 OK", "Cancel-Session was answered 200 where 500 is expected."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a0ff5911-4144-45b3-bf27-27afc8ec8a01}",
                "A0FF5911-4144-45B3-BF27-27AFC8EC8A01",
                "{A0FF5911-4144-45B3 -BF27-27AFC8EC8A01}"
            })
    void isOpenIfAGivenIdIsSpeltDifferently(String id) {
        CaseBuilder taken = CaseBuilder.created().nextSessionId(id).fragment(0, 9, 20);
        CaseBuilder refused =
                CaseBuilder.created().nextSessionId(id).fragment(0, 9, 20, ack -> ack.error(500, "0x8020001F"));

        assertThat(taken.by(RULE))
                .isEqualTo(Judgement.observed(
                        "Fragment whose session id is not spelt as the server gave it (" + id + ") was answered 200."));
        assertThat(taken.broken()).isEmpty();
        assertThat(taken.last().after().offset()).contains(10L);
        assertThat(refused.by(RULE)).isInstanceOf(Judgement.Observed.class);
        assertThat(refused.broken()).isEmpty();
        assertThat(refused.last().after().offset()).contains(0L);
    }

    @Test
    void isOpenAtAnotherUrlThanThatOfTheSession() {
        CaseBuilder taken = CaseBuilder.created()
                .nextRequest(UnknownSessionIsAnswered500Tests::atAnotherUrl)
                .close();
        CaseBuilder refused = CaseBuilder.created()
                .nextRequest(UnknownSessionIsAnswered500Tests::atAnotherUrl)
                .close(ack -> ack.error(500, "0x8020001F"));

        assertThat(taken.by(RULE))
                .isEqualTo(Judgement.observed(
                        "Close-Session to another URL than its session was created for was answered 200."));
        assertThat(taken.last().after().closed()).isTrue();
        assertThat(refused.by(RULE)).isInstanceOf(Judgement.Observed.class);
        assertThat(refused.last().after().open()).isTrue();
        assertThat(taken.broken()).isEmpty();
        assertThat(refused.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00000000-BEEF-4BAD-8BAD-0123456789AB"})
    void isOpenIfTheIdIsMalformedToo(String id) {
        assertThat(CaseBuilder.session()
                        .nextSessionId(id)
                        .close(ack -> ack.status(400))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isOpenIfTheFragmentIsInvalidToo() {
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.with("BITS-Session-Id", CaseBuilder.UNKNOWN_SESSION)
                                .with("Content-Range", "bytes 9-0/10"))
                        .fragment(0, 9, 10, ack -> ack.status(400))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutPacketsOfAGivenSessionNorPingsNorPacketsWithoutAnId() {
        assertThat(CaseBuilder.created().close().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .ping()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .nextRequest(request -> request.without("BITS-Session-Id"))
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAnotherSessionOfTheCase() {
        assertThat(CaseBuilder.created()
                        .create()
                        .nextSessionId(CaseBuilder.id(1))
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Message atAnotherUrl(Message request) {
        return request.startLine("BITS_POST /upload/other HTTP/1.1");
    }
}
