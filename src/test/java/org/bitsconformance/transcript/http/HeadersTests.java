package org.bitsconformance.transcript.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadersTests {

    private final List<String> defects = new ArrayList<>();

    @Test
    void areFoundInAnyCase() {
        Headers headers = parse("bits-PACKET-type: Ack");

        assertThat(headers.first("BITS-Packet-Type")).contains("Ack");
        assertThat(headers.has("BITS-PACKET-TYPE")).isTrue();
        assertThat(headers.has("BITS-Packet")).isFalse();
        assertThat(headers.fields().get(0)).hasToString("bits-PACKET-type: Ack");
    }

    @Test
    void keepRepeatedFieldsInOrder() {
        assertThat(parse("A: 1", "B: 2", "a: 3").all("A")).containsExactly("1", "3");
    }

    @Test
    void loseOnlyTheSpacesAroundAValue() {
        assertThat(parse("A: \t one  two \t", "B:", "C:x:y", "D:\u00a0\u0085").fields().stream()
                        .map(Header::value))
                .containsExactly("one  two", "", "x:y", "\u00a0\u0085");
        assertThat(defects).isEmpty();
    }

    @Test
    void joinFoldedLines() {
        assertThat(parse("A: one", " two", "\tthree ", "B:", "  ", " x").fields())
                .containsExactly(new Header("A", "one two three"), new Header("B", "x"));
        assertThat(defects).isEmpty();
    }

    @Test
    void noteLinesWithoutAName() {
        assertThat(parse("no colon", ": 1", "A: 1").fields()).containsExactly(new Header("A", "1"));
        assertThat(defects)
                .containsExactly("a header line without a name: no colon", "a header line without a name: : 1");
    }

    @Test
    void noteAFoldThatContinuesNothing() {
        assertThat(parse(" A: 1").fields()).isEmpty();
        assertThat(defects).containsExactly("a header line without a name:  A: 1");
    }

    @Test
    void noteSpacesBeforeTheColon() {
        assertThat(parse("A : 1").first("A")).contains("1");
        assertThat(defects).containsExactly("blanks between a header name and its colon: A : 1");
    }

    private Headers parse(String... lines) {
        return Headers.parse(List.of(lines), defects);
    }
}
