package org.bitsconformance.judge.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.judge.ExchangeRule;
import org.bitsconformance.judge.Judgement;
import org.bitsconformance.judge.NamedRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedRangeIsThereTests {

    private static final ExchangeRule RULE = NamedRule.ofExchanges("ReceivedRangeIsThere");

    @ParameterizedTest
    @ValueSource(ints = {200, 416})
    void holdsWithOne(int status) {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.status(status))
                        .by(RULE))
                .isEqualTo(Judgement.held());
    }

    @ParameterizedTest
    @CsvSource({"200, 'x'", "416, BITS-Recieved-Content-Range"})
    void breaksWithoutOne(int status, String otherName) {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.status(status).renamed("BITS-Received-Content-Range", otherName))
                        .by(RULE))
                .isEqualTo(Judgement.broken(
                        "BITS-Received-Content-Range",
                        "no BITS-Received-Content-Range",
                        "The " + status + " answer to Fragment has no BITS-Received-Content-Range."));
    }

    @Test
    void isNotAboutOtherAnswersNorOtherPackets() {
        assertThat(CaseBuilder.created()
                        .fragment(0, 9, 10, ack -> ack.error(500, "0x1").without("BITS-Received-Content-Range"))
                        .by(RULE))
                .isEqualTo(Judgement.outOfScope());
        assertThat(CaseBuilder.created().close().by(RULE)).isEqualTo(Judgement.outOfScope());
    }
}
