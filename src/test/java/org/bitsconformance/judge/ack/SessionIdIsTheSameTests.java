package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdIsTheSameTests {

    private static final SessionIdIsTheSame RULE = new SessionIdIsTheSame();

    @Test
    void holdsInEitherCaseAndForErrors() {
        assertThat(CaseBuilder.created()
                        .close(ack ->
                                ack.with("BITS-Session-Id", CaseBuilder.id(1).toLowerCase(Locale.ROOT)))
                        .by(RULE))
                .isEqualTo(Judgement.held());
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(ack -> ack.error(500, "0x8020001F").with("BITS-Session-Id", CaseBuilder.UNKNOWN_SESSION))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAnother() {
        String same = CaseBuilder.id(1);

        assertThat(CaseBuilder.created()
                        .close(ack -> ack.with("BITS-Session-Id", "other"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        same,
                        "BITS-Session-Id: other",
                        "The 200 answer to Close-Session has BITS-Session-Id: other where " + same + " is expected."));
    }

    @Test
    void breaksForErrorsToo() {
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .close(ack -> ack.error(500, "0x8020001F"))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void isNotAboutIdsThatAreSpeltDifferently() {
        assertThat(CaseBuilder.created()
                        .nextSessionId(CaseBuilder.id(1).replaceAll("[{}]", ""))
                        .close()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutRepeatedIds() {
        String twice = CaseBuilder.id(1) + ", " + CaseBuilder.id(1);

        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.and("BITS-Session-Id: " + CaseBuilder.id(1)))
                        .close(ack -> ack.error(500, "0x8020001F").with("BITS-Session-Id", twice))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void isNotAboutAbsentIdsNorTheNewIdOfCreateSession() {
        assertThat(CaseBuilder.created()
                        .close(ack -> ack.without("BITS-Session-Id"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Session-Id", "1"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                        .create()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void breaksForAWordThatNamesNoSessionIfTheRequestNamesNone() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Session-Id", "None"))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "the id of a session, or no BITS-Session-Id",
                        "BITS-Session-Id: None",
                        "The 200 answer to Ping has BITS-Session-Id: None where the id of a session, or no"
                                + " BITS-Session-Id is expected."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "NULL", "(null)", "<nil>", "undefined", "[object Object]"})
    void breaksForSuchAWordInErrorsToo(String word) {
        assertThat(CaseBuilder.created()
                        .nextRequest(request -> request.without("BITS-Session-Id"))
                        .close(ack -> ack.error(400, "0x80070057").with("BITS-Session-Id", word))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.error(400, "0x80070057").with("BITS-Session-Id", word))
                        .by(RULE))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void acceptsSuchAWordAsTheIdOfASession() {
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Session-Id", "None"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Session-Id", "None"))
                        .nextSessionId("None")
                        .cancel(ack -> ack.with("BITS-Session-Id", "None"))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{0BADC0DE-0000-4000-8000-000000000000}", "{00000000-0000-0000-0000-000000000000}", "a", "0"
            })
    void isNotAboutOtherIdsIfTheRequestNamesNone(String id) {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("BITS-Session-Id", id))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }
}
