package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsAreAskedForTests {

    private static final CredentialsAreAskedFor RULE = new CredentialsAreAskedFor();
    private static final String EXPECTED = "401 with WWW-Authenticate";

    @ParameterizedTest
    @EnumSource(names = {"NONE", "WRONG_PASSWORD"})
    void holds_for_401_with_a_challenge(Identity identity) {
        assertThat(created(identity, challenge())).isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "WRONG_PASSWORD"})
    void breaks_for_401_without_a_challenge(Identity identity) {
        assertThat(created(identity, ack -> challenge().apply(ack).without("WWW-Authenticate")))
                .isInstanceOfSatisfying(Judgement.Broken.class, broken -> {
                    assertThat(broken.expected()).isEqualTo(EXPECTED);
                    assertThat(broken.actual()).isEqualTo("no WWW-Authenticate");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BASIC realm=r", "Negotiate, Basic realm=\"r\"", "Digest realm=\"a, b\", nonce=n, basic realm=r"
            })
    void holds_for_a_challenge_of_the_scheme_among_others(String challenges) {
        assertThat(created(Identity.NONE, ack -> challenge().apply(ack).with("WWW-Authenticate", challenges)))
                .isEqualTo(Judgement.held());
        assertThat(created(
                        Identity.NONE,
                        ack -> challenge()
                                .apply(ack)
                                .with("WWW-Authenticate", "NTLM")
                                .and("WWW-Authenticate: " + challenges)))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer realm=\"r\"", "Digest realm=\"r\", nonce=n", "NTLM", "Basics realm=r"})
    void breaks_for_401_of_another_scheme(String challenges) {
        assertThat(created(Identity.NONE, ack -> challenge().apply(ack).with("WWW-Authenticate", challenges)))
                .isEqualTo(Judgement.broken(
                        "WWW-Authenticate with the scheme basic",
                        "WWW-Authenticate: " + challenges,
                        "The 401 answer to Create-Session without credentials has WWW-Authenticate: " + challenges
                                + ", and the target is declared to ask for credentials by basic."));
    }

    @Test
    void breaks_if_packets_are_accepted_without_credentials_or_with_a_wrong_password() {
        assertThat(created(Identity.NONE, ack -> ack))
                .isEqualTo(Judgement.broken(
                        EXPECTED,
                        "HTTP/1.1 200 OK",
                        "Create-Session without credentials was answered 200 where 401 is expected: the target is"
                                + " declared to ask for credentials."));
        assertThat(created(Identity.WRONG_PASSWORD, ack -> ack))
                .isEqualTo(Judgement.broken(
                        EXPECTED,
                        "HTTP/1.1 200 OK",
                        "Create-Session with a wrong password was answered 200 where 401 is expected: the target is"
                                + " declared to ask for credentials."));
    }

    @Test
    void another_refusal_breaks_without_credentials_and_is_reported_for_a_wrong_password() {
        assertThat(created(Identity.NONE, ack -> ack.error(403, "0x80070005"))).isInstanceOf(Judgement.Broken.class);
        assertThat(created(Identity.WRONG_PASSWORD, ack -> ack.error(403, "0x80070005")))
                .isEqualTo(Judgement.observed(
                        "Create-Session with a wrong password was answered HTTP/1.1 403 Forbidden, not 401."));
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 413, 502, 503})
    void is_not_about_other_answers_of_a_front_end(int status) {
        assertThat(created(Identity.NONE, ack -> ack.ofFrontEnd(status))).isEqualTo(Judgement.outOfScope());
    }

    @Test
    void does_not_apply_if_nothing_is_declared_or_the_packet_is_open() {
        assertThat(CaseBuilder.session().as(Identity.NONE).create().by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session()
                        .asksForCredentials()
                        .as(Identity.NONE)
                        .purpose(Purpose.OPEN)
                        .create()
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(created(Identity.DENIED, ack -> ack)).isEqualTo(Judgement.outOfScope());
    }

    /** The answer of a server that asks for credentials, without any BITS field. */
    static UnaryOperator<Message> challenge() {
        return ack -> Message.of("HTTP/1.1 401 Unauthorized")
                .with("WWW-Authenticate", "Basic realm=\"r\"")
                .with("Content-Length", "0");
    }

    private static Judgement created(Identity identity, UnaryOperator<Message> ack) {
        return CaseBuilder.session()
                .asksForCredentials()
                .as(identity)
                .create(ack)
                .by(RULE);
    }
}
