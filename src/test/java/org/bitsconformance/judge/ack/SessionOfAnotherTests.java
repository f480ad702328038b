package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Identity;
import org.bitsconformance.transcript.Purpose;
import org.junit.jupiter.api.Test;

class SessionOfAnotherTests {

    private static final DeniedUserIsRefused RULE = new DeniedUserIsRefused();

    @Test
    void only_reports_that_a_session_goes_on() {
        CaseBuilder played = begun().as(Identity.OTHER).fragment(10, 19, 100);

        assertThat(played.by(RULE))
                .isEqualTo(
                        Judgement.observed("LOOK AT THIS: Fragment with the credentials of another user, in a session"
                                + " that one user began, was answered HTTP/1.1 200 OK."));
        assertThat(played.broken()).isEmpty();
    }

    @Test
    void a_refusal_leaves_the_session_unchanged() {
        CaseBuilder played = begun().as(Identity.NONE)
                .fragment(
                        10,
                        19,
                        100,
                        ack -> Message.of("HTTP/1.1 401 Unauthorized")
                                .with("WWW-Authenticate", "Basic realm=\"r\"")
                                .with("Content-Length", "0"));
        assertThat(played.by(RULE))
                .isEqualTo(Judgement.observed("Fragment without credentials, in a session that one user began, was"
                        + " answered HTTP/1.1 401 Unauthorized."));

        played.purpose(Purpose.CASE).as(Identity.USER).fragment(10, 99, 100).close();
        assertThat(played.broken()).isEmpty();
        assertThat(played.history().steps().get(3).before().offset()).hasValue(10L);
    }

    @Test
    void applies_only_to_open_packets_of_others() {
        assertThat(begun().fragment(10, 19, 100).by(RULE)).isEqualTo(Judgement.outOfScope());
        assertThat(begun().purpose(Purpose.CASE)
                        .as(Identity.OTHER)
                        .fragment(10, 19, 100)
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static CaseBuilder begun() {
        return CaseBuilder.created().asksForCredentials().fragment(0, 9, 100).purpose(Purpose.OPEN);
    }
}
