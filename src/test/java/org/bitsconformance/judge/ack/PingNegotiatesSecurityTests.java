package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.ack.CredentialsAreAskedForTests.challenge;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.protocol.Identity;
import org.junit.jupiter.api.Test;

class PingNegotiatesSecurityTests {

    private static final CredentialsAreAskedFor RULE = new CredentialsAreAskedFor();
    private static final PingNegotiatesSecurity OF_PING = new PingNegotiatesSecurity();
    private static final String REFUSED =
            " with right credentials was answered 401, though they are taken elsewhere in this run.";

    @Test
    void holds_if_a_packet_with_the_right_credentials_is_answered_normally() {
        assertThat(guarded().create().by(RULE)).isEqualTo(Judgement.held());
        assertThat(guarded().as(Identity.OTHER).create().by(RULE)).isEqualTo(Judgement.held());
        assertThat(guarded().ping().by(OF_PING)).isEqualTo(Judgement.held());
    }

    @Test
    void breaks_for_401() {
        assertThat(guarded().create(challenge()).by(RULE))
                .isEqualTo(Judgement.broken("an Ack", "HTTP/1.1 401 Unauthorized", "Create-Session" + REFUSED));
        assertThat(guarded().ping(challenge()).by(OF_PING))
                .isEqualTo(Judgement.broken("an Ack", "HTTP/1.1 401 Unauthorized", "Ping" + REFUSED));
    }

    @Test
    void a_challenge_that_is_answered_settles_nothing() {
        CaseBuilder played = guarded().ping(challenge()).nextAttempt().ping();

        assertThat(OF_PING.judge(played.history().steps().get(0), played.context()))
                .isEqualTo(Judgement.outOfScope());
        assertThat(played.by(OF_PING)).isEqualTo(Judgement.held());
    }

    @Test
    void a_stale_nonce_is_not_a_refusal() {
        assertThat(guarded()
                        .create(ack -> challenge()
                                .apply(ack)
                                .with("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", stale=TRUE"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    @Test
    void does_not_apply_to_others_or_if_nothing_is_declared() {
        assertThat(guarded().as(Identity.DENIED).create(challenge()).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.session().create(challenge()).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(guarded().ping(challenge()).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(guarded().create(challenge()).by(OF_PING)).isEqualTo(Judgement.outOfScope());
        assertThat(guarded().create(ack -> ack.ofFrontEnd(503)).by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static CaseBuilder guarded() {
        return CaseBuilder.session().asksForCredentials();
    }
}
