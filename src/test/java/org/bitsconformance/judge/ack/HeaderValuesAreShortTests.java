package org.bitsconformance.judge.ack;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class HeaderValuesAreShortTests {

    private static final HeaderValuesAreShort RULE = new HeaderValuesAreShort();

    @Test
    void holds_up_to_4_kilobytes() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("X-Note", "n".repeat(4096)))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @Test
    void breaks_for_more() {
        assertThat(CaseBuilder.session()
                        .ping(ack -> ack.with("X-Note", "n".repeat(4097)))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "values of at most 4096 bytes",
                        "X-Note of 4097 bytes",
                        "The 200 answer to Ping has a header X-Note whose value has 4097 bytes, more than 4 KB."));
    }

    @Test
    void a_repeated_value_of_the_packet_does_not_count() {
        String id = "{" + "7".repeat(5000) + "}";

        assertThat(CaseBuilder.session()
                        .nextRequest(ping -> ping.with("BITS-Session-Id", id))
                        .ping(ack -> ack.with("BITS-Session-Id", id))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }
}
