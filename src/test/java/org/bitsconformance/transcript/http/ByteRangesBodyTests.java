package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.bitsconformance.transcript.http.ByteRangesBody.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangesBodyTests {

    private static final String TWO = """
        \r
        --B\r
        Content-Type: text/plain\r
        Content-Range: bytes 0-1/9\r
        \r
        ab\r
        --B\r
        content-range: bytes 4-5/9\r
        \r
        e\r\r
        --B--\r
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/byteranges; boundary=B",
                "Multipart/X-ByteRanges;boundary=\"B\"",
                "multipart/byteranges; charset=x; BOUNDARY = B; more=1"
            })
    void readsTheParts(String type) {
        ByteRangesBody body = read(type, TWO).orElseThrow();

        assertThat(body.lineEndsBefore()).isEqualTo(1);
        assertThat(body.closed()).isTrue();
        assertThat(body.parts()).extracting(Part::body).containsExactly("ab", "e\r");
        assertThat(body.parts().get(0).lines())
                .containsExactly("Content-Type: text/plain", "Content-Range: bytes 0-1/9");
        assertThat(body.parts().get(1).headers().first("Content-Range")).contains("bytes 4-5/9");
    }

    @Test
    void readsLinesThatEndInLfAndAPreamble() {
        ByteRangesBody body = read("multipart/byteranges; boundary=B", "text --B\n" + TWO.replace("\r\n", "\n"))
                .orElseThrow();

        assertThat(body.lineEndsBefore()).isEqualTo(2);
        assertThat(body.parts()).hasSize(2);
    }

    @Test
    void readsPartsWithoutHeaderOrEnd() {
        assertThat(read("multipart/byteranges; boundary=B", "--B\r\n\r\nab\r\n--B--")
                        .orElseThrow()
                        .parts())
                .extracting(part -> part.headers().fields().size() + part.body())
                .containsExactly("0ab");
        ByteRangesBody open =
                read("multipart/byteranges; boundary=B", "--B\r\nno end").orElseThrow();
        assertThat(open.closed()).isFalse();
        assertThat(open.parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain; boundary=B", "multipart/byteranges", "multipart/byteranges; boundary="})
    void isEmptyForAnotherTypeOrWithoutABoundary(String type) {
        assertThat(read(type, TWO)).isEmpty();
    }

    private static Optional<ByteRangesBody> read(String type, String body) {
        String text = "HTTP/1.1 206 Partial Content\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        Answer answer = AnswerParser.parse(text, "GET", true).orElseThrow();
        assertThat(ByteRangesBody.isSaidBy(answer))
                .isEqualTo(type.toLowerCase(Locale.ROOT).startsWith("multipart"));
        return ByteRangesBody.of(answer);
    }
}
