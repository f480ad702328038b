package org.bitsconformance.judge.create;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;

class HostIdIsShortTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("HostIdIsShort");

    @Test
    void holds_up_to_300_characters() {
        assertThat(named("h".repeat(300))).isEqualTo(Judgement.held());
    }

    @Test
    void breaks_for_more_whatever_the_form() {
        assertThat(named("h".repeat(301)))
                .isEqualTo(Judgement.broken(
                        "at most 300 characters",
                        "BITS-Host-Id: " + "h".repeat(120) + "… (301 characters)",
                        "The 200 answer to Create-Session has BITS-Host-Id: " + "h".repeat(120)
                                + "… (301 characters) where at most 300 characters is expected."));
        assertThat(CaseBuilder.session()
                        .create(ack -> ack.with("BITS-Host-Id", "h".repeat(301)))
                        .broken())
                .containsExactly("create-session.host-id.length");
    }

    @Test
    void is_not_about_acks_without_it() {
        assertThat(CaseBuilder.created().by(RULE)).isEqualTo(Judgement.outOfScope());
    }

    private static Judgement named(String host) {
        return CaseBuilder.session()
                .create(ack -> ack.with("BITS-Host-Id", host))
                .by(RULE);
    }
}
