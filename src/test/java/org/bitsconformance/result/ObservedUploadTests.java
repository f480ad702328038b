package org.bitsconformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bitsconformance.transcript.ClientEnded;
import org.bitsconformance.transcript.ClientEnded.Arrived;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class ObservedUploadTests {

    @Test
    void tellsWhatWasSentAndHowItEnded() {
        CaseResult result = of(
                SelectedCase.OBSERVED,
                Optional.of(new ClientEnded("c", OptionalInt.of(3), Arrived.PARTIAL, true, 5)),
                "Create-Session",
                "Fragment",
                "Fragment",
                "Close-Session");

        ObservedUpload upload = ObservedUpload.of(result).orElseThrow();
        assertThat(upload.did())
                .isEqualTo(
                        "sent Create-Session, Fragment (2 times), Close-Session; ended with exit code 3, and a part of"
                                + " the file arrived");
        assertThat(upload.text().orElseThrow().title()).startsWith("The first fragment is taken");
    }

    @Test
    void tellsThatAClientWasKilled() {
        CaseResult result = of(
                SelectedCase.OBSERVED,
                Optional.of(new ClientEnded("c", OptionalInt.empty(), Arrived.NOTHING, true, 5)));

        assertThat(ObservedUpload.of(result).orElseThrow().did())
                .isEqualTo("sent nothing; was killed, and nothing arrived");
    }

    @Test
    void escapesWhatAClientSends() {
        CaseResult result = of(SelectedCase.OBSERVED, Optional.empty(), "<b>\u0001");

        assertThat(ObservedUpload.of(result).orElseThrow().did()).isEqualTo("sent <b>\\x01");
    }

    @Test
    void isNoCaseOfTheSuite() {
        assertThat(ObservedUpload.of(of("ping", Optional.empty(), "Ping"))).isEmpty();
    }

    private static CaseResult of(String scenario, Optional<ClientEnded> ended, String... types) {
        List<Exchange> exchanges =
                Stream.of(types).map(ObservedUploadTests::exchange).toList();
        return new CaseResult(
                new SelectedCase("c", scenario, "", Map.of(SelectedCase.STIMULUS, "ack-lost"), List.of()),
                Verdict.PASS,
                "",
                List.of(),
                List.of(new Drive(Verdict.PASS, "", exchanges, List.of(), List.of(), ended)),
                0);
    }

    private static Exchange exchange(String type) {
        return new Exchange(
                "x1",
                "c",
                Purpose.CASE,
                0,
                1,
                "c1",
                1,
                WireBytes.NONE,
                WireBytes.of("BITS_POST /a HTTP/1.1\r\nBITS-Packet-Type: " + type + "\r\n\r\n"),
                WireBytes.NONE,
                Exchange.Ending.CLOSED,
                new Exchange.Timing(0, 0, OptionalLong.empty(), 0),
                SendContext.USUAL);
    }
}
