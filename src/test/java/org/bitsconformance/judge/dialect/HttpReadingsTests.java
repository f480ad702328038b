package org.bitsconformance.judge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.bitsconformance.transcript.Exchange.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReadingsTests {

    @ParameterizedTest
    @CsvSource({"400, MC-BUP: 400", "411, MC-BUP: 411", "200, Win32: not needed", "500, : 500"})
    void tellHowAPacketWithoutALengthIsAnswered(int status, String reading) {
        assertThat(LastReading.of(
                        "missing-content-length",
                        CaseBuilder.session()
                                .nextRequest(request -> request.without("Content-Length"))
                                .ping(ack -> ack.status(status))))
                .isEqualTo(reading);
        assertThat(LastReading.of(
                        "missing-content-length", CaseBuilder.session().ping(ack -> ack.status(status))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, : Fragment: 200", "411, 'MC-BUP, Win32: Fragment: 411'"})
    void tellHowAFragmentWithoutALengthIsAnswered(int status, String reading) {
        assertThat(LastReading.of(
                        "missing-content-length",
                        CaseBuilder.created()
                                .nextRequest(request -> request.without("Content-Length"))
                                .fragment(0, 9, 10, ack -> ack.status(status))))
                .isEqualTo(reading);
    }

    @Test
    void tellWhichFormsAreUnderstood() {
        assertThat(LastReading.of(
                        "http-forms",
                        CaseBuilder.session()
                                .nextRequest(request -> request.startLine("BITS_POST http://h/a HTTP/1.0"))
                                .ping()))
                .isEqualTo(": absolute target and another HTTP version understood");
        assertThat(LastReading.of(
                        "http-forms",
                        CaseBuilder.session()
                                .nextRequest(request -> request.with("Expect", "100-continue"))
                                .nextAnswered("HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n", Ending.ANSWERED)
                                .ping()))
                .isEqualTo(": Expect: 417");
        assertThat(LastReading.of("http-forms", CaseBuilder.session().ping())).isEmpty();
    }
}
