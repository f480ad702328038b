package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireBytesTests {

    private static final WireBytes WHOLE = WireBytes.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    private static final WireBytes WITHOUT_LENGTH = WireBytes.of("HTTP/1.1 200 OK\r\n\r\nok");

    @Test
    void aRequestIsParsedOnce() {
        WireBytes bytes = WireBytes.of("BITS_POST /u HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(Request.parse(bytes)).isSameAs(Request.parse(bytes)).isEqualTo(Request.read(bytes));
    }

    @Test
    void anAnswerIsReadOnce() {
        Answer first = WHOLE.answer("BITS_POST", false).orElseThrow();

        assertThat(WHOLE.answer("BITS_POST", true)).containsSame(first);
        assertThat(WHOLE.answer("GET", false)).containsSame(first);
    }

    @Test
    void theEndOfTheConnectionEndsAnAnswerWithoutLength() {
        assertThat(WITHOUT_LENGTH.answer("GET", false).orElseThrow().complete()).isFalse();
        assertThat(WITHOUT_LENGTH.answer("GET", true).orElseThrow().complete()).isTrue();
        assertThat(WITHOUT_LENGTH.answer("GET", false).orElseThrow().complete()).isFalse();
    }

    @Test
    void anAnswerToHeadHasNoBody() {
        assertThat(WHOLE.answer("GET", true).orElseThrow().body()).isEqualTo("ok");
        assertThat(WHOLE.answer("HEAD", true).orElseThrow().body()).isEmpty();
        assertThat(WHOLE.answer("HEAD", true).orElseThrow().excess()).isEqualTo(2);
    }

    @Test
    void bytesAreEqualWhetherTheyWereReadOrNot() {
        WHOLE.answer("GET", true);

        assertThat(WireBytes.of(WHOLE.text())).isEqualTo(WHOLE).hasSameHashCodeAs(WHOLE);
        assertThat(WITHOUT_LENGTH).isNotEqualTo(WHOLE);
    }
}
