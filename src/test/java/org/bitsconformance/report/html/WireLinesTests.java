package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.Test;

class WireLinesTests {

    @Test
    void distinguishes_head_and_body() {
        assertThat(lines("HTTP/1.1 200 OK\r\nA: b\r\n\r\none\ntwo"))
                .containsExactly(
                        new Line(Kind.START, "HTTP/1.1 200 OK"),
                        new Line(Kind.HEADER, "A: b"),
                        new Line(Kind.HEADER, ""),
                        new Line(Kind.BODY, "one"),
                        new Line(Kind.BODY, "two"));
    }

    @Test
    void shows_line_ends_that_are_not_cr_lf() {
        assertThat(lines("HTTP/1.1 200 OK\nA: b\rc\r\n\r\n"))
                .extracting(Line::text)
                .containsExactly("HTTP/1.1 200 OK\\x0A", "A: b\\x0Dc", "");
    }

    @Test
    void shows_bytes_outside_ascii() {
        assertThat(lines("\u0000\u007F\u00FF\t")).extracting(Line::text).containsExactly("\\x00\\x7F\\xFF\\x09");
    }

    @Test
    void nothing_gives_no_line() {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void cuts_long_lines_heads_and_bodies() {
        String head = "HTTP/1.1 200 OK\r\nA: " + "a".repeat(5_000) + "\r\n" + "B: b\r\n".repeat(100) + "\r\n";
        List<Line> lines = lines(head + "c".repeat(3_000));
        assertThat(lines.get(1).text()).hasSizeLessThan(1_100).endsWith("… (cut: 5,003 bytes)");
        assertThat(lines)
                .contains(new Line(Kind.NOTE, "23 more lines of the head are not shown"))
                .contains(new Line(Kind.NOTE, "1,976 more bytes of 3,000 are not shown"));
    }

    @Test
    void cuts_binary_bodies_sooner() {
        assertThat(lines("A b\r\n\r\n" + "\u0001".repeat(100)))
                .last()
                .isEqualTo(new Line(Kind.NOTE, "36 more bytes of 100 are not shown"));
    }

    @Test
    void counts_bytes_that_the_record_does_not_keep() {
        WireBytes bytes = new WireBytes("A b\r\n\r\n", Optional.of(new Omitted(65_536, "00", Optional.empty())));
        assertThat(WireLines.of(bytes, Detail.FULL))
                .last()
                .isEqualTo(new Line(Kind.NOTE, "a body of 65,536 bytes, not shown"));
    }

    private static List<Line> lines(String text) {
        return WireLines.of(WireBytes.of(text), Detail.FULL);
    }
}
