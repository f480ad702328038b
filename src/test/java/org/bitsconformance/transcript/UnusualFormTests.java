package org.bitsconformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitsconformance.transcript.http.Request;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnusualFormTests {

    private static final String LINE = "BITS_POST /a HTTP/1.1\r\n";
    private static final String REST = "Host: h\r\nBITS-Packet-Type: Ping\r\nContent-Length: 0\r\n";

    @Test
    void isAbsentFromWhatClientsSend() {
        assertThat(of(LINE + REST + "BITS-Session-Id:{1}\r\nContent-Name: \r\n\r\n"))
                .isEmpty();
        assertThat(of("POST /a HTTP/1.1\r\nX-HTTP-Method-Override: BITS_POST\r\n" + REST + "\r\n"))
                .isEmpty();
        assertThat(of(LINE + REST + "Content-Name: " + "n".repeat(8000) + "\r\n\r\n"))
                .isEmpty();
        assertThat(of(LINE + REST + "\r\n indented body")).isEmpty();
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("BITS_POST http://h/a HTTP/1.1\r\n" + REST, UnusualForm.ABSOLUTE_TARGET),
                Arguments.of("BITS_POST HTTPS://h/a HTTP/1.1\r\n" + REST, UnusualForm.ABSOLUTE_TARGET),
                Arguments.of("BITS_POST a HTTP/1.1\r\n" + REST, UnusualForm.RELATIVE_TARGET),
                Arguments.of("BITS_POST /a HTTP/1.0\r\n" + REST, UnusualForm.OTHER_VERSION),
                Arguments.of("POST /a HTTP/1.1\r\n" + REST, UnusualForm.OTHER_METHOD),
                Arguments.of("bits_post /a HTTP/1.1\r\n" + REST, UnusualForm.OTHER_METHOD),
                Arguments.of(LINE + "Host: h\r\n", UnusualForm.NO_LENGTH),
                Arguments.of(LINE + "Host: h\r\nTransfer-Encoding: chunked\r\n", UnusualForm.CODED_BODY),
                Arguments.of(LINE + REST + "Expect: 100-continue\r\n", UnusualForm.EXPECTATION),
                Arguments.of(LINE + REST + "Content-Name:\r\n name\r\n", UnusualForm.FOLDED_FIELD),
                Arguments.of(LINE + REST + "Content-Name: a\r\n\tb\r\n", UnusualForm.FOLDED_FIELD),
                Arguments.of(LINE + REST + "content-length: 0\r\n", UnusualForm.REPEATED_FIELD),
                Arguments.of(LINE + REST + "BITS-Packet-Type: Fragment\r\n", UnusualForm.REPEATED_FIELD),
                Arguments.of(
                        LINE + REST + "BITS-Session-Id: {1}\r\nBITS-Session-ID: {2}\r\n", UnusualForm.REPEATED_FIELD),
                Arguments.of(LINE + REST + "Content-Name: a\r\nContent-Name: b\r\n", UnusualForm.REPEATED_FIELD),
                Arguments.of(
                        LINE + REST + "BITS-Supported-Protocols: {1}\r\nBITS-Supported-Protocols: {2}\r\n",
                        UnusualForm.REPEATED_FIELD),
                Arguments.of(LINE + REST + "Content-Name: a\tb\r\n", UnusualForm.TAB_IN_FIELD),
                Arguments.of(LINE + REST + "Content-Name:\ta\r\n", UnusualForm.TAB_IN_FIELD),
                Arguments.of(LINE + REST + "Content-Name: a \r\n", UnusualForm.BLANKS_AROUND_VALUE),
                Arguments.of(LINE + REST + "Content-Name:  a\r\n", UnusualForm.BLANKS_AROUND_VALUE),
                Arguments.of(LINE + REST + "X-Note: " + "n".repeat(8001) + "\r\n", UnusualForm.LONG_FIELD));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isFoundInTheBytes(String head, UnusualForm form) {
        assertThat(of(head + "\r\n")).containsExactly(form);
        assertThat(form.toString()).isNotBlank();
        assertThat(form.source()).matches("(RFC \\d+|MC-BUP) [\\d.]+");
    }

    @Test
    void countsTheBytesOfABodyInChunksWithoutItsCoding() {
        String chunked =
                LINE + "Host: h\r\nTransfer-Encoding: chunked\r\n\r\n3;x=1\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";

        assertThat(Request.parse(WireBytes.of(chunked)).bodyLength()).isEqualTo(13);
        assertThat(Request.parse(new WireBytes(chunked, Optional.of(new Omitted(5, "00", Optional.empty()))))
                        .bodyLength())
                .isGreaterThan(13);
    }

    private static Set<UnusualForm> of(String text) {
        return UnusualForm.of(WireBytes.of(text));
    }
}
