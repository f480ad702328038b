package org.bitsconformance.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.CaseBuilder.created;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.junit.jupiter.api.Test;

class SuccessIsTrueTests {

    private static final String SUCCESS = "client.success";

    @Test
    void holds_if_the_file_has_arrived() {
        Said.held(SUCCESS, created().fragment(0, 9, 10).close().event(Said.ended(0, Arrived.COMPLETE)));
    }

    @Test
    void breaks_if_it_has_not() {
        assertThat(Said.broken(SUCCESS, created().event(Said.ended(0))))
                .containsExactly("The client ended with exit code 0, and nothing had arrived.");
        assertThat(Said.broken(SUCCESS, created().fragment(0, 9, 20).event(Said.ended(0, Arrived.PARTIAL))))
                .containsExactly("The client ended with exit code 0, and a part of the file had arrived.");
        assertThat(Said.broken(SUCCESS, created().fragment(0, 9, 10).close().event(Said.ended(0, Arrived.DIFFERENT))))
                .containsExactly("The client ended with exit code 0, and another file had arrived.");
        assertThat(Said.broken(
                        SUCCESS,
                        created().fragment(0, 9, 20, ack -> ack.ofFrontEnd(413)).event(Said.ended(0))))
                .hasSize(1);
    }

    @Test
    void an_ack_that_lacks_something_has_a_rule_of_its_own() {
        Said.silent(
                SUCCESS,
                created()
                        .fragment(0, 9, 20, ack -> ack.without("BITS-Received-Content-Range"))
                        .event(Said.ended(0)));
    }

    @Test
    void closing_too_early_and_not_at_all_have_rules_of_their_own() {
        Said.silent(SUCCESS, created().fragment(0, 9, 20).close().event(Said.ended(0, Arrived.PARTIAL)));
        Said.silent(SUCCESS, created().fragment(0, 9, 10).event(Said.ended(0)));
    }

    @Test
    void an_error_that_is_not_passed_on_has_a_rule_of_its_own() {
        CaseBuilder refused =
                created().fragment(0, 9, 10, ack -> ack.status(403).with("BITS-Error", "0x80070005"));
        Said.silent(SUCCESS, refused.event(Said.ended(0)));
    }

    @Test
    void says_nothing_of_a_client_that_claims_nothing() {
        Said.silent(SUCCESS, created().event(Said.ended(1)));
        Said.silent(SUCCESS, created().event(Said.stopped()));
        Said.silent(SUCCESS, created().fragment(0, 9, 10).close());
    }
}
