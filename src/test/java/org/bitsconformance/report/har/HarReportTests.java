package org.bitsconformance.report.har;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitsconformance.report.JsonSchemas;
import org.bitsconformance.report.SampleRun;
import org.bitsconformance.result.CaseResult;
import org.bitsconformance.result.Drive;
import org.bitsconformance.result.RunResult;
import org.bitsconformance.result.ScenarioResult;
import org.bitsconformance.result.SelectedCase;
import org.bitsconformance.result.Verdict;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Exchange.Ending;
import org.bitsconformance.transcript.Exchange.Timing;
import org.bitsconformance.transcript.Purpose;
import org.bitsconformance.transcript.SendContext;
import org.bitsconformance.transcript.http.WireBytes;
import org.bitsconformance.transcript.http.WireBytes.Omitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarReportTests {

    private static final String PING = "BITS_POST /files/a HTTP/1.1\r\nHost: upload.example:8080\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final Timing TIMING = new Timing(1_500, 2_000, OptionalLong.of(2_600), 3_200);

    @ParameterizedTest
    @MethodSource("org.bitsconformance.report.document.ReportDocumentTests#samples")
    void is_valid(RunResult result) throws IOException {
        assertThat(errors(text(result))).isEmpty();
    }

    @Test
    void has_an_entry_for_each_exchange_and_a_page_for_each_case() throws IOException {
        RunResult result = SampleRun.everyVerdict(SampleRun.HOSTILE);
        JsonNode log = new ObjectMapper().readTree(text(result)).path("log");
        assertThat(log.path("entries").findValuesAsText("_exchange"))
                .containsExactlyElementsOf(result.cases().stream()
                        .flatMap(one -> one.exchanges().stream())
                        .map(Exchange::id)
                        .toList());
        List<String> cases = result.cases().stream().map(CaseResult::id).toList();
        assertThat(log.path("pages").findValuesAsText("id")).containsExactlyElementsOf(cases);
        assertThat(log.path("entries").findValuesAsText("pageref")).allMatch(cases::contains);
        assertThat(log.path("entries").findValuesAsText("_drive")).contains("1", "2");
        assertThat(log.path("creator").toString()).isEqualTo("{\"name\":\"bits-conformance\",\"version\":\"0.1.0\"}");
        assertThat(text(result)).matches("\\p{ASCII}*");
    }

    @Test
    void says_what_was_sent_and_when() throws IOException {
        JsonNode entry = entry(exchange(
                "BITS_POST /files/a?x=1%202&y HTTP/1.1\r\nHost: other.example\r\nContent-Type: text/plain\r\n"
                        + "Content-Length: 5\r\n\r\nhello",
                OK));
        assertThat(entry.path("startedDateTime").textValue()).isEqualTo("2026-03-01T09:30:00.251500Z");
        assertThat(entry.path("time").doubleValue()).isEqualTo(1.7);
        assertThat(entry.path("timings").toString()).isEqualTo("{\"send\":0.5,\"wait\":0.6,\"receive\":0.6}");
        assertThat(entry.path("connection").textValue()).isEqualTo("c1");
        assertThat(entry.path("_purpose").textValue()).isEqualTo("set up");
        JsonNode request = entry.path("request");
        assertThat(request.path("method").textValue()).isEqualTo("BITS_POST");
        assertThat(request.path("url").textValue()).isEqualTo("http://other.example/files/a?x=1%202&y");
        assertThat(request.path("httpVersion").textValue()).isEqualTo("HTTP/1.1");
        assertThat(request.path("headers").get(0).toString())
                .isEqualTo("{\"name\":\"Host\",\"value\":\"other.example\"}");
        assertThat(request.path("queryString").toString())
                .isEqualTo("[{\"name\":\"x\",\"value\":\"1 2\"},{\"name\":\"y\",\"value\":\"\"}]");
        assertThat(request.path("bodySize").intValue()).isEqualTo(5);
        assertThat(request.path("postData").toString()).isEqualTo("{\"mimeType\":\"text/plain\",\"text\":\"hello\"}");
    }

    @Test
    void binary_bodies_are_in_base64() throws IOException {
        JsonNode entry =
                entry(exchange(PING + "\u0000\u00FF", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\u0001\u00E9<"));
        JsonNode posted = entry.at("/request/postData");
        assertThat(posted.path("_encoding").textValue()).isEqualTo("base64");
        assertThat(bytes(posted)).isEqualTo("\u0000\u00FF");
        assertThat(posted.path("mimeType").textValue()).isEqualTo("x-unknown");
        JsonNode content = entry.at("/response/content");
        assertThat(content.path("encoding").textValue()).isEqualTo("base64");
        assertThat(bytes(content)).isEqualTo("\u0001\u00E9<");
        assertThat(content.path("size").intValue()).isEqualTo(3);
    }

    @Test
    void a_body_that_is_not_kept_has_its_length() throws IOException {
        WireBytes request = new WireBytes(PING, Optional.of(new Omitted(4_096, "ab12", Optional.empty())));
        JsonNode sent = entry(exchange(request, WireBytes.of(OK), Ending.ANSWERED, TIMING))
                .path("request");
        assertThat(sent.path("bodySize").intValue()).isEqualTo(4_096);
        assertThat(sent.path("postData").has("text")).isFalse();
        assertThat(sent.at("/postData/comment").textValue()).contains("4096", "ab12");
    }

    @Test
    void sizes_are_those_of_the_wire() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nLocation: /elsewhere\r\n\r\n";
        JsonNode answer = entry(exchange(PING, "HTTP/1.1 100 Continue\r\n\r\n" + head + "3\r\nabc\r\n0\r\n\r\n"))
                .path("response");
        assertThat(answer.path("status").intValue()).isEqualTo(200);
        assertThat(answer.path("headersSize").intValue()).isEqualTo(25 + head.length());
        assertThat(answer.path("bodySize").intValue()).isEqualTo(13);
        assertThat(answer.at("/content/size").intValue()).isEqualTo(3);
        assertThat(answer.at("/content/text").textValue()).isEqualTo("abc");
        assertThat(answer.path("redirectURL").textValue()).isEqualTo("/elsewhere");
    }

    @ParameterizedTest
    @EnumSource(value = Ending.class, mode = EnumSource.Mode.EXCLUDE, names = "ANSWERED")
    void without_an_answer_the_status_is_0_and_says_why(Ending ending) throws IOException {
        Timing timing = new Timing(1_000, 900, OptionalLong.empty(), 6_000);
        JsonNode entry = entry(exchange(WireBytes.of(PING), WireBytes.of("junk\u0000"), ending, timing));
        JsonNode answer = entry.path("response");
        String word = ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        assertThat(answer.path("status").intValue()).isZero();
        assertThat(answer.path("_error").textValue()).isEqualTo(word);
        assertThat(answer.path("comment").textValue()).endsWith(word);
        assertThat(bytes(answer.path("content"))).isEqualTo("junk\u0000");
        assertThat(entry.path("timings").toString()).isEqualTo("{\"send\":0.0,\"wait\":5.0,\"receive\":0.0}");
    }

    @ParameterizedTest
    @CsvSource({
        "/files/a|b, http://upload.example:8080/files/a%7Cb",
        "/files/%zz%2, http://upload.example:8080/files/%25zz%252",
        "/a#b, http://upload.example:8080/a%23b",
        "*, http://upload.example:8080/*",
        "http://else.example/x, http://else.example/x",
        "javascript:alert(1), http://upload.example:8080/javascript:alert(1)",
    })
    void urls_are_absolute_and_escaped(String target, String url) throws IOException {
        JsonNode entry = entry(exchange("BITS_POST " + target + " HTTP/1.1\r\nHost: a b<\r\n\r\n", OK));
        assertThat(entry.at("/request/url").textValue()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "GET", "BITS_POST /a HTTP/1.1\r\nHo", " / x y z\n\n", "\u0000\u00FF\u001B"})
    void accepts_requests_in_any_form(String request) throws IOException {
        assertThat(entry(exchange(request, request)).path("request").path("url").textValue())
                .startsWith("http://upload.example:8080/");
    }

    @Test
    void cuts_what_is_too_long() throws IOException {
        String fields = "a: b\r\n".repeat(HarMessage.MOST_FIELDS + 100);
        JsonNode answer = entry(
                        exchange(PING, "HTTP/1.1 200 OK\r\nX: " + "y".repeat(100_000) + "\r\n" + fields + "\r\n"))
                .path("response");
        assertThat(answer.path("headers")).hasSize(HarMessage.MOST_FIELDS);
        assertThat(answer.at("/headers/0/value").textValue()).hasSizeLessThan(HarMessage.LONGEST_VALUE + 100);
        assertThat(answer.path("comment").textValue()).contains("header fields are cut");
    }

    private static JsonNode entry(Exchange exchange) throws IOException {
        String text = text(run(exchange));
        assertThat(errors(text)).isEmpty();
        return new ObjectMapper().readTree(text).at("/log/entries/0");
    }

    private static RunResult run(Exchange exchange) {
        RunResult sample = SampleRun.conformant();
        CaseResult one = new CaseResult(
                new SelectedCase("ping.plain", "ping", "", Map.of(), List.of()),
                Verdict.PASS,
                "",
                List.of(),
                List.of(new Drive(Verdict.PASS, "", List.of(exchange))),
                1);
        return new RunResult(
                new RunResult.Driven(
                        sample.header(), sample.probed(), sample.run().traffic(), 1),
                new RunResult.Judgement(sample.judgement().dialect(), sample.verdict(), "", List.of(), List.of()),
                List.of(),
                sample.requirements(),
                List.of(new ScenarioResult("ping", "A Ping", List.of(one))),
                new RunResult.Documents(
                        sample.documents().conflicts(),
                        sample.documents().states(),
                        sample.documents().catalogue()),
                List.of());
    }

    private static Exchange exchange(String request, String answer) {
        return exchange(WireBytes.of(request), WireBytes.of(answer), Ending.ANSWERED, TIMING);
    }

    private static Exchange exchange(WireBytes request, WireBytes answer, Ending ending, Timing timing) {
        return new Exchange(
                "x1",
                "ping.plain",
                Purpose.SET_UP,
                0,
                1,
                "c1",
                1,
                WireBytes.NONE,
                request,
                answer,
                ending,
                timing,
                SendContext.USUAL);
    }

    private static String bytes(JsonNode body) {
        return new String(Base64.getDecoder().decode(body.path("text").textValue()), StandardCharsets.ISO_8859_1);
    }

    private static List<Error> errors(String har) {
        return JsonSchemas.errors("har-1.2.schema.json", har);
    }

    private static String text(RunResult result) throws IOException {
        StringWriter out = new StringWriter();
        HarReport.write(result, out);
        return out.toString();
    }
}
