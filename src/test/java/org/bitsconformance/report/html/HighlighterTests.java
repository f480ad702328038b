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
    void marks_the_field_that_decided_however_it_is_spelt() {
        assertThat(answer("BITS-Session-Id", "a GUID in curly braces")).containsExactly("bits-session-id: {1}");
        assertThat(answer("Content-Length", "7")).containsExactly("Content-Length: 3");
    }

    @Test
    void marks_the_status_line_if_the_status_is_wrong() {
        assertThat(answer(Finding.STATUS, "status 201")).containsExactly("HTTP/1.1 200 OK");
    }

    @Test
    void notes_a_missing_field() {
        List<Line> marked = lines(deciding("BITS-Protocol", "BITS-Protocol"));
        assertThat(marked).filteredOn(Line::marked).containsExactly(new Line(Kind.NOTE, "no BITS-Protocol", true));
        assertThat(marked.get(marked.size() - 3).marked()).isTrue();
        assertThat(marked.get(marked.size() - 2)).isEqualTo(new Line(Kind.HEADER, ""));
    }

    @Test
    void fields_that_only_texts_name_are_not_marked() {
        assertThat(answer("", "Server: a, BITS-Packet-Type: Ack and status 200"))
                .isEmpty();
        assertThat(answer(Finding.BODY, "Server: a")).isEmpty();
    }

    @Test
    void marks_the_purpose_of_the_request_if_the_status_decided() {
        assertThat(request(Finding.STATUS, "status 416"))
                .containsExactly("BITS-Packet-Type: Fragment", "Content-Range: bytes 0-3/4");
        assertThat(request("BITS-Packet-Type", "BITS-Packet-Type: Ack")).isEmpty();
    }

    @Test
    void marks_the_field_of_the_request_that_has_the_expected_value() {
        assertThat(request("BITS-Session-Id", "bytes 0-3/4")).containsExactly("Content-Range: bytes 0-3/4");
    }

    @Test
    void without_an_answer_nothing_is_marked() {
        assertThat(deciding(Finding.STATUS, "status 200").answer(List.of())).isEmpty();
        assertThat(deciding("BITS-Protocol", "status 200").answer(List.of())).isEmpty();
    }

    @Test
    void a_finding_about_a_client_is_marked_in_its_request() {
        Highlighter wrong = new Highlighter(ofField("content-range"), true);
        assertThat(texts(wrong.request(WireLines.of(WireBytes.of(REQUEST), Detail.FULL))))
                .containsExactly("Content-Range: bytes 0-3/4");
        assertThat(texts(wrong.answer(WireLines.of(WireBytes.of(ANSWER), Detail.FULL))))
                .isEmpty();
        assertThat(texts(new Highlighter(ofField("Content-Name"), true)
                        .request(WireLines.of(WireBytes.of(REQUEST), Detail.FULL))))
                .containsExactly("no Content-Name");
    }

    private static Finding ofField(String field) {
        return SampleFinding.decidedBy(
                field, SampleFinding.of("a.b", "Rule", Verdict.FAIL, "a.case", "x1", "more", "less", "In words."));
    }

    private static List<String> answer(String field, String expected) {
        return texts(lines(deciding(field, expected)));
    }

    private static List<String> request(String field, String expected) {
        return texts(deciding(field, expected).request(WireLines.of(WireBytes.of(REQUEST), Detail.FULL)));
    }

    private static Highlighter deciding(String field, String expected) {
        return new Highlighter(
                SampleFinding.decidedBy(
                        field,
                        SampleFinding.of(
                                "a.b", "Rule", Verdict.FAIL, "a.case", "x1", expected, "Date: today", "In words.")),
                false);
    }

    private static List<Line> lines(Highlighter deciding) {
        return deciding.answer(WireLines.of(WireBytes.of(ANSWER), Detail.FULL));
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().filter(Line::marked).map(Line::text).toList();
    }
}
