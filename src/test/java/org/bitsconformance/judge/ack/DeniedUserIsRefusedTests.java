package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.ack.CredentialsAreAskedForTests.challenge;

import java.util.function.UnaryOperator;
import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.bitsconformance.protocol.Identity;
import org.junit.jupiter.api.Test;

class DeniedUserIsRefusedTests {

    private static final DeniedUserIsRefused RULE = new DeniedUserIsRefused();
    private static final String WHOSE = "Create-Session of a user who may not upload";

    @Test
    void holds_for_403_with_access_denied() {
        assertThat(created(ack -> ack.error(403, "0x80070005"))).isEqualTo(Judgement.held());
    }

    @Test
    void breaks_if_the_upload_is_accepted_or_refused_with_another_status() {
        assertThat(created(ack -> ack))
                .isEqualTo(Judgement.broken(
                        "status 403", "HTTP/1.1 200 OK", WHOSE + " was answered 200 where 403 is expected."));
        assertThat(created(ack -> ack.error(404, "0x80070005")))
                .isEqualTo(Judgement.broken(
                        "status 403", "HTTP/1.1 404 Not Found", WHOSE + " was answered 404 where 403 is expected."));
    }

    @Test
    void breaks_for_another_code() {
        assertThat(created(ack -> ack.error(403, "0x80070057")))
                .isEqualTo(Judgement.broken(
                        "0x80070005 (E_ACCESSDENIED)",
                        "BITS-Error: 0x80070057",
                        "The 403 answer to " + WHOSE + " has BITS-Error: 0x80070057 where 0x80070005 (E_ACCESSDENIED)"
                                + " is expected."));
    }

    @Test
    void another_rule_reports_a_missing_code() {
        CaseBuilder played = denied(ack -> ack.status(403));

        assertThat(played.by(RULE)).isEqualTo(Judgement.held());
        assertThat(played.broken()).contains("error.code").doesNotContain("create-session.status");
    }

    @Test
    void the_answer_of_a_front_end_is_reported() {
        assertThat(created(challenge()))
                .isEqualTo(Judgement.observed(
                        WHOSE + " was answered HTTP/1.1 401 Unauthorized by a front end, below the protocol."));
        CaseBuilder plain = denied(ack -> Message.of("HTTP/1.1 403 Forbidden").with("Content-Length", "0"));
        assertThat(plain.by(RULE)).isInstanceOf(Judgement.Observed.class);
        assertThat(plain.broken()).isEmpty();
    }

    @Test
    void does_not_apply_to_other_users() {
        assertThat(CaseBuilder.session()
                        .asksForCredentials()
                        .create(ack -> ack.error(403, "0x80070005"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
    }

    private static Judgement created(UnaryOperator<Message> ack) {
        return denied(ack).by(RULE);
    }

    private static CaseBuilder denied(UnaryOperator<Message> ack) {
        return CaseBuilder.session().asksForCredentials().as(Identity.DENIED).create(ack);
    }
}
