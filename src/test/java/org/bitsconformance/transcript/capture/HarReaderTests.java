package org.bitsconformance.transcript.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.bitsconformance.transcript.CaseEnd;
import org.bitsconformance.transcript.Exchange;
import org.bitsconformance.transcript.Probed;
import org.bitsconformance.transcript.RunEnd;
import org.bitsconformance.transcript.http.Answer;
import org.bitsconformance.transcript.http.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarReaderTests {

    private static final String ANSWERED = "\"status\":200,\"headers\":[{\"name\":\"A\",\"value\":\"1\"}]";
    private static final Path CAPTURES = Path.of("src/test/resources/captures");
    private static final Path TRAFFIC = Path.of("src/test/resources/traffic");

    @TempDir
    Path folder;

    @Test
    void messages_are_rebuilt_as_they_crossed_the_wire() throws IOException {
        List<Exchange> exchanges = exchanges(HarReader.read(TRAFFIC.resolve("upload.har"), "suite/1"));
        assertThat(exchanges).hasSize(4);
        assertThat(exchanges.get(0).request().text()).isEqualToIgnoringNewLines(message("upload-01"));
        assertThat(exchanges.get(2).answer().text()).isEqualToIgnoringNewLines(message("upload-07"));
        assertThat(exchanges.get(1).request().length())
                .isEqualTo(message("upload-03").length() + message("upload-04").length());
        assertThat(exchanges).extracting(Exchange::session).containsExactly(1, 1, 0, 1);
        assertThat(exchanges)
                .extracting(exchange -> exchange.timing().startedMicros())
                .isSorted();
    }

    @Test
    void entries_that_are_not_packets_are_left_out_and_counted() throws IOException {
        assertThat(HarReader.read(TRAFFIC.resolve("upload.har"), "suite/1").leftOut())
                .isEqualTo(1);
    }

    @Test
    void packets_of_a_session_that_began_before_the_capture_are_left_out_and_counted() throws IOException {
        Capture capture = read(entry("Fragment", "BITS-Session-Id", "{old}", ANSWERED));
        assertThat(capture.begunBefore()).isEqualTo(1);
        assertThat(exchanges(capture)).isEmpty();
    }

    @Test
    void credentials_and_cookies_are_not_read() throws IOException {
        Capture capture = read(entry("Ping", "Authorization", "Basic c2VjcmV0", ANSWERED));
        assertThat(capture.events().toString())
                .contains("Authorization: Basic ?***")
                .doesNotContain("c2VjcmV0", "user:pw");
    }

    @Test
    void a_header_cannot_break_out_of_its_line() throws IOException {
        Capture capture = read(entry("Ping", "X-Odd", "a\\r\\nBITS-Session-Id: {x}", ANSWERED));
        assertThat(Request.parse(exchanges(capture).get(0).request()).sessionId())
                .isEmpty();
    }

    @Test
    void bodies_are_decoded_and_those_in_chunks_coded_again() throws IOException {
        Capture capture = read(entry(
                "Ping",
                "X",
                "1",
                "\"status\":500,\"headers\":[{\"name\":\"Transfer-Encoding\",\"value\":\"chunked\"}],"
                        + "\"content\":{\"text\":\"aGVsbG8=\",\"encoding\":\"base64\"}"));
        Answer answer = exchanges(capture).get(0).received().orElseThrow();
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(answer.complete()).isTrue();
        assertThat(answer.defects()).isEmpty();
    }

    @Test
    void a_request_without_an_answer_has_none() throws IOException {
        Exchange exchange =
                exchanges(read(entry("Ping", "X", "1", "\"status\":0"))).get(0);
        assertThat(exchange.answer().isEmpty()).isTrue();
        assertThat(exchange.ending()).isEqualTo(Exchange.Ending.CUT_OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        no json                              | is not JSON (line 1)
        {}                                   | is no HAR: it has no log.entries
        {"log":{"creator":{"name":"suite"}}} | was written by this suite: judge the folder of the run, whose record has every byte
        {"log":{"entries":[]}}               | has no BITS packet among its 0 entries
        {"log":{"entries":[{}]}}             | has no BITS packet among its 1 entries
        {"log":{"entries":[{"request":{"method":"BITS_POST"}}]}} | log.entries[0]: request.headers is missing: the capture does not show the packet
        {"log":{"entries":[{},{"request":{"method":"BITS_POST","headers":[{"name":"A","value":"1"}]},"response":{"status":200,"headers":null}}]}} | log.entries[1]: response.headers is missing: the capture does not show the answer; record it again with headers
        {"log":{"entries":[{"request":{"method":"BITS_POST","headers":[{"name":"A","value":"1"}]}}]}} | log.entries[0]: startedDateTime must be an ISO 8601 time with its zone
        {"log":{"entries":[{"startedDateTime":"2026-03-01T09:30:00Z","request":{"method":"BITS_POST","url":"/up","headers":[{"name":"A","value":"1"}]}}]}} | log.entries[0]: request.url must have a scheme and a host
        """)
    void says_what_is_wrong_with_a_file(String text, String problem) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class).hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other-connect", "other-data", "other-empty", "other-pipe", "ver-h20", "ver-http20l", "ver-res20"
            })
    void what_else_is_in_a_capture_changes_nothing(String name) throws IOException {
        assertThat(messages(capture(name + ".har"))).isEqualTo(messages(capture("good.har")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{}",
                "{\"request\":null}",
                "{\"request\":{\"method\":null,\"url\":null,\"headers\":null}}",
                "{\"startedDateTime\":null,\"request\":{\"method\":\"CONNECT\",\"url\":\"host:443\",\"headers\":[]}}",
                "{\"startedDateTime\":\"noon\",\"time\":null,\"request\":{\"method\":\"GET\",\"url\":\"\"},\"response\":null}",
                "{\"request\":{\"method\":\"GET\",\"url\":\"data:,a|b\",\"headers\":\"none\"},\"response\":[]}"
            })
    void an_entry_of_any_shape_that_is_not_a_packet_is_left_out_and_counted(String other) throws IOException {
        String good = Files.readString(CAPTURES.resolve("good.har"));
        Capture capture = read(good.replaceFirst("\"entries\":\\s*\\[", "$0" + other + ","));

        assertThat(messages(capture)).isEqualTo(messages(capture("good.har")));
        assertThat(capture.leftOut()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "http/2.0", "h2", "HTTP/1.0", "us:", "", "unknown", "\u00df / 7"})
    void a_version_of_http_is_a_label_that_changes_nothing(String version) throws IOException {
        String good = Files.readString(CAPTURES.resolve("good.har"));
        String labelled = good.replaceAll("(\"httpVersion\":\\s*)\"HTTP/1.1\"", "$1\"" + version + "\"");

        assertThat(labelled).isNotEqualTo(good);
        assertThat(messages(read(labelled))).isEqualTo(messages(capture("good.har")));
        assertThat(Capture.NOT_SHOWN).contains("answer.http-version");
    }

    @Test
    void the_page_lists_what_is_not_shown() throws IOException {
        String listed = "`" + String.join("`, `", Capture.NOT_SHOWN) + "`";
        assertThat(Files.readString(Path.of("docs/record.md")))
                .contains("Requirements that it cannot show (" + listed + ")");
    }

    @Test
    void a_packet_may_be_sent_as_post_in_the_place_of_its_verb() throws IOException {
        String json = entry("Ping", "X-HTTP-Method-Override", "BITS_POST", ANSWERED)
                .replace("\"method\":\"BITS_POST\"", "\"method\":\"POST\"")
                .replace("BITS-Packet-Type", "X-Other");
        assertThat(exchanges(read(json))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"url-percent", "url-pipe", "url-unicode"})
    void the_url_of_a_packet_is_text_that_is_repaired(String name) throws IOException {
        Capture capture = capture(name + ".har");
        assertThat(exchanges(capture))
                .hasSameSizeAs(exchanges(capture("good.har")))
                .allMatch(exchange -> Request.wellFormed(exchange.request()));
        assertThat(exchanges(capture))
                .extracting(exchange -> Request.parse(exchange.request()).target())
                .containsOnly(Request.parse(exchanges(capture).get(0).request()).target())
                .allMatch(target -> target.matches("/[!-~]*%[0-9A-F]{2}[!-~]*"));
    }

    @Test
    void a_capture_of_two_hops_has_each_packet_once() throws IOException {
        Capture capture = capture("twohops.har");
        assertThat(capture.twice()).isEqualTo(4);
        assertThat(messages(capture)).isEqualTo(messages(capture("good.har")));
        assertThat(capture("good.har").twice()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"good.zhar", "good.har.gz", "good"})
    void a_compressed_capture_is_read(String name) throws IOException {
        Path zipped = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(CAPTURES.resolve("good.har"), out);
        }
        assertThat(messages(HarReader.read(zipped, "suite/1"))).isEqualTo(messages(capture("good.har")));
    }

    @Test
    void an_id_that_no_answer_gave_belongs_to_the_session_that_was_created_there() throws IOException {
        Capture capture = read(entries(
                packet("Create-Session", "X", "1", "\"status\":403,\"headers\":[{\"name\":\"A\",\"value\":\"1\"}]"),
                packet("Close-Session", "BITS-Session-Id", "{x}", ANSWERED)));
        assertThat(capture.begunBefore()).isZero();
        assertThat(exchanges(capture)).extracting(Exchange::session).containsExactly(1, 1);
    }

    @Test
    void a_refused_upload_is_not_driven_to_its_end() throws IOException {
        Capture capture = read(entry(
                "Create-Session",
                "BITS-Supported-Protocols",
                "{7df0354d-249b-430f-820d-3d2a9bef4931}",
                "\"status\":403,\"headers\":[{\"name\":\"BITS-Packet-Type\",\"value\":\"Ack\"},"
                        + "{\"name\":\"BITS-Error\",\"value\":\"0x80070005\"},"
                        + "{\"name\":\"Server\",\"value\":\"IIS/6\"}]"));
        assertThat(capture.events())
                .contains(new CaseEnd(
                        "capture",
                        CaseEnd.Ending.PREREQUISITE_MISSING,
                        "The upload was refused: Create-Session \u2192 403, 0x80070005 (E_ACCESSDENIED); look at the"
                                + " rights of the user on the folder (Change, not Write), and whether the file exists"
                                + " already"))
                .anyMatch(event ->
                        event instanceof Probed probed && probed.server().equals(Optional.of("IIS/6")))
                .anyMatch(event -> event instanceof RunEnd end && end.requests() == 1 && end.bytesSent() > 100);
        assertThat(capture("good.har").events()).contains(new CaseEnd("capture", CaseEnd.Ending.DRIVEN, ""));
    }

    private static Capture capture(String name) throws IOException {
        return HarReader.read(CAPTURES.resolve(name), "suite/1");
    }

    private static List<String> messages(Capture capture) {
        return exchanges(capture).stream()
                .map(exchange -> exchange.request().text() + exchange.answer().text())
                .toList();
    }

    private Capture read(String text) throws IOException {
        return HarReader.read(Files.writeString(folder.resolve("a.har"), text), "suite/1");
    }

    private static String entry(String packet, String name, String value, String response) {
        return entries(packet(packet, name, value, response));
    }

    private static String entries(String... packets) {
        return "{\"log\":{\"entries\":[" + String.join(",", packets) + "]}}";
    }

    private static String packet(String packet, String name, String value, String response) {
        return "{\"startedDateTime\":\"2026-03-01T09:30:00Z\",\"time\":5,\"request\":{"
                + "\"method\":\"BITS_POST\",\"url\":\"http://user:pw@host/up/a.bin\",\"httpVersion\":\"HTTP/1.1\","
                + "\"headers\":[{\"name\":\"BITS-Packet-Type\",\"value\":\"" + packet + "\"},{\"name\":\"" + name
                + "\",\"value\":\"" + value + "\"}],\"bodySize\":0},\"response\":{" + response + "}}";
    }

    private static List<Exchange> exchanges(Capture capture) {
        return capture.events().stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
    }

    private static String message(String number) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(TRAFFIC, number + "-*")) {
            return Files.readString(found.iterator().next(), StandardCharsets.ISO_8859_1);
        }
    }
}
