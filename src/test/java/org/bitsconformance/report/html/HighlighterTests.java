package org.bitsconformance.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitsconformance.report.html.WireLines.Kind;
import org.bitsconformance.report.html.WireLines.Line;
import org.bitsconformance.result.Finding;
import org.bitsconformance.result.SampleFinding;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.http.WireBytes;
import org.junit.jupiter.api.Test;

class HighlighterTests {

    private static final String REQUEST =
            "BITS_POST /a HTTP/1.1\r\nHost: a\r\nBITS-Packet-Type: Fragment\r\nContent-Range: bytes 0-3/4\r\n\r\nbody";
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nServer: a\r\nDate: today\r\n"
            + "bits-session-id: {1}\r\nContent-Length: 3\r\n\r\nContent-Length: 7";

    @Test
    void marks_the_field_that_the_finding_names_however_it_is_spelt() {
        assertThat(answer("a GUID in curly braces", "BITS-Session-Id: {1}", "It has no GUID."))
                .containsExactly("bits-session-id: {1}");
    }

    @Test
    void marks_the_status_line_where_the_status_is_wrong() {
        assertThat(answer("status 201", "HTTP/1.1 200 OK", "Fragment was answered 200 where 201 is expected."))
                .containsExactly("HTTP/1.1 200 OK");
    }

    @Test
    void says_where_a_field_is_missing() {
        List<Line> marked = lines(deciding("BITS-Protocol", "no BITS-Protocol", "The answer has no BITS-Protocol."));
        assertThat(marked).filteredOn(Line::marked).containsExactly(new Line(Kind.NOTE, "no BITS-Protocol", true));
        assertThat(marked.get(marked.size() - 3).marked()).isTrue();
        assertThat(marked.get(marked.size() - 2)).isEqualTo(new Line(Kind.HEADER, ""));
    }

    @Test
    void words_of_the_language_are_no_fields() {
        assertThat(answer("an Ack", "nothing", "The server sent no date to the host."))
                .isEmpty();
        assertThat(answer("another", "Server: a", "")).containsExactly("Server: a");
    }

    @Test
    void parts_of_names_are_no_names() {
        assertThat(answer("X-Content-Length and Content-Length-Of-All", "BITS-Session-Identity", ""))
                .isEmpty();
    }

    @Test
    void turns_to_the_requirement_where_the_finding_names_nothing() {
        Highlighter deciding = new Highlighter(finding("3", "7", "It is wrong."), "Content-Length is exact.");
        assertThat(texts(lines(deciding))).containsExactly("Content-Length: 3");
    }

    @Test
    void marks_in_the_request_what_does_not_decide_in_the_answer() {
        Highlighter deciding = new Highlighter(
                finding("BITS-Packet-Type: Ack", "BITS-Packet-Type: Nack", ""), "The offset is that of Content-Range.");
        List<Line> answer = lines(deciding);
        List<Line> request = deciding.request(WireLines.of(WireBytes.of(REQUEST), Detail.FULL), answer);
        assertThat(texts(answer)).containsExactly("BITS-Packet-Type: Ack");
        assertThat(texts(request)).containsExactly("Content-Range: bytes 0-3/4");
    }

    @Test
    void a_field_that_the_answer_misses_is_not_marked_in_the_request() {
        Highlighter deciding = deciding("BITS-Protocol", "no BITS-Packet-Type", "");
        assertThat(texts(deciding.request(WireLines.of(WireBytes.of(REQUEST), Detail.FULL), List.of())))
                .isEmpty();
    }

    @Test
    void marks_the_field_of_the_request_that_has_the_expected_value() {
        Highlighter deciding = deciding("bytes 0-3/4", "BITS-Session-Id: {1}", "");
        assertThat(texts(deciding.request(WireLines.of(WireBytes.of(REQUEST), Detail.FULL), List.of())))
                .containsExactly("Content-Range: bytes 0-3/4");
    }

    @Test
    void no_answer_has_nothing_to_mark_in_it() {
        assertThat(deciding("status 200", "no answer (timed out)", "").answer(List.of()))
                .isEmpty();
    }

    private static List<String> answer(String expected, String actual, String message) {
        return texts(lines(deciding(expected, actual, message)));
    }

    private static Highlighter deciding(String expected, String actual, String message) {
        return new Highlighter(finding(expected, actual, message), "");
    }

    private static Finding finding(String expected, String actual, String message) {
        return SampleFinding.of("a.b", "Rule", Verdict.FAIL, "a.case", "x1", expected, actual, message);
    }

    private static List<Line> lines(Highlighter deciding) {
        return deciding.answer(WireLines.of(WireBytes.of(ANSWER), Detail.FULL));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().filter(Line::marked).map(Line::text).toList();
    }
}
