package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitsconformance.judge.session.BeyondCases.place;

import org.bitsconformance.judge.Judgement;
import org.junit.jupiter.api.Test;

class ExecutePlaceHasItsCodeTests {

    @Test
    void holdsForItsCode() {
        ExecutePlaceHasItsCode rule = new ExecutePlaceHasItsCode();
        assertThat(place().create(ack -> ack.error(403, "0x80200023")).by(rule)).isEqualTo(Judgement.held());
    }

    @Test
    void breaksForAnother() {
        ExecutePlaceHasItsCode rule = new ExecutePlaceHasItsCode();
        assertThat(place().create(ack -> ack.error(403, "0x80070005")).by(rule))
                .isEqualTo(Judgement.broken(
                        "0x80200023 (BG_E_SERVER_EXECUTE_ENABLED)",
                        "BITS-Error: 0x80070005",
                        "The 403 answer to Create-Session where scripts or programs may run has BITS-Error: 0x80070005"
                                + " where 0x80200023 (BG_E_SERVER_EXECUTE_ENABLED) is expected."));
        assertThat(place().create().by(rule)).isInstanceOf(Judgement.Observed.class);
        assertThat(place().create(ack -> ack.status(403)).by(rule)).isInstanceOf(Judgement.Observed.class);
    }
}
