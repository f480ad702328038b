package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleEndTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n",
                "HTTP/1.0 408 \r\n\r\n<html>late</html>",
                "HTTP/1.1 408\r\n\r\n"
            })
    void is408(String text) {
        assertThat(IdleEnd.is(WireBytes.of(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 4080 Odd\r\n\r\n",
                "late HTTP/1.1 408 Late\r\n\r\n",
                "HTTP/1.1 408 Late\r\nbits-packet-type : Ack\r\n\r\n"
            })
    void isNeitherAnotherAnswerNorAnAck(String text) {
        assertThat(IdleEnd.is(WireBytes.of(text))).isFalse();
    }
}
