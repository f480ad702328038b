package org.bitsconformance.judge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PingReadingsTests {

    @Test
    void tellWhetherTheAckHasASessionId() {
        String row = "session-id-in-ping-ack";

        assertThat(LastReading.of(row, CaseBuilder.session().ping())).isEqualTo(": without BITS-Session-Id");
        assertThat(LastReading.of(
                        row, CaseBuilder.created().ping(ack -> ack.with("BITS-Session-Id", CaseBuilder.id(1)))))
                .isEqualTo(": with BITS-Session-Id");
        assertThat(LastReading.of(row, CaseBuilder.session().ping(ack -> ack.status(400))))
                .isEmpty();
        assertThat(LastReading.of(row, CaseBuilder.created())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, : 200", "500, : 500"})
    void tellHowAPingOfAnUnknownSessionIsAnswered(int status, String reading) {
        String row = "ping-of-another-session";

        assertThat(LastReading.of(
                        row,
                        CaseBuilder.session()
                                .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                                .ping(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(row, CaseBuilder.session().ping(ack -> ack.status(status))))
                .isEmpty();
        assertThat(LastReading.of(
                        row,
                        CaseBuilder.created()
                                .nextSessionId(CaseBuilder.UNKNOWN_SESSION)
                                .close(ack -> ack.status(status))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PING, 200, : upper case understood",
        "PING, 400, : upper case: 400",
        "ping, 200, : lower case understood",
        "ping, 400, : lower case: 400",
        "pInG, 200, : another case understood",
        "Ping, 200, ''"
    })
    void tellWhichCasesAreUnderstood(String type, int status, String reading) {
        CaseBuilder played = CaseBuilder.session()
                .nextRequest(request -> request.with("BITS-Packet-Type", type))
                .ping(ack -> ack.status(status));

        assertThat(LastReading.of("packet-type-case", played)).isEqualTo(reading);
    }
}
