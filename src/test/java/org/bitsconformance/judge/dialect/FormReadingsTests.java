package org.bitsconformance.judge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitsconformance.judge.CaseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormReadingsTests {

    @Test
    void tellTheNameOfTheErrorHeader() {
        String row = "error-header-name";

        assertThat(LastReading.of(row, refused(500, "BITS-Error", "0x8020001F")))
                .isEqualTo("MC-BUP: BITS-Error");
        assertThat(LastReading.of(row, refused(500, "BITS-Error-Code", "0x8020001F")))
                .isEqualTo("Win32: BITS-Error-Code");
        assertThat(LastReading.of(
                        row,
                        CaseBuilder.created().close(ack -> ack.error(500, "0x1").with("BITS-Error-Code", "0x1"))))
                .isEqualTo("MC-BUP, Win32: both headers");
    }

    @Test
    void sayNothingAboutErrorHeadersThatAreEmptyMissingOrOnSuccess() {
        assertThat(LastReading.of("error-header-name", refused(500, "BITS-Error", "")))
                .isEmpty();
        assertThat(LastReading.of("error-header-name", refused(500, "X-Error", "0x1")))
                .isEmpty();
        assertThat(LastReading.of("error-header-name", refused(200, "BITS-Error", "0x1")))
                .isEmpty();
        assertThat(LastReading.of("hresult-spelling", refused(200, "BITS-Error", "0x1")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x8020001F, : 0x before the digits",
        "0X8020001F, : 0x before the digits",
        "x8020001F, : x before the digits",
        "8020001f, : digits alone",
        "no number, ''"
    })
    void tellTheSpellingOfAnHresult(String code, String reading) {
        assertThat(LastReading.of("hresult-spelling", refused(500, "BITS-Error", code)))
                .isEqualTo(reading);
    }

    @ParameterizedTest
    @CsvSource({
        "416, BITS-Error, 0x0, : HRESULT 0",
        "416, BITS-Error-Code, 0x80070057, : an HRESULT",
        "416, X-Other, 0x0, : no HRESULT",
        "400, BITS-Error, 0x0, ''"
    })
    void tellWhat416Carries(int status, String header, String code, String reading) {
        assertThat(LastReading.of("error-headers-with-416", refused(status, header, code)))
                .isEqualTo(reading);
    }

    @Test
    void tellWhetherAcksHaveBodies() {
        assertThat(LastReading.of("ack-body", CaseBuilder.session().ping())).isEqualTo("MC-BUP, Win32: no body");
        assertThat(LastReading.of("ack-body", CaseBuilder.session().ping(ack -> ack.body("hello"))))
                .isEqualTo("Win32: a body");
    }

    @ParameterizedTest
    @CsvSource({
        "http://server.example/1, 'MC-BUP, Win32: a whole URL'",
        "/replies/1, 'MC-BUP, Win32: a relative URL'",
        "replies\\1, : a path with back-slashes",
        "'', ''"
    })
    void tellHowTheUrlOfAReplyIsWritten(String url, String reading) {
        assertThat(LastReading.of(
                        "reply-url-form",
                        CaseBuilder.created().fragment(0, 9, 10, ack -> ack.with("BITS-Reply-URL", url))))
                .isEqualTo(reading);
    }

    @Test
    void tellWhetherRefusedFragmentsGetAnOffset() {
        String row = "received-range-on-refusals";

        assertThat(LastReading.of(row, CaseBuilder.created().fragment(0, 9, 30, ack -> ack.error(400, "0x80070057"))))
                .isEqualTo(": with BITS-Received-Content-Range");
        assertThat(LastReading.of(
                        row,
                        CaseBuilder.created()
                                .fragment(
                                        0, 9, 30, ack -> ack.error(500, "0x1").without("BITS-Received-Content-Range"))))
                .isEqualTo(": without BITS-Received-Content-Range");
        assertThat(LastReading.of(row, CaseBuilder.created().fragment(0, 9, 30)))
                .isEmpty();
        assertThat(LastReading.of(row, CaseBuilder.created().fragment(5, 9, 30, ack -> ack.status(416))))
                .isEmpty();
        assertThat(LastReading.of(row, refused(500, "BITS-Error", "0x1"))).isEmpty();
    }

    private static CaseBuilder refused(int status, String header, String value) {
        return CaseBuilder.created().close(ack -> ack.status(status).with(header, value));
    }
}
