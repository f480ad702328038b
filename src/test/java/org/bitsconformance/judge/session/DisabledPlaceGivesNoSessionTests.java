package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.session.BeyondCases.place;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.Message;
import org.junit.jupiter.api.Test;

class DisabledPlaceGivesNoSessionTests {

    @Test
    void holdsForARefusal() {
        DisabledPlaceGivesNoSession rule = new DisabledPlaceGivesNoSession();
        assertThat(place().create(ack -> ack.error(501, "0x80070005")).by(rule)).isEqualTo(Judgement.held());
        assertThat(place().create(ack -> Message.of("HTTP/1.1 404 No").with("Content-Length", "0"))
                        .broken())
                .isEmpty();
    }

    @Test
    void breaksForASession() {
        DisabledPlaceGivesNoSession rule = new DisabledPlaceGivesNoSession();
        assertThat(place().create().by(rule))
                .isEqualTo(Judgement.broken(
                        "a refusal, and no session",
                        "BITS-Session-Id: " + CaseBuilder.id(1),
                        "Create-Session where uploads are not enabled was answered 200 with BITS-Session-Id."));
        assertThat(CaseBuilder.created().by(rule)).as("elsewhere").isEqualTo(Judgement.outOfScope());
    }
}
